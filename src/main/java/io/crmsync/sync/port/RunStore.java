package io.crmsync.sync.port;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.List;
import java.util.Optional;

/** The runs, newest first, and which one goes on. */
public interface RunStore {
  /** The run that was started last, whatever became of it. */
  Optional<Versioned<Run>> latest();

  Optional<Versioned<Run>> find(String runId);

  /**
   * Makes a run the latest, if the latest is still the one that was read.
   *
   * @param after the latest that was read; empty: there was none
   * @return its version
   * @throws StaleWrite another one was started meanwhile
   */
  Version start(Run run, Optional<String> after);

  /**
   * Writes a run on the version that was read.
   *
   * @throws StaleWrite someone changed it meanwhile
   */
  Version write(Versioned<Run> run);

  /**
   * A page of runs, newest first.
   *
   * @param after id of the last one of the page before; empty: from the newest
   */
  List<Run> list(Optional<String> after, int limit);
}
