package io.crmsync.infra;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** No parameter or variable is left over, and no name is used that nothing declares. */
final class NamesAreUsedAndKnown implements Rule {
  private static final Set<String> DECLARING =
      Set.of(
          "parameter_declaration",
          "variable_declaration",
          "output_declaration",
          "resource_declaration",
          "module_declaration",
          "for_statement");

  @Override
  public List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    for (BicepFile file : folder.files().values()) {
      Set<String> used = new TreeSet<>();
      Set<String> declared = new HashSet<>();
      look(file.root(), used, declared);
      Stream.concat(file.params().stream(), file.variables().stream())
          .filter(declaration -> !used.contains(declaration.name()))
          .forEach(left -> problems.add(file.place(left.node()) + " is unused: " + left.name()));
      used.removeAll(declared);
      used.forEach(name -> problems.add(file.name() + " uses what it does not know: " + name));
    }
    return problems;
  }

  private static void look(Node node, Set<String> used, Set<String> declared) {
    List<Node> rest = new ArrayList<>(node.children());
    if (DECLARING.contains(node.type())) {
      node.parts().stream().filter(part -> part.is("identifier")).findFirst().ifPresent(
          name -> {
            declared.add(name.text());
            rest.remove(name);
          });
    } else if (node.is("lambda_expression")) {
      declared.add(node.parts().get(0).text());
    } else if (node.is("object_property") || node.is("call_expression")) {
      // A key, or the name of one of Bicep's functions.
      rest.removeIf(child -> child == node.children().get(0) && child.is("identifier"));
    }
    if (node.is("identifier")) {
      used.add(node.text());
    }
    rest.forEach(child -> look(child, used, declared));
  }
}
