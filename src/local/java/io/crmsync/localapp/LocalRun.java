package io.crmsync.localapp;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The local run, {@code mvn -Plocal} or one jar: everything starts, a night is fired and watched,
 * and its summary printed. Ends with 0 if every mailbox holds what it should, else with 1.
 */
public final class LocalRun {
  private final Landscape landscape;
  private final RunOptions options;
  private final Nights nights;
  private final PrintStream out;
  private boolean allWell = true;

  private LocalRun(Landscape landscape, RunOptions options, ProgressView view, PrintStream out) {
    this.landscape = landscape;
    this.options = options;
    this.nights = new Nights(landscape, view, options);
    this.out = out;
  }

  /** Takes its options as arguments or as system properties, see {@link CommandLineOptions}. */
  public static void main(String[] arguments) {
    endWithParent();
    RunOutcome.forget();
    int exitCode = run(System.out, arguments);
    if (exitCode != 0) {
      RunOutcome.failed();
    }
    System.exit(exitCode);
  }

  private static int run(PrintStream out, String... arguments) {
    try {
      CommandLineReader asked = new CommandLineReader(System.getProperties(), arguments);
      if (asked.help().isPresent()) {
        out.print(asked.help().get());
        return 0;
      }
      RunOptions options = asked.options();
      out.println();
      out.println(
          options.csv().isEmpty()
              ? "Starting Azurite, the CRM, Graph and the functions ..."
              : "Starting Azurite, Graph and the functions ...");
      try (Landscape landscape = Landscape.start(options)) {
        Runtime.getRuntime().addShutdownHook(new Thread(landscape::close, "landscape-stop"));
        return new LocalRun(landscape, options, ProgressView.ofStandardOutput(), out).allNights();
      }
    } catch (RuntimeException e) {
      out.println();
      out.println(e.getMessage());
      return 1;
    }
  }

  /** Maven may be killed without a word. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> {
              var unused = parent.onExit().thenRun(() -> System.exit(1));
            });
  }

  private int allNights() {
    greet();
    if (options.dry()) {
      dryRun();
    }
    out.println("NightlySync ...");
    NightReport last = night("Night 1", true);
    for (int more = 2; more <= options.nights(); more++) {
      last = unchangedNight(more);
    }
    if (options.change() > 0) {
      last = changedNight(last);
    }
    if (!options.once()) {
      TryIt.of(landscape, last).forEach(out::println);
      untilTheEnd();
    }
    return allWell ? 0 : 1;
  }

  private void greet() {
    out.println("  functions  " + landscape.functions().address() + "/api");
    out.println("  page       " + landscape.functions().address() + "/page");
    print(landscape.source().lines());
    out.println("  Graph      " + landscape.graph());
    out.println("  logs       in " + Landscape.LOGS);
    out.println();
  }

  private void dryRun() {
    out.println("A dry run ...");
    DryRunReport report = nights.dryRun();
    print(report.lines());
    allWell &= report.completed();
  }

  private NightReport night(String title, boolean kills) {
    NightReport report = nights.next(title, kills);
    print(Summary.of(report));
    allWell &= report.converged();
    return report;
  }

  private NightReport unchangedNight(int number) {
    out.println("NightlySync again, nothing changed ...");
    NightReport report = night("Night " + number + ", nothing changed", false);
    Counts counts = report.watched().counts();
    long messages = counts.storage("queue contact-sync send");
    boolean quiet = counts.graphRequests() == 0 && messages == 0;
    print(
        List.of(
            "  "
                + Text.number(counts.graphRequests())
                + " Graph requests and "
                + Text.number(messages)
                + " messages on contact-sync"
                + (quiet ? "." : " - EXPECTED none."),
            ""));
    allWell &= quiet;
    return report;
  }

  private NightReport changedNight(NightReport before) {
    String field = options.changeField().orElseGet(() -> FieldChange.mostFrequent(before.crm()));
    FieldChange change = FieldChange.apply(landscape, field, options.change());
    out.println("NightlySync after a change of " + field + " in the CRM ...");
    NightReport report = night("The night after the change", false);
    print(change.lines(report));
    allWell &= change.asPromised(report);
    return report;
  }

  private void print(List<String> lines) {
    lines.forEach(out::println);
  }

  private static void untilTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
