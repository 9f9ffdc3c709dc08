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
    List<Node> names = names(node);
    names.forEach(name -> declared.add(name.text()));
    if (node.is("identifier")) {
      used.add(node.text());
    }
    node.children().stream()
        .filter(child -> !names.contains(child) && !isOnlyAWord(node, child))
        .forEach(child -> look(child, used, declared));
  }

  /** Those that this node brings into being. */
  private static List<Node> names(Node node) {
    if (node.is("for_loop_parameters")) {
      return node.parts();
    }
    if (node.is("lambda_expression")) {
      Node parameters = node.parts().get(0);
      return parameters.is("identifier") ? List.of(parameters) : List.of();
    }
    boolean loopOfTwo = node.parts().stream().anyMatch(part -> part.is("for_loop_parameters"));
    return DECLARING.contains(node.type()) && !loopOfTwo
        ? node.parts().stream().filter(part -> part.is("identifier")).limit(1).toList()
        : List.of();
  }

  /** A key of an object, or one of Bicep's functions. */
  @SuppressWarnings("ReferenceEquality") // the same word may stand elsewhere in the node
  private static boolean isOnlyAWord(Node node, Node child) {
    return (node.is("object_property") || node.is("call_expression"))
        && child.is("identifier")
        && child == node.children().get(0);
  }
}
