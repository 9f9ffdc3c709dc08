package io.crmsync.domain.eligibility;

import io.crmsync.domain.reason.Reason;

/** Why a pair is left exactly as it is. */
public enum NotActionable {
  /** R2. */
  OTHER_KIND(Reason.OTHER_KIND),
  /** R3; a contact that is kept although inactive (SYNC_INACTIVE=keep) is not written either. */
  INACTIVE(Reason.INACTIVE),
  /** R4. */
  DECEASED(Reason.DECEASED),
  /** R4. */
  NAME_MISSING(Reason.NAME_MISSING),
  /** R4. */
  EMAIL_MALFORMED(Reason.EMAIL_MALFORMED),
  /** R8(3): several of the user's own contacts have the CRM's e-mail. */
  MATCH_AMBIGUOUS(Reason.MATCH_AMBIGUOUS);

  private final Reason reason;

  NotActionable(Reason reason) {
    this.reason = reason;
  }

  /** The same among all reasons. */
  public Reason reason() {
    return reason;
  }

  /** The word for it in logs, rows and answers. */
  public String code() {
    return reason.code();
  }
}
