package io.crmsync.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Roles are those of this table, each for one resource. The ids are Azure's, the same everywhere
 * (learn.microsoft.com, Azure built-in roles).
 */
final class RolesAreNarrow implements Rule {
  private static final String ASSIGNMENT = "Microsoft.Authorization/roleAssignments";
  private static final String DEFINITION =
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', %s)";

  private static final Map<String, String> ROLES =
      Map.of(
          "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner",
          "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Storage Queue Data Contributor",
          "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor",
          "3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher",
          "4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User");

  /** What a role may be assigned for. */
  private static final Map<String, Set<String>> SCOPES =
      Map.of(
          "Storage Blob Data Owner", Set.of("Microsoft.Storage/storageAccounts"),
          "Storage Queue Data Contributor", Set.of("Microsoft.Storage/storageAccounts"),
          "Storage Table Data Contributor", Set.of("Microsoft.Storage/storageAccounts", "tables"),
          "Monitoring Metrics Publisher", Set.of("Microsoft.Insights/components"),
          "Key Vault Secrets User", Set.of("Microsoft.KeyVault/vaults"));

  @Override
  public List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    Set<String> assigned = new TreeSet<>();
    for (BicepFile file : folder.files().values()) {
      guids(file)
          .filter(id -> !ROLES.containsKey(id))
          .forEach(id -> problems.add(file.name() + " has an id that is no known role's: " + id));
      Map<String, String> types = types(file);
      for (Declaration resource : file.resources()) {
        if (type(resource).equals(ASSIGNMENT)) {
          check(file, resource, types, assigned, problems);
        }
      }
    }
    Set<String> left = new TreeSet<>(ROLES.values());
    left.removeAll(assigned);
    left.forEach(role -> problems.add("Nobody gets the role " + role));
    return problems;
  }

  private static void check(
      BicepFile file,
      Declaration assignment,
      Map<String, String> types,
      Set<String> assigned,
      List<String> problems) {
    String place = file.place(assignment.node());
    String role = role(file, assignment).orElse("unknown");
    assigned.add(role);
    String scope = assignment.body().at("scope").map(Node::text).orElse("");
    String scopeType = types.getOrDefault(scope.replaceFirst(".*::", ""), "nothing");
    if (!SCOPES.getOrDefault(role, Set.of()).contains(scopeType)) {
      problems.add(place + " assigns " + role + " for " + scopeType);
    }
    String name = assignment.body().at("name").map(Node::text).orElse("");
    if (!name.startsWith("guid(" + scope + ".id, ")) {
      problems.add(place + " has a name that is not made from its scope: " + name);
    }
  }

  /** The role behind the variable in the call that names it. */
  private static Optional<String> role(BicepFile file, Declaration assignment) {
    String definition =
        assignment.body().at("properties.roleDefinitionId").map(Node::text).orElse("");
    return file.variables().stream()
        .filter(variable -> definition.equals(String.format(DEFINITION, variable.name())))
        .flatMap(variable -> variable.value().stream())
        .flatMap(value -> value.literal().stream())
        .map(id -> ROLES.getOrDefault(id, "unknown"))
        .findFirst();
  }

  private static java.util.stream.Stream<String> guids(BicepFile file) {
    return file.root()
        .all("string")
        .flatMap(text -> text.literal().stream())
        .filter(text -> text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  }

  private static Map<String, String> types(BicepFile file) {
    return file.resources().stream()
        .collect(
            Collectors.toMap(
                Declaration::name, RolesAreNarrow::type, (one, other) -> one, TreeMap::new));
  }

  private static String type(Declaration resource) {
    return resource.source().replaceFirst("@.*", "");
  }
}
