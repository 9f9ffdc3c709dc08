package io.crmsync.sync;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.Access;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads all that decides about one pair, as it is now: view security is enforced again at the
 * moment of writing (R6).
 */
public final class PairFacts {
  private final ContactStore contacts;
  private final SyncListStore lists;
  private final DueStore due;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final Clock clock;
  private final SyncSettings settings;
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
    this.lists = lists;
    this.due = due;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.clock = clock;
    this.settings = settings;
    this.planner =
        new Planner(settings.onRequest(), settings.removal(), settings.removalSecurity());
  }

  /**
   * A plan and what it was made from.
   *
   * @param pair as seen from the user's present mailbox
   * @param removal the open one; looked for only where a copy may have to leave
   */
  record Found(
      Plan plan,
      Pair pair,
      PairWork.Desired desired,
      Entitlement entitlement,
      Optional<OpenRemoval> removal) {
    String contentHash() {
      return desired.contentHash();
    }

    UserId user() {
      return pair.user();
    }

    ContactId contact() {
      return pair.contact();
    }

    Optional<Exclusion> exclusion() {
      return entitlement.exclusion(pair.user());
    }

    boolean excluded() {
      return exclusion().isPresent();
    }
  }

  Found of(Pair stored) {
    Pair pair = stored.inMailbox(mailboxes.of(stored.user()).epoch());
    proposeFormer(stored, pair);
    Optional<StoredContact> contact = contacts.find(pair.contact()).map(Versioned::value);
    Access access = access(contact);
    boolean named = access.named().contains(pair.user());
    boolean listed = !named && lists.contains(pair.contact(), pair.user());
    return found(pair, contact, listed, directory());
  }

  /**
   * The same plans for several of a user's pairs, and nothing is written: at most two look-ups per
   * pair, however many other users there are.
   */
  List<Found> foreseen(UserId user, List<Pair> stored) {
    Map<ContactId, StoredContact> rows =
        contacts.findAll(stored.stream().map(Pair::contact).toList());
    Set<ContactId> listed =
        lists.listedBy(
            user,
            stored.stream()
                .map(Pair::contact)
                .filter(id -> !access(Optional.ofNullable(rows.get(id))).named().contains(user))
                .toList());
    int epoch = mailboxes.of(user).epoch();
    Directory directory = directory();
    return stored.stream()
        .map(
            pair ->
                found(
                    pair.inMailbox(epoch),
                    Optional.ofNullable(rows.get(pair.contact())),
                    listed.contains(pair.contact()),
                    directory))
        .toList();
  }

  private Found found(
      Pair pair, Optional<StoredContact> contact, boolean listedHere, Directory directory) {
    Standing standing = contact.map(StoredContact::standing).orElse(Standing.GONE);
    FieldValues fields = contact.map(StoredContact::fields).orElse(FieldValues.none());
    Entitlement entitlement =
        new Entitlement(
            standing,
            access(contact),
            listedHere ? Set.of(pair.user()) : Set.of(),
            directory,
            settings.audience());
    Optional<Exclusion> exclusion = entitlement.exclusion(pair.user());
    Optional<OpenRemoval> removal =
        exclusion.isPresent() || !pair.former().isEmpty() ? removal(pair) : Optional.empty();
    Plan plan =
        planner.plan(new PairSituation(pair, standing, fields, exclusion, released(removal)));
    String hash = contact.map(StoredContact::contentHash).orElse("");
    return new Found(plan, pair, new PairWork.Desired(fields, hash), entitlement, removal);
  }

  /** The removal was carried out, or turned out to be needless: it is open no more. */
  void removalDone(Found found) {
    due.delete(List.of(new Due(found.contact(), found.user(), Optional.empty(), Optional.empty())));
  }

  private static Access access(Optional<StoredContact> contact) {
    return contact.map(StoredContact::access).orElse(Access.NONE);
  }

  private Directory directory() {
    return directories
        .current()
        .orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
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

  private Optional<OpenRemoval> removal(Pair pair) {
    return due.find(pair.contact(), pair.user()).flatMap(Due::removal);
  }

  /** SyncContact removes only what was released (R18). */
  private static Optional<String> released(Optional<OpenRemoval> removal) {
    return removal.filter(open -> open.state() == OpenRemoval.State.RELEASED).map(OpenRemoval::why);
  }
}
