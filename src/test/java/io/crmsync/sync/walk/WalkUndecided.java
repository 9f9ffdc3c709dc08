package io.crmsync.sync.walk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deeds of users that met a write of the same copy, until it is seen what came of them. */
final class WalkUndecided {
  private final Map<String, String> edits = new HashMap<>();
  private final Set<String> deletions = new HashSet<>();

  /** The last edit counts: it stands, or the CRM's value does. */
  void edited(String key, String position) {
    edits.put(key, position);
  }

  void deleted(String key) {
    edits.remove(key);
    deletions.add(key);
  }

  Optional<String> edit(String key) {
    return Optional.ofNullable(edits.get(key));
  }

  boolean isDeleted(String key) {
    return deletions.contains(key);
  }

  void forget(String key) {
    edits.remove(key);
    deletions.remove(key);
  }
}
