package io.crmsync.infra;

import io.crmsync.localapp.azurite.AzuriteService;
import io.crmsync.localapp.azurite.SharedAzurite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The script that backs up SyncList, run as an admin runs it, against Azurite. */
public record SyncListBackup(String table, String sas, Path file) {

  /** What a run of it gave: its output, errors included, and its exit code. */
  public record CommandResult(int exitCode, String output) {}

  /** Runs export, import or check. */
  public CommandResult run(String command) {
    String endpoint = SharedAzurite.azurite().endpoint(AzuriteService.TABLE).toString();
    ProcessBuilder script =
        new ProcessBuilder(
                List.of(
                    "node",
                    "infra/scripts/sync-list.mjs",
                    command,
                    endpoint,
                    file.toString(),
                    "--table=" + table))
            .redirectErrorStream(true);
    script.environment().put("SYNC_LIST_SAS", sas);
    try {
      Process process = script.start();
      byte[] output = process.getInputStream().readAllBytes();
      return new CommandResult(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
