package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SyncSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the pairs that were queued since the last page and are still to be reconciled: a message
 * may be lost (R19). Only contacts whose row says that attempts are awaited cost anything, so that
 * what is closed is not read night after night (docs/adr/0019). Only reads.
 */
public final class OpenPairs {
  private static final int AT_ONCE = 1_000;

  private final PairStore pairs;
  private final ContactStore contacts;
  private final DueStore due;
  private final MailboxStore mailboxes;
  private final SyncSettings settings;

  OpenPairs(
      PairStore pairs,
      ContactStore contacts,
      DueStore due,
      MailboxStore mailboxes,
      SyncSettings settings) {
    this.pairs = pairs;
    this.contacts = contacts;
    this.due = due;
    this.mailboxes = mailboxes;
    this.settings = settings;
  }

  /**
   * The same contacts, those that await attempts with {@link RecordedContact#left}.
   *
   * @param toPark whose mailboxes count as parked although they are not yet
   */
  public List<RecordedContact> in(List<RecordedContact> joined, Set<UserId> toPark) {
    Map<UserId, NavigableSet<ContactId>> told = new TreeMap<>();
    joined.stream()
        .filter(OpenPairs::asked)
        .forEach(
            each ->
                each.toldBefore()
                    .forEach(
                        user ->
                            told.computeIfAbsent(user, absent -> new TreeSet<>()).add(each.id())));
    Map<ContactId, Set<UserId>> left = told.isEmpty() ? Map.of() : left(told, toPark);
    return joined.stream()
        .map(each -> asked(each) ? each.withLeft(left.getOrDefault(each.id(), Set.of())) : each)
        .toList();
  }

  private Map<ContactId, Set<UserId>> left(
      Map<UserId, NavigableSet<ContactId>> told, Set<UserId> toPark) {
    return pairs.unfinished(told).stream()
        .filter(this::awaitsAttempt)
        .filter(pair -> inUse(pair.user()) && !toPark.contains(pair.user()))
        .collect(
            Collectors.groupingBy(
                Pair::contact, Collectors.mapping(Pair::user, Collectors.toSet())));
  }

  private static boolean asked(RecordedContact contact) {
    return contact.change().next().awaitsAttempts() && !contact.outdated();
  }

  /**
   * Those of a user's pairs that are still to be reconciled, and for which nothing but a message
   * provides.
   */
  public List<ContactId> among(UserId user, Collection<ContactId> all) {
    return all.isEmpty() || !inUse(user)
        ? List.of()
        : unprovided(user, pairs.unfinished(Map.of(user, new TreeSet<>(all))));
  }

  /**
   * The contacts of all pairs of this user that are still to be reconciled, and for which nothing
   * but a message provides. Reads all of the user's pairs; asked only while the mailbox catches up.
   */
  List<ContactId> of(UserId user) {
    MailboxState mailbox = mailboxes.of(user);
    List<ContactId> left = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      left.addAll(unprovided(user, page.stream().map(mailbox::seen).toList()));
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
    return left;
  }

  private List<ContactId> unprovided(UserId user, Collection<Pair> all) {
    List<ContactId> left =
        all.stream().filter(this::awaitsAttempt).map(Pair::contact).sorted().toList();
    Map<ContactId, StoredContact> rows = contacts.findAll(left);
    return left.stream()
        .filter(id -> rows.containsKey(id) && rows.get(id).audience().contains(user))
        .filter(id -> due.find(new PairId(user, id)).flatMap(Due::retryAt).isEmpty())
        .toList();
  }

  private boolean awaitsAttempt(Pair pair) {
    return pair.awaitsAttempt(settings.onRequest());
  }

  /**
   * When a mailbox that is parked is in use again, its pairs are woken with it (R22); and whether
   * all that were woken were reconciled, is asked by user.
   */
  private boolean inUse(UserId user) {
    MailboxState mailbox = mailboxes.of(user);
    return mailbox.parked().isEmpty() && !mailbox.catchingUp();
  }
}
