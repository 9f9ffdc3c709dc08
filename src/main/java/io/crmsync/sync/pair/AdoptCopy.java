package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.domain.plan.Matching;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairStore;
import java.util.Optional;

/** Takes a contact of the user's own, with the same e-mail, for the copy (R8). */
final class AdoptCopy {
  private final PairStore pairs;
  private final WriteCopy write;
  private final String category;

  AdoptCopy(PairStore pairs, WriteCopy write, String category) {
    this.pairs = pairs;
    this.write = write;
    this.category = category;
  }

  /** Whether it is this pair's to adopt: no other contact of the CRM has taken it. */
  boolean reserved(Attempt attempt, FolderEntry entry) {
    return pairs.reserveAdoption(attempt.pair().user(), entry.id(), attempt.pair().contact());
  }

  /**
   * Adopts a contact that was reserved, as it is now: what was listed may have changed. Whoever
   * does not become ours is given back, for another contact to adopt.
   *
   * @return empty: it is gone, or is none to adopt any more
   */
  Optional<Ending> adopt(Attempt attempt, FolderId folder, FolderEntry entry) {
    Optional<Ending> ending = Optional.empty();
    try {
      ending =
          unlessUnreadable(attempt, entry.id())
              .filter(own -> Matching.adoptable(own, attempt.email(), folder))
              .flatMap(own -> adopted(attempt, entry.id(), own));
    } catch (MailboxRefused refused) {
      pairs.releaseAdoption(attempt.pair().user(), entry.id());
      throw refused;
    }
    if (ending.isPresent()) {
      write.listed(attempt, folder, entry.id());
    } else {
      pairs.releaseAdoption(attempt.pair().user(), entry.id());
    }
    return ending;
  }

  private Optional<Ending> adopted(Attempt attempt, OutlookId id, OutlookContact own) {
    ContactPatch patch = Patches.adopt(attempt.pair().contact(), attempt.desired(), own, category);
    Optional<WriteAnswer> answer = write.change(attempt, id, patch);
    return answer.map(made -> attempt.linked(patch, made, Link.Origin.ADOPTED, Outcome.ADOPTED));
  }

  /** An item that cannot be read is skipped, and stops nobody (R8). */
  private static Optional<OutlookContact> unlessUnreadable(Attempt attempt, OutlookId id) {
    try {
      return attempt.mailbox().read(id);
    } catch (MailboxRefused refused) {
      return Optional.empty();
    }
  }
}
