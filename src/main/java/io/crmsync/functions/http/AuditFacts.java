package io.crmsync.functions.http;

import java.util.Optional;

/**
 * What the audit log tells of a request besides who and what, as sent or as found: nothing of it is
 * to be trusted.
 *
 * @param user whose mailbox or contacts it is about; {@code me}: the caller's
 * @param id of the run or the request
 * @param mode of the run
 */
public record AuditFacts(Optional<String> user, Optional<String> id, Optional<String> mode) {
  public static final AuditFacts NONE =
      new AuditFacts(Optional.empty(), Optional.empty(), Optional.empty());

  AuditFacts user(String userId) {
    return new AuditFacts(Optional.of(userId), id, mode);
  }

  AuditFacts id(String ofRunOrRequest) {
    return new AuditFacts(user, Optional.of(ofRunOrRequest), mode);
  }

  AuditFacts mode(String ofRun) {
    return new AuditFacts(user, id, Optional.of(ofRun));
  }

  /** These, and of the others what these do not tell. */
  AuditFacts or(AuditFacts others) {
    return new AuditFacts(user.or(others::user), id.or(others::id), mode.or(others::mode));
  }

  /** Nothing: it may be what somebody sent. */
  @Override
  public String toString() {
    return "AuditFacts";
  }
}
