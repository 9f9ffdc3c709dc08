package io.crmsync.sync.pair;

import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which requests of one look may have changed the mailbox: those refused unexecuted have not. */
final class SentRequests {
  private boolean change;
  private boolean create;

  <T> T change(Supplier<T> request) {
    boolean before = change;
    change = true;
    return sent(request, SentRequests::notCarriedOut, () -> change = before);
  }

  /** After a 429, too, a create is looked for before it is repeated: one copy too many stays. */
  <T> T create(Supplier<T> request) {
    boolean before = create;
    create = true;
    return sent(request, SentRequests::saidNo, () -> create = before);
  }

  boolean any() {
    return change || create;
  }

  boolean mayHaveMade() {
    return create;
  }

  /** So much of what was planned may have been done. */
  UnknownWrites of(UnknownWrites planned) {
    if (create) {
      return planned;
    }
    return change ? planned.withoutCreate() : UnknownWrites.NOTHING;
  }

  private static <T> T sent(
      Supplier<T> request, Predicate<RuntimeException> refused, Runnable asBefore) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      if (refused.test(e)) {
        asBefore.run();
      }
      throw e;
    }
  }

  private static boolean notCarriedOut(RuntimeException e) {
    boolean later =
        e instanceof MailboxBusy busy && busy.kind() != MailboxBusy.Cause.OUTCOME_UNKNOWN;
    return later || e instanceof MailboxClosed || saidNo(e);
  }

  private static boolean saidNo(RuntimeException e) {
    return e instanceof MailboxRefused || e instanceof FolderGone;
  }
}
