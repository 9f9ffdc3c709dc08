package io.crmsync.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a deployment would ask Azure for: a snapshot, with every expression evaluated that needs no
 * live Azure. Those that do are left as {@code "[...]"}.
 *
 * @param root of the snapshot's JSON
 */
public record Deployment(JsonNode root) {

  /** The committed snapshot of an installation. */
  public static Deployment of(Installation installation) {
    return new Deployment(Snapshots.committed(installation.file()));
  }

  /** The committed snapshot of entra.bicep: app registration and sign-in. */
  static Deployment ofEntra() {
    return new Deployment(Snapshots.committed(Snapshots.ENTRA));
  }

  /** The paths that App Service authentication lets everybody pass on. */
  public static List<String> pathsWithoutSignIn() {
    List<String> paths = new ArrayList<>();
    ofEntra()
        .one("Microsoft.Web/sites/config")
        .at("/properties/globalValidation/excludedPaths")
        .forEach(path -> paths.add(path.asText()));
    return paths;
  }

  /** All resources. */
  Stream<JsonNode> resources() {
    return StreamSupport.stream(root.path("predictedResources").spliterator(), false);
  }

  /** Those of a type, such as Microsoft.Web/sites, without a version; in the snapshot's order. */
  public List<JsonNode> resources(String type) {
    return resources()
        .filter(resource -> resource.path("type").asText().replaceFirst("@.*", "").equals(type))
        .toList();
  }

  /** The one of a type. */
  public JsonNode one(String type) {
    List<JsonNode> found = resources(type);
    if (found.size() != 1) {
      throw new AssertionError("There are " + found.size() + " of " + type);
    }
    return found.get(0);
  }

  /** The last parts of their names: that of a table, not the account's before it. */
  public List<String> names(String type) {
    return resources(type).stream()
        .map(resource -> resource.path("name").asText().replaceFirst(".*/", ""))
        .toList();
  }

  /** Application settings by name. */
  public JsonNode appSettings() {
    return resources("Microsoft.Web/sites/config").stream()
        .filter(config -> config.path("name").asText().endsWith("/appsettings"))
        .findFirst()
        .map(config -> config.path("properties"))
        .orElseThrow(() -> new AssertionError("There are no application settings"));
  }

  /** A copy in which something is otherwise. */
  public Deployment broken(Consumer<Deployment> harm) {
    Deployment copy = new Deployment(root.deepCopy());
    harm.accept(copy);
    return copy;
  }

  /** Puts another value in the place of one, in this very copy; null: takes it away. */
  static void put(
      JsonNode resource, String pointer, @org.jspecify.annotations.Nullable JsonNode value) {
    int last = pointer.lastIndexOf('/');
    JsonNode parent = resource.at(pointer.substring(0, last));
    if (!(parent instanceof ObjectNode object)) {
      throw new IllegalArgumentException("There is no " + pointer);
    }
    String key = pointer.substring(last + 1);
    if (value == null) {
      object.remove(key);
    } else {
      object.set(key, value);
    }
  }

  /** Whether an id or type means the same: Azure does not mind capitals. */
  static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
