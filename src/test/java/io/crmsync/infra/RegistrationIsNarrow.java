package io.crmsync.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The app registration lets in this tenant alone, gives persons no role of the back end, asks for
 * no permission, trusts the app's identity in place of a secret, and has tokens say what SignIn
 * goes by.
 */
final class RegistrationIsNarrow implements Rule {
  private static final String FILE = "entra.bicep";
  private static final String APPLICATION = "Microsoft.Graph/applications";
  private static final String FEDERATION = "federatedIdentityCredentials";

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

  private static final Map<String, String> WHO_MAY_HOLD =
      Map.of("Sync.OnBehalf", "['Application']", "Sync.Admin", "['Application', 'User']");

  private static final List<Expectation> EXPECTED =
      List.of(
          new Expectation(APPLICATION, "signInAudience", "'AzureADMyOrg'"),
          new Expectation(APPLICATION, "api.requestedAccessTokenVersion", "2"),
          new Expectation(APPLICATION, "optionalClaims.idToken", "[{ name: 'acct' }]"),
          new Expectation(
              APPLICATION,
              "optionalClaims.accessToken",
              "[{ name: 'acct' }, { name: 'idtyp', additionalProperties: ['include_user_token'] }]"),
          new Expectation(
              APPLICATION,
              "web.redirectUris",
              "['https://${site.properties.defaultHostName}/.auth/login/aad/callback']"),
          new Expectation(
              APPLICATION, "web.implicitGrantSettings.enableAccessTokenIssuance", "false"),
          new Expectation(FEDERATION, "audiences", "['api://AzureADTokenExchange']"),
          new Expectation(
              FEDERATION,
              "issuer",
              "'${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'"),
          new Expectation(FEDERATION, "subject", "identity.properties.principalId"));

  @Override
  public List<String> problems(BicepFolder folder) {
    BicepFolder registration = folder.only(FILE);
    List<String> problems = new ArrayList<>();
    EXPECTED.forEach(expected -> problems.addAll(expected.problems(registration)));
    application(registration.file(FILE)).ifPresent(body -> look(body, problems));
    return problems;
  }

  private static void look(Node application, List<String> problems) {
    Set<String> more = new TreeSet<>();
    application.parts().stream()
        .filter(part -> part.is("object_property"))
        .forEach(part -> part.key().ifPresent(more::add));
    more.removeAll(SAID);
    more.forEach(key -> problems.add(FILE + " must not say " + key));
    List<Node> roles =
        application.at("appRoles").stream().flatMap(Node::elements).toList();
    if (roles.size() != WHO_MAY_HOLD.size()) {
      problems.add(FILE + " has not the roles " + WHO_MAY_HOLD.keySet());
    }
    roles.forEach(role -> check(role, problems));
  }

  private static void check(Node role, List<String> problems) {
    String name = role.at("value").flatMap(Node::literal).orElse("");
    String held = role.at("allowedMemberTypes").map(Node::text).orElse("nobody");
    if (!held.equals(WHO_MAY_HOLD.get(name))) {
      problems.add(FILE + ":" + role.line() + " " + name + " must not be for " + held);
    }
  }

  private static Optional<Node> application(BicepFile file) {
    return file.resources().stream()
        .filter(resource -> resource.source().startsWith(APPLICATION + "@"))
        .map(Declaration::body)
        .findFirst();
  }
}
