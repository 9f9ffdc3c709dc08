package io.crmsync.localapp.azurite;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a starting Azurite prints, until each service has said where it listens. */
final class StartupOutput {

  private static final Pattern LISTENING =
      Pattern.compile("Azurite (\\w+) service is successfully listening at (http://\\S+)");

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<AzuriteService, URI> found = new EnumMap<>(AzuriteService.class);
  private final CompletableFuture<Map<AzuriteService, URI>> complete = new CompletableFuture<>();

  private StartupOutput(Process process) {
    this.process = process;
  }

  /** Starts reading; goes on for the life of the process, or a full pipe would stop it. */
  static StartupOutput of(Process process) {
    StartupOutput output = new StartupOutput(process);
    Thread reader = new Thread(output::read, "azurite-output");
    reader.setDaemon(true);
    reader.start();
    return output;
  }

  /**
   * Waits until every service listens.
   *
   * @throws IllegalStateException if it ended or took too long; the message holds what it printed
   */
  Map<AzuriteService, URI> endpoints(Duration patience) {
    try {
      return complete.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw gaveUp(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gaveUp(e);
    }
  }

  private IllegalStateException gaveUp(Exception cause) {
    process.destroyForcibly();
    return new IllegalStateException(
        "Azurite did not start. It printed: " + String.join("\n", lines), cause);
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(this::take);
      complete.completeExceptionally(new IllegalStateException("it ended"));
    } catch (IOException | java.io.UncheckedIOException e) {
      complete.completeExceptionally(e);
    }
  }

  private void take(String line) {
    if (complete.isDone()) {
      return;
    }
    lines.add(line);
    Matcher listening = LISTENING.matcher(line);
    if (listening.find()) {
      for (AzuriteService service : AzuriteService.values()) {
        if (service.word().equals(listening.group(1))) {
          found.put(service, URI.create(listening.group(2)));
        }
      }
    }
    if (found.size() == AzuriteService.values().length) {
      complete.complete(Map.copyOf(found));
    }
  }
}
