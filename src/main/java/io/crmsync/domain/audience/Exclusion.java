package io.crmsync.domain.audience;

import io.crmsync.domain.reason.Reason;

/**
 * Why a user may not have a contact, in the order in which they are asked. Of a contact that is
 * gone nothing else is known any more; else view security comes first, because where several apply
 * it decides how a copy is removed (R16).
 */
public enum Exclusion {
  /** The user is outside the pilot: the mailbox is neither written nor emptied (R5). */
  OUTSIDE_PILOT(Reason.OUTSIDE_PILOT),
  /** R13. */
  DELETED(Reason.DELETED),
  /** R6. */
  VIEW_SECURITY(Reason.VIEW_SECURITY),
  /** R2. */
  KIND(Reason.KIND),
  /** R3. */
  CONTACT_INACTIVE(Reason.CONTACT_INACTIVE),
  /** R3: inactive, or missing from a complete list. */
  USER_INACTIVE(Reason.USER_INACTIVE),
  /** R5: neither on the coverage team nor on a list. */
  NOT_COVERED(Reason.NOT_COVERED);

  private final Reason reason;

  Exclusion(Reason reason) {
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
