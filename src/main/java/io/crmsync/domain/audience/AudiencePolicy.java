package io.crmsync.domain.audience;

import io.crmsync.domain.contact.GroupId;
import java.util.Optional;

/**
 * The admin's choices about who gets what.
 *
 * @param pilot SYNC_USERS_GROUP: only its members' mailboxes are touched (R5); empty: everyone's
 * @param keepInactive SYNC_INACTIVE=keep: copies of an inactive contact stay (R3)
 */
public record AudiencePolicy(Optional<GroupId> pilot, boolean keepInactive) {}
