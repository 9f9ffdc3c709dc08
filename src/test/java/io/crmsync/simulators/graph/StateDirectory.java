package io.crmsync.simulators.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Writes the mailboxes that changed since they were last written or read. */
  synchronized void save(Iterable<Mailbox> mailboxes) {
    for (Mailbox mailbox : mailboxes) {
      long version = mailbox.version();
      if (version != saved.getOrDefault(mailbox.objectId(), -1L)) {
        write(mailbox);
        saved.put(mailbox.objectId(), version);
      }
    }
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
    Path file = directory.resolve(mailbox.objectId() + ".json");
    Path draft = directory.resolve(mailbox.objectId() + ".draft");
    try {
      Files.writeString(draft, Json.text(MailboxJson.render(mailbox)));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
