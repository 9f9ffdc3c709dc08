package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger could come in by is shut: keys, public blobs, plain HTTP, passwords. */
class DoorsTest {
  private static final String STORAGE = "Microsoft.Storage/storageAccounts";
  private static final String CONTAINERS = STORAGE + "/blobServices/containers";
  private static final String SITE = "Microsoft.Web/sites";
  private static final String PASSWORDS = SITE + "/basicPublishingCredentialsPolicies";
  private static final String WORKSPACE = "Microsoft.OperationalInsights/workspaces";
  private static final String COMPONENT = "Microsoft.Insights/components";
  private static final String VAULT = "Microsoft.KeyVault/vaults";

  private static final List<Expected> ALWAYS =
      List.of(
          new Expected(STORAGE, "/properties/allowSharedKeyAccess", "false"),
          new Expected(STORAGE, "/properties/allowBlobPublicAccess", "false"),
          new Expected(STORAGE, "/properties/allowCrossTenantReplication", "false"),
          new Expected(STORAGE, "/properties/defaultToOAuthAuthentication", "true"),
          new Expected(STORAGE, "/properties/minimumTlsVersion", "\"TLS1_2\""),
          new Expected(STORAGE, "/properties/supportsHttpsTrafficOnly", "true"),
          new Expected(STORAGE, "/properties/networkAcls/bypass", "\"None\""),
          new Expected(CONTAINERS, "/properties/publicAccess", "\"None\""),
          new Expected(SITE, "/properties/httpsOnly", "true"),
          new Expected(SITE, "/properties/siteConfig/ftpsState", "\"Disabled\""),
          new Expected(SITE, "/properties/siteConfig/minTlsVersion", "\"1.2\""),
          new Expected(SITE, "/properties/siteConfig/scmMinTlsVersion", "\"1.2\""),
          new Expected(SITE, "/identity/type", "\"UserAssigned\""),
          new Expected(
              SITE,
              "/properties/functionAppConfig/deployment/storage/authentication/type",
              "\"UserAssignedIdentity\""),
          new Expected(PASSWORDS, "/properties/allow", "false"),
          new Expected(WORKSPACE, "/properties/features/disableLocalAuth", "true"),
          new Expected(COMPONENT, "/properties/DisableLocalAuth", "true"));

  private static final List<Expected> WITH_VAULT =
      List.of(
          new Expected(VAULT, "/properties/enableRbacAuthorization", "true"),
          new Expected(VAULT, "/properties/enableSoftDelete", "true"));

  private static final List<Expected> WITH_NETWORK =
      List.of(
          new Expected(STORAGE, "/properties/publicNetworkAccess", "\"Disabled\""),
          new Expected(STORAGE, "/properties/networkAcls/defaultAction", "\"Deny\""));

  private static final List<Expected> WITH_VAULT_IN_NETWORK =
      List.of(
          new Expected(VAULT, "/properties/publicNetworkAccess", "\"Disabled\""),
          new Expected(VAULT, "/properties/networkAcls/defaultAction", "\"Deny\""));

  private static final List<Expected> PRIVATE_SITE =
      List.of(new Expected(SITE, "/properties/publicNetworkAccess", "\"Disabled\""));

  private static final List<Expected> WITH_ADDRESSES =
      List.of(
          new Expected(
              SITE, "/properties/siteConfig/ipSecurityRestrictionsDefaultAction", "\"Deny\""),
          new Expected(
              SITE,
              "/properties/siteConfig/ipSecurityRestrictions",
              """
              [{"name": "allowed-0", "action": "Allow", "priority": 100, "ipAddress": "203.0.113.0/24"},
               {"name": "allowed-1", "action": "Allow", "priority": 101, "ipAddress": "198.51.100.7/32"}]
              """));

  private record Door(Installation installation, Expected expected) {}

  @ParameterizedTest
  @MethodSource("doors")
  void itIsShut(Door meet) {
    assertThat(meet.expected().problems(Deployment.of(meet.installation()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void thatItStandsOpenIsNoticed(Door meet) {
    assertThat(meet.expected().broken(Deployment.of(meet.installation())))
        .isNotEmpty()
        .allSatisfy(broken -> assertThat(meet.expected().problems(broken)).hasSize(1));
  }

  static Stream<Door> doors() {
    return Stream.of(
            Arrays.stream(Installation.values()).flatMap(each -> doors(each, ALWAYS)),
            doors(Installation.EVERYTHING, WITH_VAULT),
            doors(Installation.EVERYTHING, WITH_NETWORK),
            doors(Installation.EVERYTHING, WITH_VAULT_IN_NETWORK),
            doors(Installation.EVERYTHING, WITH_ADDRESSES),
            doors(Installation.PRIVATE, WITH_NETWORK),
            doors(Installation.PRIVATE, PRIVATE_SITE))
        .flatMap(some -> some);
  }

  private static Stream<Door> doors(Installation installation, List<Expected> expected) {
    return expected.stream().map(each -> new Door(installation, each));
  }
}
