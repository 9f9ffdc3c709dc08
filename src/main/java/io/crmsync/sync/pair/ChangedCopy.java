package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Repeats;
import java.util.Optional;

/** Sends a change to a contact, and no entry of a list stays in it twice for that (R10). */
final class ChangedCopy {
  private ChangedCopy() {}

  /**
   * One request; a second one where the server made of our entry what was there already. If that
   * one fails, so does the change: it is sent again as a whole, else the entry would stay twice.
   *
   * @return what the server made of the change; empty: the contact is gone
   */
  static Optional<WriteAnswer> of(OutlookId id, ContactPatch change, PairWork work) {
    Optional<WriteAnswer> answer = send(id, change, work);
    answer.flatMap(made -> Repeats.dropped(change, made)).ifPresent(once -> send(id, once, work));
    return answer;
  }

  private static Optional<WriteAnswer> send(OutlookId id, ContactPatch change, PairWork work) {
    return work.send(() -> work.mailbox().update(id, change));
  }
}
