package io.crmsync.localapp;

import io.crmsync.simulators.crm.CrmSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the local run was asked for, by {@code -D} options.
 *
 * @param dry whether a dry run goes before the night
 * @param once whether it ends after the run, instead of staying up
 * @param data directory of contacts.jsonl, users.jsonl and groups.jsonl
 * @param state directory that keeps storage, CRM and mailboxes; empty: nothing is kept
 * @param lease how long a message stays hidden while it is worked on
 * @param graphLatency mean time that a Graph request takes
 * @param port loopback port of the functions; 0 takes a free one
 * @param kills how often the functions' process is killed on the way
 * @param killWhile in which part of the work
 * @param change in how many percent of the contacts a field is changed after the first night
 * @param changeField which field, as the feed names it; empty: the plain one that most contacts
 *     have
 * @param nights how often the night is fired on the unchanged CRM, at least once
 * @param settings further application settings, by name
 * @param appJar the built jar that the functions are run from; empty: from the compiled classes
 */
record RunOptions(
    boolean dry,
    boolean once,
    Path data,
    Optional<Path> state,
    Duration lease,
    Duration graphLatency,
    int port,
    int kills,
    Kills.Moment killWhile,
    double change,
    Optional<String> changeField,
    int nights,
    Map<String, String> settings,
    Optional<Path> appJar) {

  static final Path SAMPLE = Path.of("src", "local", "resources", "sample");

  RunOptions {
    settings = Map.copyOf(settings);
  }

  /**
   * Reads them; a blank one is as good as absent.
   *
   * @throws IllegalArgumentException one is wrong; the message names it
   */
  static RunOptions of(Properties properties) {
    OptionReader read = new OptionReader(properties);
    return new RunOptions(
        read.flag("dry"),
        read.flag("once"),
        read.text("crm.data").map(Path::of).map(RunOptions::existing).orElse(SAMPLE),
        read.text("state").map(Path::of),
        Duration.ofSeconds(read.number("lease", 600, 1, 7 * 24 * 3600)),
        Duration.ofMillis(read.number("graph.latency", 0, 0, 60_000)),
        read.number("port", 0, 0, 65_535),
        read.number("kills", 0, 0, 100),
        read.word("kill.while", Kills.Moment.WRITING, Kills.Moment.class),
        read.percent("change"),
        read.text("change.field"),
        read.number("nights", 1, 1, 100),
        read.pairs("settings"),
        read.text("app.jar").map(Path::of).map(RunOptions::jar));
  }

  /** The same, but nothing is killed. */
  RunOptions withoutKills() {
    return new RunOptions(
        dry,
        once,
        data,
        state,
        lease,
        graphLatency,
        port,
        0,
        killWhile,
        change,
        changeField,
        nights,
        settings,
        appJar);
  }

  private static Path jar(Path file) {
    if (!file.toFile().isFile()) {
      throw new IllegalArgumentException(
          "-Dapp.jar=" + file + ": there is no such file; mvn package makes one");
    }
    return file;
  }

  /** All three files, and each line of them a record: before anything is started. */
  private static Path existing(Path directory) {
    for (String file : List.of("contacts.jsonl", "users.jsonl", "groups.jsonl")) {
      if (!directory.resolve(file).toFile().isFile()) {
        throw new IllegalArgumentException(
            "-Dcrm.data="
                + directory
                + ": there is no "
                + file
                + " in "
                + directory.toAbsolutePath().normalize());
      }
    }
    try {
      CrmSimulator.check(directory);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("-Dcrm.data=" + directory + ": " + e.getMessage(), e);
    }
    return directory;
  }
}
