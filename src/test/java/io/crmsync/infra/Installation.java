package io.crmsync.infra;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sets of values that main.bicep is looked at with, as the variables that an admin sets. */
public enum Installation {
  /** Nothing but what must be. */
  DEFAULTS(Map.of()),

  /** The most of everything, and no value that is a default. */
  EVERYTHING(
      Map.ofEntries(
          Map.entry("AZURE_RESOURCE_GROUP", "contacts"),
          Map.entry("JAVA_VERSION", "17"),
          Map.entry("INSTANCE_MEMORY_MB", "4096"),
          Map.entry("MAXIMUM_INSTANCE_COUNT", "100"),
          Map.entry("ALWAYS_READY_HTTP_INSTANCES", "1"),
          Map.entry("ALWAYS_READY_NOW_INSTANCES", "2"),
          Map.entry("DISABLED_FUNCTIONS", "NightlySync, SyncContact"),
          Map.entry("STORAGE_SKU", "Standard_GZRS"),
          Map.entry("STORAGE_LOCK", "true"),
          Map.entry("STORAGE_LOGS", "true"),
          Map.entry("BACKUP_PRINCIPAL_ID", "00000000-0000-0000-0000-0000000000b1"),
          Map.entry("BACKUP_PRINCIPAL_TYPE", "ServicePrincipal"),
          Map.entry("RESTORE_PRINCIPAL_ID", "00000000-0000-0000-0000-0000000000b2"),
          Map.entry("RESTORE_PRINCIPAL_TYPE", "User"),
          Map.entry("PRIVATE_NETWORK", "true"),
          Map.entry("NETWORK_ADDRESS_PREFIX", "10.20.0.0/24"),
          Map.entry("ALLOWED_ADDRESSES", "203.0.113.0/24, 198.51.100.7/32"),
          Map.entry("CRM_KEY_VAULT", "true"),
          Map.entry("LOG_RETENTION_DAYS", "90"),
          Map.entry("LOG_DAILY_CAP_GB", "20"),
          Map.entry("NOTIFY_EMAIL", "operations@example.com"),
          Map.entry(
              "ACTION_GROUP_ID",
              "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/alerts"
                  + "/providers/Microsoft.Insights/actionGroups/operations"),
          Map.entry("GRAPH_BASE_URL", "https://graph.microsoft.us/v1.0"),
          Map.entry("SYNC_SCHEDULE", "0 30 2 * * *"),
          Map.entry("SYNC_FOLDER", "default"),
          Map.entry("SYNC_CATEGORY", "From the CRM"),
          Map.entry("SYNC_NEW", "onRequest"),
          Map.entry("SYNC_USERS_GROUP", "pilot"),
          Map.entry("SYNC_INACTIVE", "keep"),
          Map.entry("SYNC_REMOVAL", "permanent"),
          Map.entry("SYNC_REMOVAL_SECURITY", "soft"),
          Map.entry("SYNC_REMOVAL_LIMIT", "501"),
          Map.entry("SYNC_REMOVAL_LIMIT_PERCENT", "21"),
          Map.entry("SYNC_PAGE_SIZE", "1001"),
          Map.entry("SYNC_MAILBOX_CONCURRENCY", "3"))),

  /** Reached from inside a network only, the app too, and the CRM by a token. */
  PRIVATE(
      Map.of(
          "PRIVATE_NETWORK", "true", "SITE_ACCESS", "private", "CRM_SCOPE", "api://crm/.default")),

  /** The least of everything that is a number. */
  SMALLEST(
      Map.of(
          "MAXIMUM_INSTANCE_COUNT", "1",
          "LOG_DAILY_CAP_GB", "1",
          "SYNC_REMOVAL_LIMIT", "0",
          "SYNC_REMOVAL_LIMIT_PERCENT", "0",
          "SYNC_PAGE_SIZE", "1",
          "SYNC_MAILBOX_CONCURRENCY", "1"));

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<String, String> variables;

  Installation(Map<String, String> variables) {
    this.variables = variables;
  }

  /** All that is set, what must be included. */
  public Map<String, String> variables() {
    Map<String, String> all = new TreeMap<>(ParameterFile.REQUIRED);
    all.putAll(variables);
    return all;
  }

  /** Whether storage and vault are reached from inside its network only. */
  public boolean hasPrivateNetwork() {
    return variables.containsKey("PRIVATE_NETWORK");
  }

  /** The file of its snapshot. */
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".json";
  }
}
