package io.crmsync.sync.fakes;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.Mailbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The folder tree of one mailbox: root with the default folder and others, and the bin. */
final class FakeFolders {
  private record Node(FolderId parent, String name) {}

  private final Map<FolderId, Node> nodes = new LinkedHashMap<>();
  private final Set<String> mailFolders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
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

  String defaultName() {
    return nodeOf(defaultFolder).name();
  }

  Map<FolderId, String> besideDefault() {
    return below(root);
  }

  Map<FolderId, String> belowDefault() {
    return below(defaultFolder);
  }

  private Map<FolderId, String> below(FolderId parent) {
    Map<FolderId, String> found = new LinkedHashMap<>();
    nodes.forEach(
        (id, node) -> {
          if (!id.equals(defaultFolder) && node.parent().equals(parent)) {
            found.put(id, node.name());
          }
        });
    return found;
  }

  /** One of a name that is taken is the one that has it, or is made below the default one. */
  FolderId findOrMake(String name) {
    if (!taken(root, name)) {
      return make(name);
    }
    return Mailbox.named(name, besideDefault())
        .or(() -> Optional.of(defaultFolder).filter(id -> defaultName().equalsIgnoreCase(name)))
        .or(() -> Mailbox.named(name, belowDefault()))
        .orElseGet(() -> makeIn(defaultFolder, name));
  }

  /** A folder of mail beside the default one: in no list of contact folders. */
  void makeForMail(String name) {
    mailFolders.add(name);
  }

  FolderId make(String name) {
    return makeIn(root, name);
  }

  private boolean taken(FolderId parent, String name) {
    boolean byMail = parent.equals(root) && mailFolders.contains(name);
    return byMail
        || nodes.values().stream()
            .anyMatch(node -> node.parent().equals(parent) && node.name().equalsIgnoreCase(name));
  }

  /** As Exchange does, it refuses a second folder of one name, the default one's included. */
  FolderId makeIn(FolderId parent, String name) {
    if (taken(parent, name)) {
      throw new IllegalStateException("ErrorFolderExists");
    }
    FolderId id = new FolderId(prefix + "f" + ++made);
    nodes.put(id, new Node(parent, name));
    return id;
  }

  void rename(FolderId folder, String name) {
    nodes.put(folder, new Node(nodeOf(folder).parent(), name));
  }

  void moveBelow(FolderId folder, FolderId parent) {
    nodes.put(folder, new Node(parent, nodeOf(folder).name()));
  }

  void toBin(FolderId folder) {
    moveBelow(folder, bin);
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
