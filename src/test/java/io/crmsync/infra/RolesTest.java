package io.crmsync.infra;

import static io.crmsync.infra.Installation.DEFAULTS;
import static io.crmsync.infra.Installation.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who gets which role for what: these and no others. The ids are Azure's, the same everywhere
 * (learn.microsoft.com, Azure built-in roles).
 */
class RolesTest {
  private static final String ASSIGNMENT = "Microsoft.Authorization/roleAssignments";
  private static final String BLOB_DATA_OWNER = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
  private static final String QUEUE_DATA_CONTRIBUTOR = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
  private static final String TABLE_DATA_CONTRIBUTOR = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
  private static final String TABLE_DATA_READER = "76199698-9eea-4c19-bc75-cec21354c6b6";
  private static final String METRICS_PUBLISHER = "3913510d-42f4-4e42-8a64-420c390055eb";
  private static final String SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";

  private static final Set<String> OF_THE_APP =
      Set.of(
          "the app: " + BLOB_DATA_OWNER + " for storageAccounts",
          "the app: " + QUEUE_DATA_CONTRIBUTOR + " for storageAccounts",
          "the app: " + TABLE_DATA_CONTRIBUTOR + " for storageAccounts",
          "the app: " + METRICS_PUBLISHER + " for components");

  private static final Set<String> BESIDES_WITH_EVERYTHING =
      Set.of(
          "the app: " + SECRETS_USER + " for vaults",
          "ServicePrincipal 00000000-0000-0000-0000-0000000000b1: "
              + TABLE_DATA_READER
              + " for SyncList",
          "User 00000000-0000-0000-0000-0000000000b2: " + TABLE_DATA_CONTRIBUTOR + " for SyncList");

  @ParameterizedTest
  @EnumSource
  void nobodyGetsMoreOrLess(Installation installation) {
    assertThat(assigned(Deployment.of(installation))).isEqualTo(expected(installation));
  }

  /** What-if tells only of assignments whose names need nothing that is not there yet. */
  @ParameterizedTest
  @EnumSource
  void whatIfForeseesEach(Installation installation) {
    assertThat(Deployment.of(installation).resources(ASSIGNMENT))
        .isNotEmpty()
        .allSatisfy(
            role ->
                assertThat(role.path("name").asText())
                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  }

  @Test
  void anotherRoleScopeOrPrincipalIsNoticed() {
    Deployment whole = Deployment.of(EVERYTHING);
    for (int i = 0; i < whole.resources(ASSIGNMENT).size(); i++) {
      int which = i;
      for (Harm harm : HARMS) {
        Deployment broken =
            whole.broken(copy -> harm.put().accept(copy.resources(ASSIGNMENT).get(which)));

        assertThat(assigned(broken)).as(harm.name()).isNotEqualTo(expected(EVERYTHING));
      }
    }
  }

  @Test
  void oneMoreIsNoticed() {
    assertThat(assigned(Deployment.of(EVERYTHING))).isNotEqualTo(expected(DEFAULTS));
  }

  private record Harm(String name, Consumer<JsonNode> put) {}

  private static final List<Harm> HARMS =
      List.of(
          new Harm(
              "role of an owner",
              role ->
                  Deployment.put(
                      role,
                      "/properties/roleDefinitionId",
                      TextNode.valueOf("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"))),
          new Harm(
              "for the resource group",
              role ->
                  Deployment.put(
                      role,
                      "/id",
                      TextNode.valueOf(
                          "/subscriptions/x/resourceGroups/y/providers/" + ASSIGNMENT))),
          new Harm(
              "for somebody else",
              role ->
                  Deployment.put(role, "/properties/principalId", TextNode.valueOf("somebody"))));

  private static Set<String> expected(Installation installation) {
    Set<String> expected = new TreeSet<>(OF_THE_APP);
    if (installation == EVERYTHING) {
      expected.addAll(BESIDES_WITH_EVERYTHING);
    }
    return expected;
  }

  private static Set<String> assigned(Deployment deployment) {
    return deployment.resources(ASSIGNMENT).stream()
        .map(RolesTest::sentence)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sentence(JsonNode assignment) {
    JsonNode properties = assignment.path("properties");
    String principal = properties.path("principalId").asText();
    String kind = properties.path("principalType").asText();
    boolean app = principal.contains("/userAssignedIdentities/") && kind.equals("ServicePrincipal");
    return (app ? "the app" : kind + " " + principal)
        + ": "
        + properties.path("roleDefinitionId").asText().replaceFirst(".*/", "")
        + " for "
        + scope(assignment.path("id").asText());
  }

  /** The type of a resource, or the name of a table; nothing of both where it is wider. */
  private static String scope(String id) {
    String resource = id.replaceFirst("/providers/" + ASSIGNMENT + ".*", "");
    String name = resource.replaceFirst(".*/", "");
    String type = resource.replaceFirst("/[^/]*$", "").replaceFirst(".*/", "");
    return type.equals("tables") ? name : type;
  }
}
