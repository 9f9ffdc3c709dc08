package io.crmsync.functions.settings;

import java.util.Optional;

/**
 * Whom the HTTP functions listen to.
 *
 * @param authEnabled whether App Service authentication stands before the app; else nobody
 * @param tenantId whose users and applications may call; there where authentication is enabled
 */
public record CallerSettings(boolean authEnabled, Optional<String> tenantId) {
  private static final String TENANT = "SYNC_TENANT_ID";
  private static final String ALLOWED = "the Entra tenant's id, a GUID";

  static CallerSettings read(GivenSettings environment) {
    boolean enabled =
        environment.find("WEBSITE_AUTH_ENABLED").filter("true"::equalsIgnoreCase).isPresent();
    Optional<String> tenant = environment.guid(TENANT, ALLOWED);
    if (enabled && tenant.isEmpty()) {
      throw BadSetting.missing(TENANT, ALLOWED);
    }
    return new CallerSettings(enabled, tenant);
  }
}
