package io.crmsync.domain.audience;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * The admin's choices about who gets what.
 *
 * @param pilot SYNC_USERS_GROUP: only its members' mailboxes are touched (R5); empty: everyone's
 * @param keepInactive SYNC_INACTIVE=keep: copies of an inactive contact stay (R3)
 */
public record AudiencePolicy(Optional<GroupId> pilot, boolean keepInactive) {
  /** Whether the app may touch this user's mailbox at all. */
  public boolean reaches(UserId user, Directory directory) {
    return pilot.map(group -> directory.member(group, user)).orElse(true);
  }
}
