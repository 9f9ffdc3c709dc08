package io.crmsync.functions.settings;

import io.crmsync.sync.port.SyncSettings;
import java.util.Map;
import java.util.Optional;

/**
 * All application settings, checked. Names, defaults and meanings: docs/settings.md.
 *
 * @param identity AZURE_CLIENT_ID, the user-assigned identity for Graph and the CRM; empty: the
 *     app's own
 */
public record Settings(
    StorageSettings storage,
    Optional<String> identity,
    CrmSettings crm,
    GraphSettings graph,
    SyncSettings sync,
    CallerSettings caller) {
  private static final String SCHEDULE = "SYNC_SCHEDULE";
  private static final String NCRONTAB = "six NCRONTAB fields in UTC, such as 0 0 1 * * *";

  /**
   * Reads the process environment: nothing else in the app does.
   *
   * @throws BadSetting one is missing or wrong
   */
  public static Settings fromEnvironment() {
    return of(System.getenv());
  }

  /**
   * Takes settings by name; throws {@link BadSetting} at the first that is unknown, missing or
   * wrong.
   */
  public static Settings of(Map<String, String> values) {
    SettingNames.refuseUnknown(values.keySet());
    GivenSettings environment = new GivenSettings(values);
    checkSchedule(environment.required(SCHEDULE, NCRONTAB));
    GraphSettings graph = GraphSettings.read(environment);
    StorageSettings storage = StorageSettings.read(environment);
    CrmSettings crm = CrmSettings.read(environment);
    if (crm.kind() == CrmSettings.Kind.CSV) {
      storage.requireBlobs();
    }
    return new Settings(
        storage,
        environment.guid("AZURE_CLIENT_ID", "the client id of an identity, a GUID"),
        crm,
        graph,
        SyncChoices.read(environment, graph),
        CallerSettings.read(environment));
  }

  /** The host resolves it; here it is only asked whether it can be a schedule. */
  private static void checkSchedule(String value) {
    if (!value.strip().matches("\\S+( +\\S+){5}")) {
      throw BadSetting.holding(SCHEDULE, value, NCRONTAB);
    }
  }
}
