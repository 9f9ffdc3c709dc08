package io.crmsync.localapp;

import io.crmsync.functions.settings.SettingNames;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The application settings of the local run, as the functions' process finds them. */
final class LocalSettings {
  /** Made up: the tenant of every local caller. */
  private static final String TENANT = "00000000-0000-4000-8000-0000000c0de5";

  /** What the script that keeps the synchronization lists takes from its caller. */
  private static final String OF_THE_SCRIPT = "SYNC_LIST_SAS";

  private LocalSettings() {}

  /**
   * The caller's environment with what the local run decides: nothing in it can point to a real
   * storage, CRM or Graph.
   *
   * @param crm the settings by which the CRM is found
   * @param further settings of the app that go before the caller's
   * @throws io.crmsync.functions.settings.BadSetting one is misspelt
   */
  static Map<String, String> of(
      Map<String, String> callers,
      String storage,
      Map<String, String> crm,
      URI graph,
      Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(callers);
    settings.keySet().removeIf(LocalSettings::pointsElsewhere);
    settings.keySet().remove(OF_THE_SCRIPT);
    settings.putIfAbsent("SYNC_SCHEDULE", "0 0 1 * * *");
    settings.put("SYNC_TENANT_ID", TENANT);
    settings.putAll(further);
    SettingNames.refuseUnknown(settings.keySet());
    settings.put("AzureWebJobsStorage", storage);
    settings.putAll(crm);
    settings.put("GRAPH_BASE_URL", graph.toString());
    settings.put("WEBSITE_AUTH_ENABLED", "True");
    return settings;
  }

  private static boolean pointsElsewhere(String name) {
    return name.startsWith("AzureWebJobsStorage")
        || name.startsWith("AZURE_")
        || name.startsWith("CRM_")
        || name.startsWith("GRAPH_");
  }
}
