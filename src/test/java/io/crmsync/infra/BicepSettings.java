package io.crmsync.infra;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The application settings that main.bicep gives the app.
 *
 * @param names all of them
 * @param params those that are a parameter's value, by the setting's name
 */
public record BicepSettings(Set<String> names, Map<String, Declaration> params) {

  /** Those of all variables that are called settings. */
  public static BicepSettings of(BicepFile main) {
    Set<String> names = new TreeSet<>();
    Map<String, Declaration> params = new TreeMap<>();
    main.variables().stream()
        .filter(variable -> variable.name().matches("\\w+Settings?"))
        .flatMap(variable -> variable.node().all("object_property"))
        .forEach(
            property -> {
              String name = property.key().orElseThrow();
              names.add(name);
              param(main, property).ifPresent(param -> params.put(name, param));
            });
    return new BicepSettings(names, params);
  }

  /** The text of a default that is a plain string or number. */
  public static Optional<String> literal(Optional<Node> value) {
    return value.flatMap(node -> node.is("number") ? Optional.of(node.text()) : node.literal());
  }

  /** Settings are texts: a number is put into string(). */
  private static Optional<Declaration> param(BicepFile main, Node property) {
    String value = property.last().map(Node::text).orElse("");
    String name = value.replaceFirst("^string\\((\\w+)\\)$", "$1");
    return main.params().stream().filter(param -> param.name().equals(name)).findFirst();
  }
}
