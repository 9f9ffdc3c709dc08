package io.crmsync.simulators.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps mailboxes in a directory, one file each; only what changed is written, each file in one
 * step.
 */
final class StateDirectory {
  private final Path directory;
  private final Map<String, Long> saved = new HashMap<>();

  StateDirectory(Path directory) {
    this.directory = directory;
  }

  /** Reads all mailboxes that are kept here. */
  synchronized List<Mailbox> load() {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        return files.filter(file -> file.toString().endsWith(".json")).map(this::read).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the mailboxes that changed since they were last written or read; forgets those no longer
   * there.
   */
  synchronized void save(Collection<Mailbox> mailboxes) {
    Set<String> there = mailboxes.stream().map(Mailbox::objectId).collect(Collectors.toSet());
    Set<String> gone = new HashSet<>(saved.keySet());
    gone.removeAll(there);
    gone.forEach(this::delete);
    mailboxes.forEach(this::saveIfChanged);
  }

  private void saveIfChanged(Mailbox mailbox) {
    long version = mailbox.version();
    if (version != saved.getOrDefault(mailbox.objectId(), -1L)) {
      write(mailbox);
      saved.put(mailbox.objectId(), version);
    }
  }

  private void delete(String objectId) {
    try {
      Files.deleteIfExists(file(objectId, ".json"));
      saved.remove(objectId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String objectId, String ending) {
    return directory.resolve(UrlText.encode(objectId) + ending);
  }

  private Mailbox read(Path file) {
    try {
      Mailbox mailbox =
          MailboxJson.read(
              Json.parse(Files.readString(file))
                  .orElseThrow(() -> new IllegalStateException("no mailbox in " + file)));
      saved.put(mailbox.objectId(), mailbox.version());
      return mailbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Mailbox mailbox) {
    Path file = file(mailbox.objectId(), ".json");
    Path draft = file(mailbox.objectId(), ".draft");
    try {
      Files.writeString(draft, Json.text(MailboxJson.render(mailbox)));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
