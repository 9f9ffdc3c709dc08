package io.crmsync.domain.audience;

/**
 * Why a user may not have a contact, in the order in which they are asked. Of a contact that is
 * gone nothing else is known any more; else view security comes first, because where several apply
 * it decides how a copy is removed (R16).
 */
public enum Exclusion {
  /** The user is outside the pilot: the mailbox is neither written nor emptied (R5). */
  OUTSIDE_PILOT("outsidePilot"),
  /** R13. */
  DELETED("deleted"),
  /** R6. */
  VIEW_SECURITY("viewSecurity"),
  /** R2. */
  KIND("kind"),
  /** R3. */
  CONTACT_INACTIVE("contactInactive"),
  /** R3: inactive, or missing from a complete list. */
  USER_INACTIVE("userInactive"),
  /** R5: neither on the coverage team nor on a list. */
  NOT_COVERED("notCovered");

  private final String code;

  Exclusion(String code) {
    this.code = code;
  }

  /** The word for it in logs, rows and answers. */
  public String code() {
    return code;
  }
}
