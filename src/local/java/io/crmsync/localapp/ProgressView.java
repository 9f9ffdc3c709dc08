package io.crmsync.localapp;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows progress: a bar that stays in its line, or, without a terminal, a line now and then. The
 * libraries for bars know the terminal only: into a log they write one endless line.
 */
final class ProgressView {
  private static final int BAR = 24;
  private static final int LINE = 110;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";
  private Duration nextLine = Duration.ofSeconds(2);

  ProgressView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** For standard output, whatever it is. */
  static ProgressView ofStandardOutput() {
    return new ProgressView(System.out, isTerminal());
  }

  void show(Progress progress) {
    if (terminal) {
      draw("  " + bar(progress.share()) + "  " + progress.figures() + "  " + progress.phase());
    } else if (progress.elapsed().compareTo(nextLine) >= 0) {
      out.println("  " + progress.phase() + ": " + progress.figures());
      nextLine = progress.elapsed().plus(BETWEEN_LINES);
    }
  }

  /** A line of its own, above the bar. */
  void say(String line) {
    end();
    out.println(line);
  }

  /** Leaves the line to others. */
  void end() {
    if (terminal && !shown.isEmpty()) {
      out.print("\r" + " ".repeat(shown.length()) + "\r");
      out.flush();
      shown = "";
    }
  }

  static String bar(double share) {
    int done = (int) Math.floor(share * BAR);
    return "["
        + "=".repeat(done)
        + (done < BAR ? ">" : "")
        + " ".repeat(Math.max(0, BAR - done - 1))
        + "]";
  }

  private void draw(String line) {
    String cut = line.length() > LINE ? line.substring(0, LINE) : line;
    out.print("\r" + cut + " ".repeat(Math.max(0, shown.length() - cut.length())));
    out.flush();
    shown = cut;
  }

  /** From Java 22 on there is a console even without a terminal; it then says so. */
  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(ProgressView::saysTerminal).isPresent();
  }

  private static boolean saysTerminal(Console console) {
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
