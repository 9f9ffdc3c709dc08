package io.crmsync.localapp.azurite;

import io.crmsync.localapp.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A running Azurite (tables, queues and blobs) on free loopback ports. It ends with {@link #close},
 * and when this JVM ends, even by SIGKILL: it watches its standard input, which we hold.
 */
public final class Azurite implements AutoCloseable {

  /** Azurite's one account; name and key are public and the same on every machine. */
  private static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private final Process process;
  private final Map<AzuriteService, URI> endpoints;
  private final Optional<StateDirectory> state;

  private Azurite(
      Process process, Map<AzuriteService, URI> endpoints, Optional<StateDirectory> state) {
    this.process = process;
    this.endpoints = endpoints;
    this.state = state;
  }

  /** Starts one whose content is gone when it ends; returns when it answers. */
  public static Azurite inMemory() {
    return start(AzuriteInstallation.here(), Optional.empty());
  }

  /**
   * Starts one that keeps its content in {@code directory} (made if absent), so that a later one
   * continues; returns when it answers. Waits for another Azurite that is still saving there.
   *
   * @throws IllegalStateException if another Azurite keeps using the directory
   */
  public static Azurite in(Path directory) {
    return start(
        AzuriteInstallation.here(), Optional.of(StateDirectory.free(directory, Patience.LIMIT)));
  }

  static Azurite start(AzuriteInstallation installation, Optional<StateDirectory> state) {
    try {
      Process process =
          new ProcessBuilder(installation.command(state.map(StateDirectory::path)))
              .redirectErrorStream(true)
              .start();
      state.ifPresent(directory -> directory.takenBy(process.pid()));
      return new Azurite(process, StartupOutput.of(process).endpoints(Patience.LIMIT), state);
    } catch (IOException e) {
      throw new UncheckedIOException("node could not be started: " + e.getMessage(), e);
    }
  }

  /** A connection string for the Azure SDKs and for the setting AzureWebJobsStorage. */
  public String connectionString() {
    return connectionString(this::at);
  }

  /** The account's, where its services listen elsewhere. */
  static String connectionString(Function<AzuriteService, URI> addresses) {
    StringBuilder text = new StringBuilder("DefaultEndpointsProtocol=http;AccountName=");
    text.append(ACCOUNT).append(";AccountKey=").append(KEY).append(';');
    for (AzuriteService service : AzuriteService.values()) {
      text.append(service.connectionStringKey()).append('=');
      text.append(addresses.apply(service).resolve("/" + ACCOUNT)).append(';');
    }
    return text.toString();
  }

  /** Where {@code service} listens, with the account in the path. */
  public URI endpoint(AzuriteService service) {
    return at(service).resolve("/" + ACCOUNT);
  }

  /** What was asked of it since its start: an operation's name to how often. */
  public Map<String, Long> operations() {
    return OperationCounts.read(at(AzuriteService.TABLE));
  }

  /** Ends it; waits until what it keeps on disk is saved. */
  @Override
  public void close() {
    if (state.isEmpty()) {
      process.destroyForcibly();
    }
    try {
      process.getOutputStream().close();
      awaitEnd();
    } catch (IOException e) {
      process.destroyForcibly();
    }
    state.ifPresent(StateDirectory::release);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private URI at(AzuriteService service) {
    URI address = endpoints.get(service);
    if (address == null) {
      throw new IllegalStateException("Azurite has no " + service);
    }
    return address;
  }
}
