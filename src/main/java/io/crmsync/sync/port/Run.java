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

  /** Its next step is done: the count goes up, and the step after it begins at the cursor. */
  public Run advanced(Phase nextPhase, String nextCursor, RunCounts more, Instant now) {
    return new Run(
        runId,
        mode,
        status,
        nextPhase,
        sequence + 1,
        nextCursor,
        startedAt,
        now,
        0,
        finishedAt,
        counts.plus(more),
        error);
  }

  public Run counted(RunCounts more) {
    return new Run(
        runId,
        mode,
        status,
        phase,
        sequence,
        cursor,
        startedAt,
        heartbeat,
        nights,
        finishedAt,
        counts.plus(more),
        error);
  }

  /** Its step waits for the CRM: it goes on, only later. */
  public Run waiting(Instant now) {
    return new Run(
        runId,
        mode,
        status,
        phase,
        sequence,
        cursor,
        startedAt,
        now,
        nights,
        finishedAt,
        counts,
        error);
  }

  /** It stood still, and its step was sent again. */
  public Run pushed(Instant now) {
    return new Run(
        runId,
        mode,
        status,
        phase,
        sequence,
        cursor,
        startedAt,
        now,
        nights + 1,
        finishedAt,
        counts,
        error);
  }

  public Run failed(String why, Instant now) {
    return ended(Status.FAILED, why, now);
  }

  public Run ended(Status how, String why, Instant now) {
    return new Run(
        runId,
        mode,
        how,
        Phase.DONE,
        sequence + 1,
        cursor,
        startedAt,
        now,
        nights,
        Optional.of(now),
        counts,
        why);
  }

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
    /** Users and groups are read whole. */
    DIRECTORY,
    PAGES,
    GUARD,
    RELEASE,
    DONE
  }
}
