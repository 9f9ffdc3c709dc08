package io.crmsync.localapp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the local run was asked for, see {@link CommandLineOptions}.
 *
 * @param dry whether a dry run goes before the night
 * @param once whether it ends after the run, instead of staying up
 * @param data directory of contacts.jsonl, users.jsonl and groups.jsonl
 * @param csv files of an export that are read in place of the simulated CRM; empty: there is one
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
    List<Path> csv,
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
    csv = List.copyOf(csv);
    settings = Map.copyOf(settings);
  }

  /**
   * Reads them as {@code mvn -Plocal} is given them; a blank one is as good as absent.
   *
   * @throws IllegalArgumentException one is wrong; the message names it
   */
  static RunOptions of(Properties properties) {
    return new CommandLineReader(properties).options();
  }

  /** The same, but nothing is killed. */
  RunOptions withoutKills() {
    return new RunOptions(
        dry,
        once,
        data,
        csv,
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
}
