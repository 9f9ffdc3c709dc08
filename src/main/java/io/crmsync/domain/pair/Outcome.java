package io.crmsync.domain.pair;

/** How the last attempt at a pair ended. */
public enum Outcome {
  CREATED("created"),
  ADOPTED("adopted"),
  UPDATED("updated"),
  RECREATED("recreated"),
  UNCHANGED("unchanged"),
  REMOVED("removed"),
  /**
   * Left as it is, with a reason: not actionable, held, waiting for its user, outside the pilot.
   */
  SKIPPED("skipped"),
  PARKED("parked"),
  FAILED("failed");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** Whether the mailbox took something that was sent. */
  public boolean wrote() {
    return switch (this) {
      case CREATED, ADOPTED, UPDATED, RECREATED, REMOVED -> true;
      case UNCHANGED, SKIPPED, PARKED, FAILED -> false;
    };
  }

  /** The word for it in rows, logs and answers. */
  public String code() {
    return code;
  }
}
