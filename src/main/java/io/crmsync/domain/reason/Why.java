package io.crmsync.domain.reason;

/**
 * A reason, with what is particular to this case.
 *
 * @param detail with {@link Reason#REFUSED} the service's error code, such as ErrorInvalidProperty,
 *     of which nobody has a full list; with {@link Reason#REMOVAL_HELD} what the guard objects to,
 *     in words; else mostly empty. Never a value of a contact (R20)
 */
public record Why(Reason reason, String detail) {

  public static Why of(Reason reason) {
    return new Why(reason, "");
  }

  /** The service, or the app itself, refused what was to be sent, with this code. */
  public static Why refused(String code) {
    return new Why(Reason.REFUSED, code);
  }

  public boolean is(Reason other) {
    return reason == other;
  }

  /**
   * The word for it in logs, measurements and answers: the reason's code, and the detail where
   * there is one; of a refusal the code that it came with, alone.
   */
  public String code() {
    if (detail.isEmpty()) {
      return reason.code();
    }
    return reason == Reason.REFUSED ? detail : reason.code() + ": " + detail;
  }

  @Override
  public String toString() {
    return code();
  }
}
