package io.crmsync.localapp;

import io.crmsync.adapters.csv.CsvSource;
import io.crmsync.adapters.mapping.Mapping;
import io.crmsync.adapters.mapping.ShippedMapping;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource;
import io.crmsync.sync.port.UnorderedSource.Part;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program's export in place of the CRM. The functions read the files from the container that they
 * were uploaded to; what the run compares with is read from the same files here.
 *
 * @param contacts the files that were given, a {@code users.csv} among them or not
 * @param madeUp the users, where no file has them
 */
record CsvExport(List<Path> contacts, Optional<SampleUsers> madeUp) implements LocalSource {
  CsvExport {
    contacts = List.copyOf(contacts);
  }

  /**
   * Takes files that were found good; makes a file of users where none is among them.
   *
   * @param sample the directory of the sample
   */
  static CsvExport of(List<Path> files, Path sample) {
    return new CsvExport(
        files, hasUsers(files) ? Optional.empty() : Optional.of(SampleUsers.write(sample)));
  }

  /**
   * What is wrong with files, before anything is started: each is read to its end.
   *
   * @param sample as for {@link #of}
   */
  static Optional<String> complaint(List<Path> files, Path sample) {
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        return Optional.of("there is no file " + file);
      }
      if (!names.add(LocalFiles.name(file))) {
        return Optional.of("two files are called " + LocalFiles.name(file));
      }
    }
    try {
      var unused = of(files, sample).now();
      return Optional.empty();
    } catch (CrmBroken | UncheckedIOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Reads files by the mapping that is shipped. */
  static CsvSource source(SourceFiles files) {
    return new CsvSource(files, Mapping.of(ShippedMapping.CSV.json()));
  }

  /** All files, the one of users too. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(contacts);
    madeUp.ifPresent(users -> files.add(users.file()));
    return files;
  }

  @Override
  public CrmNow now() {
    CsvSource source = source(new LocalFiles(files()));
    return CrmNow.of(source.directory(), records(source));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("CRM_SOURCE", "csv");
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  contacts   "
            + contacts.stream().map(Path::toString).collect(Collectors.joining(", "))
            + ", uploaded to the container "
            + CrmContainer.NAME);
    madeUp.ifPresent(
        users ->
            lines.add(
                "  users      no "
                    + SampleUsers.NAME
                    + " was given; in "
                    + users.file()
                    + " are three of the sample: "
                    + String.join(", ", users.mailboxes())));
    return lines;
  }

  @Override
  public OptionalLong recordsRead() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<URI> simulator() {
    return Optional.empty();
  }

  private static boolean hasUsers(List<Path> files) {
    return files.stream().anyMatch(file -> LocalFiles.name(file).equals(SampleUsers.NAME));
  }

  /** A whole file at a time: they are all held in memory anyway. */
  private static List<SourceRecord> records(UnorderedSource source) {
    List<SourceRecord> records = new ArrayList<>();
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      Part part = source.part(token.get(), Integer.MAX_VALUE);
      part.records().forEach(gathered -> records.add(source.read(gathered.line())));
      token = part.next();
    }
    return records;
  }
}
