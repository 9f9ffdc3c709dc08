package io.crmsync.sync;

import io.crmsync.sync.fakes.FakeMailbox;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a name that the service made of a colleague's address may stand twice: what was desired is
 * written, and the service refused the request that takes the second one away. So it stays until
 * the CRM's address changes.
 */
final class WalkUntidied {
  private final Set<FakeMailbox> refusing = new HashSet<>();
  private final Map<String, String> twice = new HashMap<>();

  /** A change of some contact was refused in this mailbox. */
  void refused(FakeMailbox mailbox) {
    refusing.add(mailbox);
  }

  /**
   * A name stands twice in a copy.
   *
   * @param email the CRM's address by now
   * @return whether it may
   */
  boolean mayStandTwice(String key, String email, FakeMailbox mailbox) {
    boolean known = Optional.ofNullable(twice.get(key)).filter(email::equals).isPresent();
    if (!known && !refusing.contains(mailbox)) {
      return false;
    }
    twice.put(key, email);
    return true;
  }

  /** All copies were looked at: what is refused from now on is another refusal. */
  void seen() {
    refusing.clear();
  }
}
