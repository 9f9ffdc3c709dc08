package io.crmsync.infra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parameter, variable, output, resource or module of a Bicep file.
 *
 * @param decorators what stands before it with @; empty: nothing
 */
public record Declaration(Node node, Optional<Node> decorators) {

  /** The name that its file knows it by. */
  public String name() {
    return node.children().stream()
        .filter(child -> child.is("identifier"))
        .findFirst()
        .map(Node::text)
        .orElseThrow();
  }

  /** Whether it has this decorator. */
  public boolean has(String decorator) {
    return calls(decorator).findAny().isPresent();
  }

  /** The arguments of a decorator; none: it is not there, or has none. */
  public List<Node> arguments(String decorator) {
    return calls(decorator)
        .flatMap(call -> call.last().stream())
        .flatMap(arguments -> arguments.parts().stream())
        .toList();
  }

  private Stream<Node> calls(String decorator) {
    return decorators.stream()
        .flatMap(all -> all.all("decorator"))
        .flatMap(one -> one.last().stream())
        .filter(call -> call.children().get(0).text().equals(decorator));
  }

  /** The default of a parameter, the value of a variable or an output. */
  public Optional<Node> value() {
    return node.has("=") ? node.last() : Optional.empty();
  }

  /** Of a parameter: its type, such as string or int. */
  public String type() {
    return node.parts().get(1).text();
  }

  /** Of a resource its type and version, of a module its path. */
  public String source() {
    return node.children().stream()
        .filter(child -> child.is("string"))
        .findFirst()
        .flatMap(Node::literal)
        .orElse("");
  }

  /** Whether a resource is only referred to. */
  boolean existing() {
    return node.has("existing");
  }

  /** Of a resource or module: its object, whatever condition or loop it stands in. */
  public Node body() {
    Node body = node;
    while (!body.is("object")) {
      body = body.last().orElseThrow();
    }
    return body;
  }
}
