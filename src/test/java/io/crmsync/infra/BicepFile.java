package io.crmsync.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Bicep file.
 *
 * @param name its path in the folder, with slashes
 */
public record BicepFile(String name, Node root) {

  /** Its parameters, in order. */
  public List<Declaration> params() {
    return declarations("parameter_declaration");
  }

  /** Its variables. */
  public List<Declaration> variables() {
    return declarations("variable_declaration");
  }

  List<Declaration> outputs() {
    return declarations("output_declaration");
  }

  /** The modules it uses. */
  public List<Declaration> modules() {
    return declarations("module_declaration");
  }

  /** Its resources, those inside others too. */
  public List<Declaration> resources() {
    return root.all("resource_declaration")
        .map(node -> new Declaration(node, Optional.empty()))
        .toList();
  }

  /** The parameter or variable of this name. */
  public Optional<Declaration> find(String wanted) {
    List<Declaration> all = new ArrayList<>(params());
    all.addAll(variables());
    return all.stream().filter(declaration -> declaration.name().equals(wanted)).findFirst();
  }

  /** Where a node is, for a message. */
  String place(Node node) {
    return name + ":" + node.line();
  }

  /** The decorators of a declaration are the node before it. */
  private List<Declaration> declarations(String type) {
    List<Declaration> found = new ArrayList<>();
    Optional<Node> before = Optional.empty();
    for (Node node : root.children()) {
      if (node.is(type)) {
        found.add(new Declaration(node, before.filter(previous -> previous.is("decorators"))));
      }
      before = Optional.of(node);
    }
    return found;
  }
}
