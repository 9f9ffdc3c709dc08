package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.localapp.files.BuildFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code users.csv} of the sample's users, for whoever has contacts and no list of users at hand:
 * of the first {@value #MOST} active ones, so that everybody's copies of a usual export are made
 * within a minute or two.
 *
 * @param file where it was written
 * @param mailboxes whose they are
 */
record SampleUsers(Path file, List<String> mailboxes) {
  /** What the file of users is called. */
  static final String NAME = "users.csv";

  private static final int MOST = 3;

  SampleUsers {
    mailboxes = List.copyOf(mailboxes);
  }

  /**
   * Writes it into the build's folder.
   *
   * @param sample the directory that has users.jsonl
   */
  static SampleUsers write(Path sample) {
    List<String> rows = new ArrayList<>(List.of("id,mailbox,active"));
    List<String> mailboxes = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(sample.resolve("users.jsonl"))) {
        JsonNode user = Http.JSON.readTree(line);
        if (user.path("active").asBoolean() && mailboxes.size() < MOST) {
          mailboxes.add(user.path("mailbox").asText());
          rows.add(user.path("id").asText() + "," + user.path("mailbox").asText() + ",true");
        }
      }
      Path file = BuildFolder.of("local").resolve(NAME);
      Files.createDirectories(BuildFolder.of("local"));
      Files.write(file, rows);
      return new SampleUsers(file, mailboxes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
