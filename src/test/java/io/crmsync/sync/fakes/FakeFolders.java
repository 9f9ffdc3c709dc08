package io.crmsync.sync.fakes;

import io.crmsync.domain.plan.FolderId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The folder tree of one mailbox: root with the default folder and others, and the bin. */
final class FakeFolders {
  private record Node(FolderId parent, String name) {}

  private final Map<FolderId, Node> nodes = new LinkedHashMap<>();
  private final String prefix;
  private final FolderId root;
  final FolderId defaultFolder;
  final FolderId bin;
  private int made;

  FakeFolders(String prefix) {
    this.prefix = prefix;
    root = new FolderId(prefix + "root");
    defaultFolder = new FolderId(prefix + "contacts");
    bin = new FolderId(prefix + "bin");
    nodes.put(defaultFolder, new Node(root, "Contacts"));
  }

  boolean live(FolderId folder) {
    FolderId at = folder;
    while (nodes.containsKey(at)) {
      at = nodeOf(at).parent();
    }
    return at.equals(root);
  }

  boolean exists(FolderId folder) {
    return nodes.containsKey(folder);
  }

  Map<FolderId, String> liveOnes() {
    Map<FolderId, String> found = new LinkedHashMap<>();
    nodes.forEach(
        (id, node) -> {
          if (live(id)) {
            found.put(id, node.name());
          }
        });
    return found;
  }

  Map<FolderId, String> besideDefault() {
    Map<FolderId, String> found = new LinkedHashMap<>();
    nodes.forEach(
        (id, node) -> {
          if (!id.equals(defaultFolder) && node.parent().equals(root)) {
            found.put(id, node.name());
          }
        });
    return found;
  }

  Optional<FolderId> named(String name) {
    return besideDefault().entrySet().stream()
        .filter(e -> e.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  FolderId make(String name) {
    return makeIn(root, name);
  }

  FolderId makeIn(FolderId parent, String name) {
    FolderId id = new FolderId(prefix + "f" + ++made);
    nodes.put(id, new Node(parent, name));
    return id;
  }

  void rename(FolderId folder, String name) {
    nodes.put(folder, new Node(nodeOf(folder).parent(), name));
  }

  void toBin(FolderId folder) {
    nodes.put(folder, new Node(bin, nodeOf(folder).name()));
  }

  void backFromBin(FolderId folder) {
    nodes.put(folder, new Node(root, nodeOf(folder).name()));
  }

  void purgeBinned() {
    nodes.keySet().removeIf(id -> !live(id));
  }

  private Node nodeOf(FolderId folder) {
    return Optional.ofNullable(nodes.get(folder)).orElseThrow();
  }
}
