package io.crmsync.localapp;

import io.crmsync.localapp.files.OwnFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the local run as picocli reads them, and what {@code --help} says of each. */
@Command(
    name = "java -jar crm-outlook-sync-local.jar",
    sortOptions = false,
    usageHelpAutoWidth = true,
    separator = "=",
    description = {
      "",
      "Runs the main job here, on sample data: starts Azurite, a simulated CRM, a simulated Graph"
          + " and the functions, fires NightlySync, shows how far it is, and ends with a summary."
          + " Then it stays up and prints what to try. Ctrl-C ends it.",
      ""
    },
    optionListHeading = "Options:%n",
    footer = {
      "",
      "Each is also a system property, a dot for each dash within its name: mvn -Plocal -Dnights=2"
          + " -Dcrm.data=DIR.",
      "Needs Node 20 or later, and Azurite in node_modules, here or further up."
    })
final class CommandLineOptions {
  @Option(names = "--dry", description = "A dry run goes before the night, and is summed up.")
  private boolean dry;

  @Option(
      names = "--once",
      description = "Ends after the run; the exit code is 0 only if everything converged.")
  private boolean once;

  @Option(
      names = "--crm-data",
      paramLabel = "DIR",
      description = "Your own contacts.jsonl, users.jsonl and groups.jsonl; else the sample.")
  private @Nullable Path crmData;

  @Option(
      names = "--crm-csv",
      paramLabel = "FILE",
      split = ",",
      splitSynopsisLabel = ",",
      description =
          "Exports of Outlook, Google Contacts, HubSpot or Salesforce in place of the simulated"
              + " CRM. Without a users.csv among them three users of the sample get them.")
  private List<String> crmCsv = List.of();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Keeps storage, CRM and mailboxes there, so that a run can be continued or repeated.")
  private @Nullable Path state;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "How long a message stays hidden while it is worked on; ${DEFAULT-VALUE}, as in Azure.")
  private String lease = "";

  @Option(
      names = "--nights",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Fires NightlySync N times on the unchanged CRM: from the second on, nothing may be"
              + " sent.")
  private String nights = "";

  @Option(
      names = "--change",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "Then changes a plain field in so many percent of the contacts, and fires it once more.")
  private String change = "";

  @Option(
      names = "--change-field",
      paramLabel = "FIELD",
      description = "Which field, as the feed names it; else the one that most contacts have.")
  private @Nullable String changeField;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Kills the functions' process N times on the way with SIGKILL, and starts it again.")
  private String kills = "";

  @Option(
      names = "--kill-while",
      paramLabel = "reading|writing",
      defaultValue = "writing",
      description = "In which part of the work; ${DEFAULT-VALUE}.")
  private String killWhile = "";

  @Option(
      names = "--graph-latency",
      paramLabel = "MS",
      defaultValue = "0",
      description = "How long the simulated Graph takes for a request, in milliseconds.")
  private String graphLatency = "";

  @Option(
      names = "--app-jar",
      paramLabel = "JAR",
      description =
          "Runs the functions from a built jar, with what the Java worker has beside it and no"
              + " more.")
  private @Nullable Path appJar;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Where the functions listen; else a free port.")
  private String port = "";

  @Option(
      names = "--settings",
      paramLabel = "NAME=VALUE",
      split = ",",
      splitSynopsisLabel = ",",
      description = "Application settings; those in the environment count too.")
  private List<String> settings = List.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this and ends.")
  private boolean help;

  /** Whether nothing is to be done but to say what can be. */
  boolean helpIsAsked() {
    return help;
  }

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException one makes no sense; the message names it, as it was given
   */
  RunOptions checked(OptionValues values) {
    double percent = values.percent("--change", change);
    Kills.Moment moment = values.word("--kill-while", killWhile, Kills.Moment.class);
    int kill = values.wholeNumber("--kills", kills, 0, 100);
    if (!crmCsv.isEmpty()) {
      refuseBesideFiles(values, percent, kill > 0 && moment == Kills.Moment.READING);
    }
    return new RunOptions(
        dry,
        once,
        Optional.ofNullable(crmData)
            .map(directory -> existing(directory, values))
            .orElseGet(CommandLineOptions::sample),
        files(values),
        Optional.ofNullable(state),
        Duration.ofSeconds(values.wholeNumber("--lease", lease, 1, 7 * 24 * 3600)),
        Duration.ofMillis(values.wholeNumber("--graph-latency", graphLatency, 0, 60_000)),
        values.wholeNumber("--port", port, 0, 65_535),
        kill,
        moment,
        percent,
        Optional.ofNullable(changeField),
        values.wholeNumber("--nights", nights, 1, 100),
        values.pairs("--settings", settings),
        Optional.ofNullable(appJar).map(file -> jar(file, values)));
  }

  private static Path sample() {
    return OwnFiles.of(RunOptions.SAMPLE, "sample");
  }

  private static Path existing(Path directory, OptionValues values) {
    Optional<String> complaint = CrmData.complaint(directory);
    if (complaint.isPresent()) {
      throw values.wrong("--crm-data", directory, complaint.get());
    }
    return directory;
  }

  private List<Path> files(OptionValues values) {
    List<Path> files = crmCsv.stream().map(String::strip).map(Path::of).toList();
    if (!files.isEmpty()) {
      Optional<String> complaint = CsvExport.complaint(files, sample());
      if (complaint.isPresent()) {
        throw values.wrong("--crm-csv", String.join(",", crmCsv), complaint.get());
      }
    }
    return files;
  }

  /** What needs the simulated CRM. */
  private void refuseBesideFiles(OptionValues values, double percent, boolean killsInReading) {
    if (crmData != null) {
      throw besideFiles(values, "--crm-data", crmData, "there is one CRM, not two.");
    }
    if (percent > 0) {
      throw besideFiles(
          values,
          "--change",
          change,
          "the run changes no files. Change them yourself, and run again with the same --state.");
    }
    if (killsInReading) {
      throw besideFiles(values, "--kill-while", killWhile, "only the simulated CRM can be slow.");
    }
  }

  private IllegalArgumentException besideFiles(
      OptionValues values, String option, Object value, String why) {
    String files = values.spelled("--crm-csv", String.join(",", crmCsv));
    return values.wrong(option, value, "it cannot be beside " + files + ": " + why);
  }

  private static Path jar(Path file, OptionValues values) {
    if (!file.toFile().isFile()) {
      throw values.wrong("--app-jar", file, "there is no such file; mvn package makes one");
    }
    return file;
  }
}
