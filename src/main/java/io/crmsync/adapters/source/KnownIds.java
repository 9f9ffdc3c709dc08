package io.crmsync.adapters.source;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of users and groups that one answer names: each is kept once, however many contacts it
 * stands in.
 */
public final class KnownIds {
  private final Map<String, UserId> users = new HashMap<>();
  private final Map<String, GroupId> groups = new HashMap<>();

  public UserId user(String text) {
    return users.computeIfAbsent(text, UserId::new);
  }

  public GroupId group(String text) {
    return groups.computeIfAbsent(text, GroupId::new);
  }
}
