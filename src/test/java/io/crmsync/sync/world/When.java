package io.crmsync.sync.world;

import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens in the moment in which a mailbox is asked something: hooks for {@code onEveryCall}
 * of fake mailboxes. Each happens once, whichever mailbox is asked.
 */
public final class When {
  private When() {}

  /** Before the first request of this kind. */
  public static CallHook first(MailboxCall kind, Runnable happens) {
    return before(1, kind, happens);
  }

  /** Before the request of this kind with this number, from 1. */
  public static CallHook before(int number, MailboxCall kind, Runnable happens) {
    AtomicInteger seen = new AtomicInteger();
    return new CallHook() {
      @Override
      public void before(FakeMailbox mailbox, MailboxCall call) {
        if (call == kind && seen.incrementAndGet() == number) {
          happens.run();
        }
      }
    };
  }
}
