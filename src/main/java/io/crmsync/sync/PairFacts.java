package io.crmsync.sync;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.plan.PairSituation;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.plan.Planner;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads all that decides about one pair, as it is now: view security is enforced again at the
 * moment of writing (R6).
 */
public final class PairFacts {
  private final ContactStore contacts;
  private final DueStore due;
  private final MailboxStore mailboxes;
  private final Clock clock;
  private final PairExclusion exclusions;
  private final Planner planner;

  public PairFacts(
      ContactStore contacts,
      SyncListStore lists,
      DueStore due,
      DirectoryStore directories,
      MailboxStore mailboxes,
      SyncSettings settings,
      Clock clock) {
    this.contacts = contacts;
    this.due = due;
    this.mailboxes = mailboxes;
    this.clock = clock;
    this.exclusions = new PairExclusion(lists, directories, settings);
    this.planner =
        new Planner(settings.onRequest(), settings.removal(), settings.removalSecurity());
  }

  /**
   * A plan and what it was made from.
   *
   * @param pair as seen from the user's present mailbox
   * @param released whether a copy that is not to stay may be removed
   */
  record Found(
      Plan plan,
      Pair pair,
      PairWork.Desired desired,
      boolean excluded,
      boolean released,
      UserId user,
      ContactId contact) {
    String contentHash() {
      return desired.contentHash();
    }
  }

  Found of(Pair stored) {
    Pair pair = stored.inMailbox(mailboxes.of(stored.user()).epoch());
    proposeFormer(stored, pair);
    Optional<StoredContact> contact = contacts.find(pair.contact()).map(Versioned::value);
    Standing standing = contact.map(StoredContact::standing).orElse(Standing.GONE);
    FieldValues fields = contact.map(StoredContact::fields).orElse(FieldValues.none());
    Optional<Exclusion> exclusion = exclusions.of(pair, contact);
    Optional<String> releasedFor =
        exclusion.isPresent() || !pair.former().isEmpty() ? released(pair) : Optional.empty();
    Plan plan = planner.plan(new PairSituation(pair, standing, fields, exclusion, releasedFor));
    String hash = contact.map(StoredContact::contentHash).orElse("");
    return new Found(
        plan,
        pair,
        new PairWork.Desired(fields, hash),
        exclusion.isPresent(),
        exclusion.isPresent() && releasedFor.isPresent(),
        pair.user(),
        pair.contact());
  }

  /** The removal was carried out, or turned out to be needless: it is open no more. */
  void removalDone(Found found) {
    due.delete(List.of(new Due(found.contact(), found.user(), Optional.empty(), Optional.empty())));
  }

  /** The copies in an earlier mailbox leave through the guard like any other (R22). */
  private void proposeFormer(Pair stored, Pair now) {
    if (stored.former().equals(now.former())) {
      return;
    }
    Optional<Due> before = due.find(now.contact(), now.user());
    if (before.flatMap(Due::removal).isEmpty()) {
      OpenRemoval removal =
          new OpenRemoval(
              now.contact(),
              now.user(),
              Planner.MAILBOX_CHANGED,
              OpenRemoval.State.OPEN,
              clock.instant(),
              "");
      due.put(
          List.of(
              new Due(
                  now.contact(), now.user(), Optional.of(removal), before.flatMap(Due::retryAt))));
    }
  }

  /** SyncContact removes only what was released (R18). */
  private Optional<String> released(Pair pair) {
    return due.find(pair.contact(), pair.user())
        .flatMap(Due::removal)
        .filter(removal -> removal.state() == OpenRemoval.State.RELEASED)
        .map(OpenRemoval::why);
  }
}
