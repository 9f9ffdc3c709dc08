package io.crmsync.domain.eligibility;

/** Why a pair is left exactly as it is. */
public enum NotActionable {
  /** R2. */
  OTHER_KIND("otherKind"),
  /** R3; a contact that is kept although inactive (SYNC_INACTIVE=keep) is not written either. */
  INACTIVE("inactive"),
  /** R4. */
  DECEASED("deceased"),
  /** R4. */
  NAME_MISSING("nameMissing"),
  /** R4. */
  EMAIL_MALFORMED("emailMalformed"),
  /** R8(3): several of the user's own contacts have the CRM's e-mail. */
  MATCH_AMBIGUOUS("matchAmbiguous");

  private final String code;

  NotActionable(String code) {
    this.code = code;
  }

  /** The word for it in logs, rows and answers. */
  public String code() {
    return code;
  }
}
