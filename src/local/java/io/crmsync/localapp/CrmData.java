package io.crmsync.localapp;

import io.crmsync.simulators.crm.CrmSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A directory of records for the simulated CRM, looked at before anything is started. */
final class CrmData {
  private static final List<String> FILES =
      List.of("contacts.jsonl", "users.jsonl", "groups.jsonl");

  private CrmData() {}

  /** What is wrong with it: all three files have to be there, and each line of them a record. */
  static Optional<String> complaint(Path directory) {
    Optional<String> missing =
        FILES.stream().filter(file -> !directory.resolve(file).toFile().isFile()).findFirst();
    if (missing.isPresent()) {
      Path where = directory.toAbsolutePath().normalize();
      return missing.map(file -> "there is no " + file + " in " + where);
    }
    try {
      CrmSimulator.check(directory);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
