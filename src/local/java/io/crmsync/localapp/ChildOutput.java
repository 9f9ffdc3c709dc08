package io.crmsync.localapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a child process prints: goes to its log file, and is searched for lines such as {@code
 * crm-simulator listening on http://127.0.0.1:1234}.
 */
final class ChildOutput {
  private static final Pattern LISTENING = Pattern.compile("(\\S+) listening on (http\\S+)");
  private static final int REMEMBERED = 8;

  private final Process process;
  private final Path log;
  private final Map<String, CompletableFuture<URI>> addresses = new ConcurrentHashMap<>();
  private final Deque<String> latest = new ArrayDeque<>();

  private ChildOutput(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts reading; goes on for the life of the process, or a full pipe would stop it. */
  static ChildOutput of(Process process, Path log) {
    ChildOutput output = new ChildOutput(process, log);
    Thread reader = new Thread(output::read, "output-of-" + log.getFileName());
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  /**
   * Waits until the process has said where {@code who} listens.
   *
   * @throws IllegalStateException it ended or took too long; the message has its last words
   */
  URI address(String who, Duration patience) {
    try {
      return future(who).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(who + " did not start" + lastWords(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + who + " started", e);
    }
  }

  private CompletableFuture<URI> future(String who) {
    return addresses.computeIfAbsent(
        who,
        name -> {
          CompletableFuture<URI> future = new CompletableFuture<>();
          var unused =
              process.onExit().thenRun(() -> future.completeExceptionally(new EndedEarly()));
          return future;
        });
  }

  private void read() {
    try (BufferedReader reader = process.inputReader();
        PrintWriter writer =
            new PrintWriter(
                Files.newBufferedWriter(
                    log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      reader.lines().forEach(line -> take(line, writer));
    } catch (IOException | UncheckedIOException e) {
      // the process is gone, and with it what it would have said
    }
  }

  private void take(String line, PrintWriter writer) {
    writer.println(line);
    writer.flush();
    remember(line);
    Matcher listening = LISTENING.matcher(line);
    if (listening.matches()) {
      future(listening.group(1)).complete(URI.create(listening.group(2)));
    }
  }

  private synchronized void remember(String line) {
    latest.addLast(line);
    if (latest.size() > REMEMBERED) {
      latest.removeFirst();
    }
  }

  private synchronized String lastWords() {
    String words = String.join("\n  ", latest);
    return (words.isEmpty() ? ", and said nothing" : ":\n  " + words)
        + "\n(all of it: "
        + log
        + ")";
  }

  private static final class EndedEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
