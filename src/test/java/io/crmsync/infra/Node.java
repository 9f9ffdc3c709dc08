package io.crmsync.infra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of a source text, as the grammar sees it.
 *
 * @param type the grammar's word for it; ERROR and MISSING are what could not be parsed
 * @param text the source of the piece
 * @param line where it begins, from 1
 * @param named false for punctuation and keywords
 */
public record Node(String type, String text, int line, boolean named, List<Node> children) {
  public Node {
    children = List.copyOf(children);
  }

  /** Itself and all below it, in the order of the source. */
  public Stream<Node> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
  }

  /** Those below it of this type, at any depth. */
  public Stream<Node> all(String wanted) {
    return all().filter(node -> node.is(wanted));
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** Children without punctuation and keywords. */
  List<Node> parts() {
    return children.stream().filter(Node::named).toList();
  }

  /** Of an array: what it holds. */
  public Stream<Node> elements() {
    return parts().stream().filter(part -> !part.is("comment"));
  }

  Optional<Node> last() {
    List<Node> parts = parts();
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
  }

  boolean has(String token) {
    return children.stream().anyMatch(child -> child.is(token));
  }

  /** The text of a string that holds no expression. */
  public Optional<String> literal() {
    return is("string") && children.stream().noneMatch(child -> child.is("interpolation"))
        ? Optional.of(text.substring(1, text.length() - 1).replace("\\'", "'"))
        : Optional.empty();
  }

  /** The value at the end of a path of keys through objects. */
  public Optional<Node> at(String path) {
    Optional<Node> found = Optional.of(this);
    for (String key : path.split("\\.", -1)) {
      found = found.flatMap(object -> object.value(key));
    }
    return found;
  }

  private Optional<Node> value(String key) {
    return children.stream()
        .filter(child -> child.is("object_property") && child.key().equals(Optional.of(key)))
        .findFirst()
        .flatMap(Node::last);
  }

  /** Of a property of an object: its name, unless it is computed. */
  Optional<String> key() {
    Node first = children.get(0);
    return first.is("identifier") ? Optional.of(first.text) : first.literal();
  }
}
