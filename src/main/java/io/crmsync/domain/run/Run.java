package io.crmsync.domain.run;

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
 * @param error why it failed, or why it holds removals, or, of a dry run, would; empty: neither
 * @param startedBy {@link #TIMER}, or the name of the admin
 * @param decision of an admin, on the removals that it held; empty: none
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
    String error,
    String startedBy,
    Optional<Decision> decision) {
  /** Who starts the nights' runs. */
  public static final String TIMER = "timer";

  /**
   * That an admin released or discarded what was held; the status says which.
   *
   * @param by the admin's name: an id, never a login name
   */
  public record Decision(String by, Instant at) {}

  /** Whether it reports what a run would do, and does nothing of it. */
  public boolean dry() {
    return mode == Mode.DRY_RUN;
  }

  /** A new one, whose first step is to be done. */
  public static Run started(String runId, Mode mode, String by, Instant now) {
    return new Run(
        runId,
        mode,
        Status.RUNNING,
        Phase.DIRECTORY,
        0,
        "",
        now,
        now,
        0,
        Optional.empty(),
        RunCounts.NONE,
        "",
        by,
        Optional.empty());
  }

  /**
   * Whether the app has left the mailboxes, as long as no later run is started: an admin released
   * this uninstall, or one before it.
   */
  public boolean left() {
    boolean released = mode.uninstalls() && status == Status.REMOVALS_RELEASED;
    return released || counts.get(RunCounts.LEFT) > 0;
  }

  /** Its next step is done: the count goes up, and the step after it begins at the cursor. */
  public Run advanced(Phase nextPhase, String nextCursor, RunCounts more, Instant now) {
    return counted(more).step(status, nextPhase, nextCursor, now, 0, finishedAt, error, decision);
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
        error,
        startedBy,
        decision);
  }

  /** Its step waits for the CRM: it goes on, only later. */
  public Run waiting(Instant now) {
    return beating(now, nights);
  }

  /** It stood still, and its step was sent again. */
  public Run pushed(Instant now) {
    return beating(now, nights + 1);
  }

  /** The night takes its place; what it found so far is no whole report. */
  public Run superseded(Instant now) {
    return ended(Status.SUPERSEDED, error, now);
  }

  public Run failed(String why, Instant now) {
    return ended(Status.FAILED, why, now);
  }

  public Run ended(Status how, String why, Instant now) {
    return step(how, Phase.DONE, cursor, now, nights, Optional.of(now), why, decision);
  }

  /** An admin decided on what it holds: that is its next step, and it is what it is called. */
  public Run decided(Status how, Decision made) {
    return step(how, Phase.DECIDED, "", made.at(), nights, finishedAt, error, Optional.of(made));
  }

  /** The admin's decision was carried out. */
  public Run settled(RunCounts more, Instant now) {
    return counted(more).step(status, Phase.DONE, cursor, now, nights, finishedAt, error, decision);
  }

  private Run beating(Instant now, int newNights) {
    return new Run(
        runId,
        mode,
        status,
        phase,
        sequence,
        cursor,
        startedAt,
        now,
        newNights,
        finishedAt,
        counts,
        error,
        startedBy,
        decision);
  }

  private Run step(
      Status newStatus,
      Phase newPhase,
      String newCursor,
      Instant now,
      int newNights,
      Optional<Instant> finished,
      String newError,
      Optional<Decision> newDecision) {
    return new Run(
        runId,
        mode,
        newStatus,
        newPhase,
        sequence + 1,
        newCursor,
        startedAt,
        now,
        newNights,
        finished,
        counts,
        newError,
        startedBy,
        newDecision);
  }

  /** What a run is to do. */
  public enum Mode {
    CHANGES("changes"),
    FULL("full"),
    DRY_RUN("dryRun"),
    /** Every contact that carries our mark is removed, once an admin has released it. */
    UNINSTALL("uninstall"),
    /**
     * Every contact that carries our mark stays and loses the mark, once an admin has released it.
     */
    UNMARK("unmark");
    private final String code;

    Mode(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** Whether it takes the app out of the mailboxes, in one of the two ways. */
    public boolean uninstalls() {
      return this == UNINSTALL || this == UNMARK;
    }

    /** Whether the app works in the mailboxes again, where it had left them. */
    public boolean comesBack() {
      return this == CHANGES || this == FULL;
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
    /** All contacts are gathered, where the CRM has no order of its own (docs/adr/0025). */
    GATHER,
    PAGES,
    /** Mailboxes are looked into, some users a step. */
    MAILBOXES,
    GUARD,
    RELEASE,
    /** An admin's decision on what it held is carried out. */
    DECIDED,
    DONE
  }
}
