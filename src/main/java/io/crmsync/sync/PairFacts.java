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
  private final SyncSettings settings;
  private final Planner planner;
  private final ProposeRemoval propose;

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
    this.settings = settings;
    this.propose = new ProposeRemoval(due, clock);
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

    /** Whether a copy that is not to stay may be removed. */
    boolean released() {
      return excluded()
          && removal.filter(open -> open.state() == OpenRemoval.State.RELEASED).isPresent();
    }
  }

  Found of(Pair stored) {
    Pair pair = stored.inMailbox(mailboxes.of(stored.user()).epoch());
    Optional<StoredContact> contact = contacts.find(pair.contact()).map(Versioned::value);
    boolean named = access(contact).named().contains(pair.user());
    boolean listed = !named && lists.contains(pair.contact(), pair.user());
    Entitlement entitlement = entitlementNow(pair, contact, listed);
    propose.former(stored, pair);
    Found found = found(pair, contact, entitlement);
    propose.unproposed(found);
    return found;
  }

  /**
   * Where what this instance remembers of users and groups says another thing than the contact's
   * row, somebody read them anew meanwhile.
   */
  private Entitlement entitlementNow(Pair pair, Optional<StoredContact> contact, boolean listed) {
    Entitlement remembered = entitlement(pair, contact, listed, directory(directories.current()));
    boolean told = contact.filter(row -> row.audience().contains(pair.user())).isPresent();
    return told == remembered.exclusion(pair.user()).isEmpty()
        ? remembered
        : entitlement(pair, contact, listed, directory(directories.latest()));
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
                .filter(id -> !inTheAudienceByName(Optional.ofNullable(rows.get(id)), user))
                .toList());
    int epoch = mailboxes.of(user).epoch();
    Directory directory = directory(directories.current());
    return stored.stream()
        .map(pair -> pair.inMailbox(epoch))
        .map(
            pair -> {
              Optional<StoredContact> contact = Optional.ofNullable(rows.get(pair.contact()));
              boolean listedHere = listed.contains(pair.contact());
              return found(pair, contact, entitlement(pair, contact, listedHere, directory));
            })
        .toList();
  }

  /** On which lists its user has it; one look-up more, unless it is known already. */
  Explanation.OnLists lists(Found found) {
    UserId user = found.user();
    return new Explanation.OnLists(
        found.entitlement().listedHere().contains(user) || lists.contains(found.contact(), user),
        found.entitlement().access().syncList().contains(user));
  }

  /** Whose list need not be looked at. That of a hidden contact is, like that of none (R6). */
  private static boolean inTheAudienceByName(Optional<StoredContact> contact, UserId user) {
    return access(contact).named().contains(user)
        && contact.filter(row -> row.audience().contains(user)).isPresent();
  }

  private Found found(Pair pair, Optional<StoredContact> contact, Entitlement entitlement) {
    FieldValues fields = contact.map(StoredContact::fields).orElse(FieldValues.none());
    Optional<Exclusion> exclusion = entitlement.exclusion(pair.user());
    Optional<OpenRemoval> removal =
        exclusion.isPresent() || !pair.former().isEmpty() ? removal(pair) : Optional.empty();
    Plan plan =
        planner.plan(
            new PairSituation(pair, entitlement.standing(), fields, exclusion, released(removal)));
    String hash = contact.map(StoredContact::contentHash).orElse("");
    return new Found(plan, pair, new PairWork.Desired(fields, hash), entitlement, removal);
  }

  private Entitlement entitlement(
      Pair pair, Optional<StoredContact> contact, boolean listedHere, Directory directory) {
    return new Entitlement(
        contact.map(StoredContact::standing).orElse(Standing.GONE),
        access(contact),
        listedHere ? Set.of(pair.user()) : Set.of(),
        directory,
        settings.audience());
  }

  /** The removal was carried out, or turned out to be needless: it is open no more. */
  void removalDone(Found found) {
    due.delete(List.of(new Due(found.contact(), found.user(), Optional.empty(), Optional.empty())));
  }

  private static Access access(Optional<StoredContact> contact) {
    return contact.map(StoredContact::access).orElse(Access.NONE);
  }

  private static Directory directory(Optional<Directory> stored) {
    return stored.orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }

  private Optional<OpenRemoval> removal(Pair pair) {
    return due.find(pair.contact(), pair.user()).flatMap(Due::removal);
  }

  /** SyncContact removes only what was released (R18). */
  private static Optional<String> released(Optional<OpenRemoval> removal) {
    return removal.filter(open -> open.state() == OpenRemoval.State.RELEASED).map(OpenRemoval::why);
  }
}
