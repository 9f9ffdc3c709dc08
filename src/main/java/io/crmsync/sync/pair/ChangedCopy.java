package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Repeats;
import io.crmsync.sync.port.MailboxRefused;
import java.util.Optional;

/** Sends a change to a contact, and no entry of a list stays in it twice for that (R10). */
final class ChangedCopy {
  private ChangedCopy() {}

  /**
   * One request; a second one where the server made of our entry what was there already.
   *
   * @return what the server made of the change; empty: the contact is gone
   */
  static Optional<WriteAnswer> of(OutlookId id, ContactPatch change, PairWork work) {
    Optional<WriteAnswer> answer = send(id, change, work);
    answer
        .flatMap(made -> Repeats.dropped(change, made))
        .ifPresent(repeats -> tidy(id, repeats, work));
    return answer;
  }

  /** What was desired is written: an entry that stands there twice fails nobody. */
  private static void tidy(OutlookId id, ContactPatch repeats, PairWork work) {
    try {
      send(id, repeats, work);
    } catch (MailboxRefused refused) {
      return;
    }
  }

  private static Optional<WriteAnswer> send(OutlookId id, ContactPatch change, PairWork work) {
    return work.send(() -> work.mailbox().update(id, change));
  }
}
