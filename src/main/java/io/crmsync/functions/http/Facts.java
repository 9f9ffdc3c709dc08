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
public record Facts(Optional<String> user, Optional<String> id, Optional<String> mode) {
  public static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), Optional.empty());

  Facts user(String userId) {
    return new Facts(Optional.of(userId), id, mode);
  }

  Facts id(String ofRunOrRequest) {
    return new Facts(user, Optional.of(ofRunOrRequest), mode);
  }

  Facts mode(String ofRun) {
    return new Facts(user, id, Optional.of(ofRun));
  }

  /** These, and of the others what these do not tell. */
  Facts or(Facts others) {
    return new Facts(user.or(others::user), id.or(others::id), mode.or(others::mode));
  }

  /** Nothing: it may be what somebody sent. */
  @Override
  public String toString() {
    return "Facts";
  }
}
