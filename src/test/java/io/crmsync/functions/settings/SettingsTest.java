package io.crmsync.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.SyncSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";

  private final Map<String, String> env =
      new HashMap<>(
          Map.of(
              "AzureWebJobsStorage", "UseDevelopmentStorage=true",
              "CRM_BASE_URL", "http://localhost:7080",
              "SYNC_SCHEDULE", "0 0 1 * * *"));

  @Test
  void withTheRequiredOnesAloneTheDefaultsHold() {
    Settings settings = Settings.of(env);
    assertThat(settings.sync())
        .isEqualTo(
            new SyncSettings(
                "CRM Contacts",
                "",
                false,
                new AudiencePolicy(Optional.empty(), false),
                Removal.SOFT,
                Removal.PERMANENT,
                500,
                20,
                1000,
                2));
    assertThat(settings.graph().baseUrl())
        .isEqualTo(URI.create("https://graph.microsoft.com/v1.0"));
    assertThat(settings.graph().loopback()).isFalse();
    assertThat(settings.caller()).isEqualTo(new CallerSettings(false, Optional.empty()));
    assertThat(settings.identity()).isEmpty();
  }

  @Test
  void eachCanBeSet() {
    env.putAll(
        Map.of(
            "SYNC_FOLDER", "default",
            "SYNC_CATEGORY", "CRM",
            "SYNC_NEW", "onRequest",
            "SYNC_USERS_GROUP", "g-1",
            "SYNC_INACTIVE", "keep",
            "SYNC_REMOVAL", "permanent",
            "SYNC_REMOVAL_SECURITY", "soft",
            "SYNC_REMOVAL_LIMIT", "0",
            "SYNC_REMOVAL_LIMIT_PERCENT", "100"));
    env.putAll(Map.of("SYNC_PAGE_SIZE", "5000", "SYNC_MAILBOX_CONCURRENCY", "4"));
    assertThat(Settings.of(env).sync())
        .isEqualTo(
            new SyncSettings(
                "default",
                "CRM",
                true,
                new AudiencePolicy(Optional.of(new GroupId("g-1")), true),
                Removal.PERMANENT,
                Removal.SOFT,
                0,
                100,
                5000,
                4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRM_BASE_URL", "SYNC_SCHEDULE", "AzureWebJobsStorage"})
  void aMissingOneIsNamed(String name) {
    env.remove(name);
    assertBad("setting " + name + " is missing; allowed: ");
    env.put(name, " ");
    assertBad("setting " + name + " is missing; allowed: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SYNC_NEW | Automatic | automatic or onRequest",
        "SYNC_NEW | '' | automatic or onRequest",
        "SYNC_INACTIVE | yes | keep or remove",
        "SYNC_REMOVAL | hard | permanent or soft",
        "SYNC_REMOVAL_SECURITY | hard | permanent or soft",
        "SYNC_REMOVAL_LIMIT | -1 | a whole number from 0",
        "SYNC_REMOVAL_LIMIT | many | a whole number from 0",
        "SYNC_REMOVAL_LIMIT_PERCENT | 101 | a whole number from 0 to 100",
        "SYNC_PAGE_SIZE | 0 | a whole number from 1 to 5000",
        "SYNC_PAGE_SIZE | 5001 | a whole number from 1 to 5000",
        "SYNC_PAGE_SIZE | 99999999999 | a whole number from 1 to 5000",
        "SYNC_MAILBOX_CONCURRENCY | 5 | a whole number from 1 to 4",
        "SYNC_MAILBOX_CONCURRENCY | 2.0 | a whole number from 1 to 4",
        "SYNC_FOLDER | '' | a folder's name",
        "SYNC_FOLDER | 'x ' | a folder's name",
        "SYNC_FOLDER | Default | default in lower case",
        "SYNC_CATEGORY | 'a,b' | without comma",
        "SYNC_USERS_GROUP | 'a b' | the id of a CRM group",
        "SYNC_SCHEDULE | 0 1 * * * | six NCRONTAB fields",
        "SYNC_TENANT_ID | contoso.example | a GUID",
        "AZURE_CLIENT_ID | me | a GUID",
        "CRM_BASE_URL | http://crm.example | an https address",
        "CRM_BASE_URL | crm.example | an https address",
        "CRM_BASE_URL | ftp://localhost | an https address",
        "CRM_BASE_URL | https://localhost/?x=1 | an https address",
        "CRM_BASE_URL | http://127.0.0.1.example | an https address",
        "GRAPH_BASE_URL | https://graph.example/v1.0 | a Graph host",
        "GRAPH_BASE_URL | https://graph.microsoft.com/beta | a Graph host",
        "GRAPH_BASE_URL | https://graph.microsoft.com.evil.example/v1.0 | a Graph host",
        "GRAPH_BASE_URL | http://graph.microsoft.com/v1.0 | an https address",
        "AzureWebJobsStorage__queueServiceUri | http://x.example | an https address",
        "AzureWebJobsStorage__credential | password | managedidentity",
      })
  void aBadOneIsNamedWithWhatItHoldsAndWhatIsAllowed(String name, String value, String allowed) {
    env.put(name, value);
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.of(env))
        .withMessageStartingWith("setting " + name + " holds \"" + value + "\"; allowed: ")
        .withMessageContaining(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC_FOLDR,SYNC_FOLDER",
    "sync_folder,SYNC_FOLDER",
    "SYNC_REMOVALS_LIMIT,SYNC_REMOVAL_LIMIT",
    "CRM_BASE_ULR,CRM_BASE_URL",
    "GRAPH_URL,GRAPH_BASE_URL",
    "SYNC_USER_GROUP,SYNC_USERS_GROUP"
  })
  void anUnknownOneIsRefusedAndTheOneThatIsMeantIsNamed(String name, String meant) {
    env.put(name, "x");
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.of(env))
        .withMessage("setting " + name + " is unknown; did you mean " + meant + "?");
  }

  @Test
  void aSettingOfOthersIsNoneOfOurs() {
    env.put("AZURE_LOCATION", "x");
    env.put("FUNCTIONS_WORKER_RUNTIME", "java");
    env.put("AzureWebJobs.NightlySync.Disabled", "true");
    Settings.of(env);
  }

  @Test
  void aSecretIsNeverShown() {
    env.put("AzureWebJobsStorage", "secret");
    assertHidden("AzureWebJobsStorage");
    env.put("AzureWebJobsStorage", "AccountName=a;AccountKey=secret");
    env.put("CRM_API_KEY", "@Microsoft.KeyVault(SecretUri=https://secret)");
    assertHidden("CRM_API_KEY");
    env.put("CRM_API_KEY", "secret");
    env.put("CRM_SCOPE", "api://crm/.default");
    assertHidden("CRM_API_KEY");
    env.remove("CRM_SCOPE");
    assertThat(Settings.of(env).toString()).doesNotContain("secret");
    env.put("CRM_BASE_URL", "https://user:secret@crm.example");
    assertHidden("CRM_BASE_URL");
  }

  @Test
  void aCrmElsewhereNeedsAWayToSignIn() {
    env.put("CRM_BASE_URL", "https://crm.example/feed/");
    assertBad("setting CRM_SCOPE or CRM_API_KEY is missing; allowed: ");
    env.put("CRM_SCOPE", "api://crm/.default");
    assertThat(Settings.of(env).crm().feed().orElseThrow().baseUrl())
        .isEqualTo(URI.create("https://crm.example/feed"));
  }

  @Test
  void filesNeedNoAddressOfACrm() {
    env.put("CRM_SOURCE", "csv");
    env.remove("CRM_BASE_URL");
    assertThat(Settings.of(env).crm())
        .isEqualTo(new CrmSettings(CrmSettings.Kind.CSV, Optional.empty()));
  }

  @Test
  void anUnknownSourceIsTold() {
    env.put("CRM_SOURCE", "excel");
    assertBad("setting CRM_SOURCE holds \"excel\"; allowed: csv or feed");
  }

  @Test
  void filesByIdentityNeedTheAddressOfBlobs() {
    env.put("CRM_SOURCE", "csv");
    env.remove("AzureWebJobsStorage");
    env.put("AzureWebJobsStorage__tableServiceUri", "https://a.table.core.windows.net");
    env.put("AzureWebJobsStorage__queueServiceUri", "https://a.queue.core.windows.net");
    env.put("AzureWebJobsStorage__credential", "managedidentity");
    assertBad("setting AzureWebJobsStorage__blobServiceUri is missing; allowed: the address of");
    env.put("AzureWebJobsStorage__blobServiceUri", "https://a.blob.core.windows.net");
    assertThat(Settings.of(env).storage().blobs())
        .contains(URI.create("https://a.blob.core.windows.net"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1", "http://127.0.0.1:1", "http://127.9.8.7", "http://[::1]:1"})
  void onThisMachinePlainHttpWillDo(String url) {
    env.put("CRM_BASE_URL", url);
    env.put("GRAPH_BASE_URL", url + "/v1.0");
    assertThat(Settings.of(env).graph().loopback()).isTrue();
  }

  @Test
  void storageByIdentityNeedsBothAddresses() {
    env.remove("AzureWebJobsStorage");
    env.put("AzureWebJobsStorage__tableServiceUri", "https://a.table.core.windows.net/");
    env.put("AzureWebJobsStorage__credential", "managedidentity");
    env.put("AzureWebJobsStorage__clientId", TENANT);
    assertBad("setting AzureWebJobsStorage is missing; allowed: a connection string, or instead");
    env.put("AzureWebJobsStorage__queueServiceUri", "https://a.queue.core.windows.net");
    StorageSettings storage = Settings.of(env).storage();
    assertThat(storage.connectionString()).isEmpty();
    assertThat(storage.tables()).contains(URI.create("https://a.table.core.windows.net"));
    assertThat(storage.clientId()).contains(TENANT);
  }

  @Test
  void permanentRemovalIsRefusedOutsideTheGlobalCloud() {
    env.put("GRAPH_BASE_URL", "https://graph.microsoft.us/v1.0");
    assertBad("setting SYNC_REMOVAL_SECURITY holds \"permanent\"; allowed: soft");
    env.put("SYNC_REMOVAL_SECURITY", "soft");
    assertThatNoException().isThrownBy(() -> Settings.of(env));
    env.put("SYNC_REMOVAL", "permanent");
    assertBad("setting SYNC_REMOVAL holds \"permanent\"; allowed: soft");
    env.put("GRAPH_BASE_URL", "http://localhost:7090/v1.0");
    assertThatNoException().isThrownBy(() -> Settings.of(env));
  }

  @Test
  void withAuthenticationTheTenantMustBeNamed() {
    env.put("WEBSITE_AUTH_ENABLED", "True");
    assertBad("setting SYNC_TENANT_ID is missing; allowed: the Entra tenant's id");
    env.put("SYNC_TENANT_ID", TENANT);
    assertThat(Settings.of(env).caller()).isEqualTo(new CallerSettings(true, Optional.of(TENANT)));
  }

  @ParameterizedTest
  @CsvSource({
    "True,true",
    "true,true",
    "TRUE,true",
    "False,false",
    "1,false",
    "' True',false",
    "'',false"
  })
  void onlyTrueSwitchesAuthenticationOn(String value, boolean enabled) {
    env.put("WEBSITE_AUTH_ENABLED", value);
    env.put("SYNC_TENANT_ID", TENANT);
    assertThat(Settings.of(env).caller().authEnabled()).isEqualTo(enabled);
  }

  private void assertBad(String message) {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.of(env))
        .withMessageStartingWith(message);
  }

  private void assertHidden(String name) {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.of(env))
        .withMessageStartingWith("setting " + name + " holds a value that is not shown here")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }
}
