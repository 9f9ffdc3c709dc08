package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody gets in without a token of this tenant that an application of our list asked for; and the
 * app registration lets in this tenant alone, gives persons no role of the back end, asks for no
 * permission, trusts the app's identity in place of a secret, and has tokens say what the code goes
 * by.
 */
class SignInTest {
  private static final String AUTH = "Microsoft.Web/sites/config";
  private static final String ENTRA = "/properties/identityProviders/azureActiveDirectory";
  private static final String APPLICATION = "Microsoft.Graph/applications";
  private static final String FEDERATION = APPLICATION + "/federatedIdentityCredentials";
  private static final String ASSIGNED = "Microsoft.Graph/appRoleAssignedTo";
  private static final String ISSUER =
      "\"[format('{0}{1}/v2.0', environment().authentication.loginEndpoint,"
          + " '00000000-0000-0000-0000-000000000002')]\"";
  private static final String CLIENT = "\"[reference('application').appId]\"";

  /** All that it may say: no permission, no secret, no address for other kinds of clients. */
  private static final Set<String> SAID =
      Set.of(
          "uniqueName",
          "displayName",
          "signInAudience",
          "identifierUris",
          "api",
          "appRoles",
          "optionalClaims",
          "web");

  static Stream<Expected> expected() {
    return Stream.of(
        new Expected(AUTH, "/properties/platform/enabled", "true"),
        new Expected(AUTH, "/properties/globalValidation/requireAuthentication", "true"),
        new Expected(
            AUTH, "/properties/globalValidation/unauthenticatedClientAction", "\"Return401\""),
        new Expected(
            AUTH,
            "/properties/globalValidation/excludedPaths",
            "[\"/api/health\", \"/page\", \"/page/*\"]"),
        new Expected(AUTH, "/properties/httpSettings/requireHttps", "true"),
        new Expected(
            AUTH,
            ENTRA + "/registration/clientSecretSettingName",
            "\"OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID\""),
        new Expected(AUTH, ENTRA + "/registration/openIdIssuer", ISSUER),
        new Expected(
            AUTH,
            ENTRA + "/validation/allowedAudiences",
            "["
                + CLIENT
                + ", \"api://00000000-0000-0000-0000-000000000002/crm-outlook-sync-func-sample\"]"),
        new Expected(AUTH, "/properties/login/tokenStore/enabled", "false"),
        new Expected(AUTH, "/properties/login/nonce/validateNonce", "true"),
        new Expected(AUTH, "/properties/login/nonce/nonceExpirationInterval", "\"00:05:00\""),
        new Expected(AUTH, "/properties/login/cookieExpiration/convention", "\"FixedTime\""),
        new Expected(AUTH, "/properties/login/cookieExpiration/timeToExpiration", "\"01:00:00\""),
        new Expected(APPLICATION, "/properties/signInAudience", "\"AzureADMyOrg\""),
        new Expected(APPLICATION, "/properties/api/requestedAccessTokenVersion", "2"),
        new Expected(APPLICATION, "/properties/optionalClaims/idToken", "[{\"name\": \"acct\"}]"),
        new Expected(
            APPLICATION,
            "/properties/optionalClaims/accessToken",
            "[{\"name\": \"acct\"},"
                + " {\"name\": \"idtyp\", \"additionalProperties\": [\"include_user_token\"]}]"),
        new Expected(
            APPLICATION,
            "/properties/web/implicitGrantSettings/enableAccessTokenIssuance",
            "false"),
        new Expected(FEDERATION, "/properties/audiences", "[\"api://AzureADTokenExchange\"]"),
        new Expected(FEDERATION, "/properties/issuer", ISSUER));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void itIsAsStrictAsItMustBe(Expected expected) {
    assertThat(expected.problems(Deployment.ofEntra())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void thatItIsLaxIsNoticed(Expected expected) {
    assertThat(expected.broken(Deployment.ofEntra()))
        .isNotEmpty()
        .allSatisfy(broken -> assertThat(expected.problems(broken)).hasSize(1));
  }

  /** The page's own client, the CRM's back end, another that is named, and the Azure CLI. */
  @Test
  void onlyNamedApplicationsMayAskForATokenThatIsTaken() {
    String allowed =
        Deployment.ofEntra()
            .one(AUTH)
            .at(ENTRA + "/validation/defaultAuthorizationPolicy/allowedApplications")
            .toString();

    assertThat(allowed)
        .contains("reference('application').appId")
        .contains("00000000-0000-0000-0000-0000000000c1")
        .contains("00000000-0000-0000-0000-0000000000c2")
        .contains("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
  }

  @Test
  void theRegistrationAsksForNothing() {
    assertThat(more(Deployment.ofEntra())).isEmpty();
    assertThat(more(withMore("requiredResourceAccess"))).containsExactly("requiredResourceAccess");
    assertThat(more(withMore("passwordCredentials"))).containsExactly("passwordCredentials");
    assertThat(more(withMore("spa"))).containsExactly("spa");
  }

  @Test
  void personsGetNoRoleOfTheBackEnd() {
    assertThat(holders(Deployment.ofEntra()))
        .containsExactly(
            "Sync.OnBehalf [\"Application\"]", "Sync.Admin [\"Application\",\"User\"]");
  }

  @Test
  void theCrmGetsItsRoleAndTheAdminTheirs() {
    Deployment entra = Deployment.ofEntra();
    JsonNode roles = entra.one(APPLICATION).at("/properties/appRoles");
    List<JsonNode> assigned = entra.resources(ASSIGNED);

    assertThat(assigned).hasSize(2);
    assertThat(assigned.get(0).at("/properties/appRoleId")).isEqualTo(roles.at("/0/id"));
    assertThat(assigned.get(0).at("/properties/principalId").asText()).contains("crm");
    assertThat(assigned.get(1).at("/properties/appRoleId")).isEqualTo(roles.at("/1/id"));
    assertThat(assigned.get(1).at("/properties/principalId").asText())
        .isEqualTo("00000000-0000-0000-0000-0000000000a1");
  }

  /** In place of a secret: a token of the app's own identity, and one address to come back to. */
  @Test
  void browsersComeBackToTheAppItself() {
    Deployment entra = Deployment.ofEntra();

    assertThat(entra.one(FEDERATION).at("/properties/subject").asText())
        .contains("/userAssignedIdentities/id-sample")
        .endsWith(".principalId]");
    JsonNode addresses = entra.one(APPLICATION).at("/properties/web/redirectUris");
    assertThat(addresses).hasSize(1);
    assertThat(addresses.path(0).asText())
        .startsWith("[format('https://{0}/.auth/login/aad/callback', reference(")
        .endsWith("/sites/func-sample', '2025-03-01').defaultHostName)]");
  }

  private static Deployment withMore(String property) {
    return Deployment.ofEntra()
        .broken(copy -> ((ObjectNode) copy.one(APPLICATION).path("properties")).putArray(property));
  }

  private static Set<String> more(Deployment entra) {
    Set<String> more = new TreeSet<>();
    entra.one(APPLICATION).path("properties").fieldNames().forEachRemaining(more::add);
    more.removeAll(SAID);
    return more;
  }

  private static List<String> holders(Deployment entra) {
    return entra.one(APPLICATION).at("/properties/appRoles").findValuesAsText("value").stream()
        .map(role -> role + " " + holdersOf(entra, role))
        .toList();
  }

  private static JsonNode holdersOf(Deployment entra, String wanted) {
    for (JsonNode role : entra.one(APPLICATION).at("/properties/appRoles")) {
      if (role.path("value").asText().equals(wanted)) {
        return role.path("allowedMemberTypes");
      }
    }
    throw new AssertionError("There is no role " + wanted);
  }
}
