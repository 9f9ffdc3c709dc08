package io.crmsync.sync.preview;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.sync.mailbox.MailboxView;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All contacts of one user with what would be done with each, as the snapshot has them. What it
 * costs grows with that user's pairs alone (docs/adr/0010).
 */
public final class UserContacts {
  private static final int AT_ONCE = 1_000;

  private final PairStore pairs;
  private final PlanPairs plans;
  private final PlanPairs lately;
  private final RememberedContacts remembered;
  private final Clock clock;

  /**
   * Takes two foresights.
   *
   * @param plans from what is stored now
   * @param lately from what is remembered
   */
  UserContacts(
      PairStore pairs,
      PlanPairs plans,
      PlanPairs lately,
      RememberedContacts remembered,
      Clock clock) {
    this.pairs = pairs;
    this.plans = plans;
    this.lately = lately;
    this.remembered = remembered;
    this.clock = clock;
  }

  /**
   * In order of id; nothing is written. What changes a contact and not its pair may show up to 30
   * seconds late ({@link RememberedContacts}).
   */
  public List<PreviewItem> of(UserId user, MailboxView mailbox) {
    PairPreview preview = new PairPreview(mailbox, clock.instant());
    List<PreviewItem> items = new ArrayList<>();
    forEach(lately, user, mailbox, found -> preview.of(found).ifPresent(items::add));
    return items;
  }

  /** Those that there is something to do for now, and nobody is known to be at; in order of id. */
  public List<ContactId> waiting(UserId user, MailboxView mailbox) {
    PairPreview preview = new PairPreview(mailbox, clock.instant());
    List<ContactId> waiting = new ArrayList<>();
    forEach(
        plans,
        user,
        mailbox,
        found -> {
          if (preview.worthSending(found)) {
            waiting.add(found.contact());
          }
        });
    return waiting;
  }

  /** The user stopped it: of this contact nothing serves any more that was read before. */
  public void forget(UserId user, ContactId contact) {
    remembered.forget(user, contact);
  }

  private void forEach(
      PlanPairs from, UserId user, MailboxView mailbox, Consumer<PlannedPair> each) {
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      planned(from, user, mailbox, page).forEach(each);
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
  }

  private static List<PlannedPair> planned(
      PlanPairs from, UserId user, MailboxView mailbox, List<Pair> pairs) {
    return mailbox
        .state()
        .map(state -> from.of(state, pairs))
        .orElseGet(() -> from.of(user, pairs));
  }

  /** Those of these contacts that the user is to have. */
  public List<ContactId> entitled(UserId user, List<ContactId> contacts) {
    List<Pair> asked = contacts.stream().map(id -> Pair.unknown(new PairId(user, id))).toList();
    return plans.of(user, asked).stream()
        .filter(found -> !found.excluded())
        .map(PlannedPair::contact)
        .toList();
  }

  /** The plan for one pair, whether or not it is of the user's contacts. */
  PlannedPair one(PairId id) {
    return plans.of(id.user(), List.of(pairs.find(id).value())).get(0);
  }

  /** The plan for one pair, as far as it depends on the mailbox that was found. */
  PlannedPair one(PairId id, MailboxView mailbox) {
    return planned(plans, id.user(), mailbox, List.of(pairs.find(id).value())).get(0);
  }

  /** On which lists the pair's user has the contact. */
  Explanation.OnLists lists(PlannedPair found) {
    return plans.lists(found);
  }
}
