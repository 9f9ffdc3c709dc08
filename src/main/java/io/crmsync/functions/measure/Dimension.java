package io.crmsync.functions.measure;

/**
 * By what a metric can be broken down: ids and codes, nothing of a person (R20). The contact is
 * there so that one can be followed through the log; no chart breaks down by it.
 */
public enum Dimension {
  RUN("run"),
  MODE("mode"),
  STATUS("status"),
  /** {@code timer} or {@code admin}; who, the run's row tells. */
  STARTED_BY("startedBy"),
  /** What a step of a run did: {@code pages}, {@code guard} … */
  STEP("step"),
  USER("user"),
  CONTACT("contact"),
  /** What became of a pair; {@code later}: its message was sent again. */
  OUTCOME("outcome"),
  /** Why; of a removal, why the contact was withdrawn. */
  REASON("reason"),
  /** {@code nightly}, or {@code now} where somebody waits. */
  LANE("lane"),
  QUEUE("queue");
  private final String code;

  Dimension(String code) {
    this.code = code;
  }

  /** Its name in a line and in queries. */
  public String code() {
    return code;
  }
}
