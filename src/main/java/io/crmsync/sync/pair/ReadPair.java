package io.crmsync.sync.pair;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncListStore;
import java.util.Optional;

/**
 * Reads all that decides about one pair, as it is now: view security is enforced again at the
 * moment of writing (R6). Writes nothing.
 */
final class ReadPair {
  private final ContactStore contacts;
  private final SyncListStore lists;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final PlanPair plan;

  ReadPair(
      ContactStore contacts,
      SyncListStore lists,
      DirectoryStore directories,
      MailboxStore mailboxes,
      PlanPair plan) {
    this.contacts = contacts;
    this.lists = lists;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.plan = plan;
  }

  PairFacts of(Pair stored) {
    MailboxState mailbox = mailboxes.of(stored.user());
    Pair pair = mailbox.seen(stored);
    Optional<StoredContact> contact = contacts.find(pair.contact()).map(Versioned::value);
    boolean named = PlanPair.access(contact).named().contains(pair.user());
    boolean listed = !named && lists.contains(pair.id());
    Entitlement entitlement = entitlementNow(pair, contact, listed);
    return new PairFacts(plan.of(pair, contact, entitlement), mailbox, contact);
  }

  /**
   * Where what this instance remembers of users and groups says another thing than the contact's
   * row, somebody read them anew meanwhile.
   */
  private Entitlement entitlementNow(Pair pair, Optional<StoredContact> contact, boolean listed) {
    Entitlement remembered =
        plan.entitlement(pair, contact, listed, PlanPair.directory(directories.current()));
    boolean told = contact.filter(row -> row.audience().contains(pair.user())).isPresent();
    return told == remembered.exclusion(pair.user()).isEmpty()
        ? remembered
        : plan.entitlement(pair, contact, listed, PlanPair.directory(directories.latest()));
  }
}
