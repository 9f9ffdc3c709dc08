package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Renders folders. */
final class FolderJson {
  private static final List<String> NAMES = List.of("id", "parentFolderId", "displayName");

  private FolderJson() {}

  static ObjectNode render(Folder folder, Set<String> select) {
    ObjectNode json = complete(folder);
    if (!NAMES.containsAll(select)) {
      throw GraphError.invalidRequest(
          "RequestBroker--ParseUri",
          "Could not find a property on type 'microsoft.graph.contactFolder'.");
    }
    return select.isEmpty() ? json : json.retain(withId(select));
  }

  static ObjectNode complete(Folder folder) {
    return Json.object()
        .put("id", folder.id())
        .put("parentFolderId", folder.parentId())
        .put("displayName", folder.displayName());
  }

  private static List<String> withId(Set<String> select) {
    return NAMES.stream().filter(name -> name.equals("id") || select.contains(name)).toList();
  }
}
