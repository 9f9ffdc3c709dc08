package io.crmsync.simulators.graph;

import java.time.Duration;

/**
 * What a fault does to a request.
 *
 * @param moment whether and when the request is carried out
 * @param status of the answer given instead, where one is
 * @param code in the error object
 * @param body what the answer's body looks like
 * @param retryAfter header of the answer, as written; empty text for none
 * @param delay how long a delayed request waits
 */
public record FaultEffect(
    Moment moment, int status, String code, Body body, String retryAfter, Duration delay) {

  /** Whether and when the request is carried out. */
  public enum Moment {
    /** Not carried out, the fault's answer is given. */
    ANSWER_INSTEAD,
    /** Carried out, then the fault's answer is given: its outcome is unknown to the caller. */
    ANSWER_AFTER,
    /** Not carried out, the connection is closed. */
    DROP_BEFORE,
    /** Carried out, then the connection is closed: its outcome is unknown to the caller. */
    DROP_AFTER,
    /** Waits, then is carried out. */
    DELAY_BEFORE,
    /** Is carried out, then waits with its answer. */
    DELAY_AFTER,
    /** Waits for the release of the fault, then is carried out. */
    HOLD_BEFORE,
    /** Is carried out, then waits with its answer for the release of the fault. */
    HOLD_AFTER
  }

  /** What the body of a fault's answer looks like. */
  public enum Body {
    /** Graph's error object. */
    JSON_ERROR,
    /** A gateway's page. */
    HTML,
    /** Nothing. */
    EMPTY,
    /** JSON that has no error object. */
    NO_ERROR_OBJECT
  }

  /** This answer with an error object, and the request is not carried out. */
  public static FaultEffect answer(int status, String code) {
    return new FaultEffect(Moment.ANSWER_INSTEAD, status, code, Body.JSON_ERROR, "", Duration.ZERO);
  }

  /** This answer with an error object, though the request is carried out. */
  public static FaultEffect answerAfterwards(int status, String code) {
    return new FaultEffect(Moment.ANSWER_AFTER, status, code, Body.JSON_ERROR, "", Duration.ZERO);
  }

  /** The connection is closed and nothing carried out. */
  public static FaultEffect dropBefore() {
    return plain(Moment.DROP_BEFORE, Duration.ZERO);
  }

  /** The request is carried out and the connection closed. */
  public static FaultEffect dropAfter() {
    return plain(Moment.DROP_AFTER, Duration.ZERO);
  }

  /** The request is carried out this much later. */
  public static FaultEffect delayBefore(Duration delay) {
    return plain(Moment.DELAY_BEFORE, delay);
  }

  /** The request is carried out at once and answered this much later. */
  public static FaultEffect delayAfter(Duration delay) {
    return plain(Moment.DELAY_AFTER, delay);
  }

  /** The request waits until the fault is released. */
  public static FaultEffect holdBefore() {
    return plain(Moment.HOLD_BEFORE, Duration.ZERO);
  }

  /** The request is carried out; its answer waits until the fault is released. */
  public static FaultEffect holdAfter() {
    return plain(Moment.HOLD_AFTER, Duration.ZERO);
  }

  /** The same answer with another body. */
  public FaultEffect withBody(Body newBody) {
    return new FaultEffect(moment, status, code, newBody, retryAfter, delay);
  }

  /** The same answer with a Retry-After header, as written. */
  public FaultEffect withRetryAfter(String seconds) {
    return new FaultEffect(moment, status, code, body, seconds, delay);
  }

  private static FaultEffect plain(Moment moment, Duration delay) {
    return new FaultEffect(moment, 500, "InternalServerError", Body.JSON_ERROR, "", delay);
  }
}
