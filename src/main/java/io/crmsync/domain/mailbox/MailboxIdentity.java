package io.crmsync.domain.mailbox;

import io.crmsync.domain.outlook.FolderId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which mailboxes a user has had, told by the ids of their default folders: an address may come to
 * stand for another mailbox, and one mailbox has several addresses (R22).
 *
 * @param present of the one that the user has now; empty: not asked yet
 * @param earlier of the former ones, by epoch, as far as they were ever asked
 * @param gone the epochs of those that are no more, because another was made behind their address:
 *     nothing that was in them is anywhere
 */
public record MailboxIdentity(
    Optional<FolderId> present, Map<Integer, FolderId> earlier, Set<Integer> gone) {

  static final MailboxIdentity UNKNOWN = new MailboxIdentity(Optional.empty(), Map.of(), Set.of());

  public MailboxIdentity {
    earlier = Map.copyOf(earlier);
    gone = Set.copyOf(gone);
  }

  /** Whether it is this one, as far as is known. */
  public boolean is(FolderId defaultFolder) {
    return present.filter(defaultFolder::equals).isPresent();
  }

  MailboxIdentity as(FolderId defaultFolder) {
    return new MailboxIdentity(Optional.of(defaultFolder), earlier, gone);
  }

  /** The present one is a former one from now on. */
  MailboxIdentity left(int epoch) {
    Map<Integer, FolderId> left = new HashMap<>(earlier);
    present.ifPresent(id -> left.put(epoch, id));
    return new MailboxIdentity(Optional.empty(), left, gone);
  }

  /** The present one is no more. */
  MailboxIdentity lost(int epoch) {
    Set<Integer> lost = new HashSet<>(gone);
    lost.add(epoch);
    return new MailboxIdentity(Optional.empty(), earlier, lost);
  }
}
