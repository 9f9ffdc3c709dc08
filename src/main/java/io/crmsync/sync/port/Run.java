package io.crmsync.sync.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of the snapshot and how far it is.
 *
 * @param runId begins with its start in UTC, so that ids sort by time
 * @param sequence of the step that is to be done next, from 0
 * @param cursor where that step begins: last contact id accepted, or, when removals are released,
 *     the last row done; empty: at the beginning
 * @param heartbeat when a step was last done
 * @param nights how often NightlySync found it still going on and old
 * @param error why it failed; empty: it did not
 */
public record Run(
    String runId,
    Mode mode,
    Status status,
    Phase phase,
    int sequence,
    String cursor,
    Instant startedAt,
    Instant heartbeat,
    int nights,
    Optional<Instant> finishedAt,
    RunCounts counts,
    String error) {

  /** What a run looks at. */
  public enum Mode {
    CHANGES("changes"),
    FULL("full"),
    DRY_RUN("dryRun");
    private final String code;

    Mode(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** As the HTTP API names it. */
  public enum Status {
    RUNNING("running"),
    COMPLETED("completed"),
    REMOVALS_HELD("removalsHeld"),
    REMOVALS_RELEASED("removalsReleased"),
    REMOVALS_DISCARDED("removalsDiscarded"),
    SUPERSEDED("superseded"),
    FAILED("failed");
    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** What its next step does. */
  public enum Phase {
    PAGES,
    GUARD,
    RELEASE,
    DONE
  }
}
