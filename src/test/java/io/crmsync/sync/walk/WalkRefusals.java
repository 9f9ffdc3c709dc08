package io.crmsync.sync.walk;

import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxRefused;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox that refuses what it is sent for a while, with a code that nobody knows: once, for a
 * single contact, or up to five times in a row (R19).
 */
final class WalkRefusals {
  private static final Set<MailboxCall> REFUSED =
      EnumSet.of(MailboxCall.FIND, MailboxCall.CREATE, MailboxCall.UPDATE, MailboxCall.REMOVE);

  private final Walk walk;
  private Optional<FakeMailbox> refusing = Optional.empty();
  private int left;
  private boolean any;

  WalkRefusals(Walk walk) {
    this.walk = walk;
  }

  void before(FakeMailbox mailbox, MailboxCall call) {
    if (!REFUSED.contains(call)) {
      return;
    }
    if (left == 0 && walk.oneIn(40)) {
      refusing = Optional.of(mailbox);
      left = 1 + walk.random.nextInt(5);
      walk.strike("refusals", left + " in a row");
    }
    if (left > 0 && refusing.equals(Optional.of(mailbox))) {
      left--;
      any = true;
      throw new MailboxRefused("ErrorOfTheWalk", call + " refused by the walk");
    }
  }

  /** Nothing is refused any more. */
  void end() {
    left = 0;
  }

  /** Whether there was a refusal since this was asked last. */
  boolean any() {
    boolean before = any;
    any = false;
    return before;
  }
}
