package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore.Wish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What contacts that were compared come to, as data: a night carries it out, a dry run reports it
 * (docs/adr/0024).
 *
 * @param contacts those of which something is believed
 * @param due what becomes of removals and of what is to be tried again
 */
public record PagePlan(List<RecordedContact> contacts, DueReview.Reviewed due) {
  public PagePlan {
    contacts = List.copyOf(contacts);
  }

  /** What is to be said in the rows of pairs before any message about them is sent. */
  List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    for (RecordedContact each : contacts) {
      StoredContact row = each.change().next();
      each.change()
          .toQueue()
          .forEach(user -> wishes.add(Wish.wanting(new PairId(user, row.id()), row.contentHash())));
      each.change().toList().forEach(user -> wishes.add(Wish.listing(new PairId(user, row.id()))));
    }
    return wishes;
  }

  /** The pairs whose contact changed, or whose message may be lost. */
  List<PairMessage> messages() {
    List<PairMessage> messages = new ArrayList<>();
    for (RecordedContact each : contacts) {
      each.toQueue().forEach(user -> messages.add(PairMessage.of(new PairId(user, each.id()))));
    }
    return messages;
  }

  /** How many contacts changed, and how many pairs are queued. */
  public RunCounts counts() {
    return RunCounts.NONE
        .with(
            RunCounts.CONTACTS_CHANGED, contacts.stream().filter(RecordedContact::changed).count())
        .with(RunCounts.PAIRS_QUEUED, messages().size() + (long) due.toQueue().size());
  }

  /** The pairs of which it speaks: wanted, listed, or tried again. */
  public Set<PairId> pairs() {
    Set<PairId> pairs = new TreeSet<>();
    wishes().forEach(wish -> pairs.add(wish.pair()));
    messages().forEach(message -> pairs.add(message.pair()));
    due.toQueue().forEach(message -> pairs.add(message.pair()));
    return pairs;
  }

  /**
   * The open removals as they would be.
   *
   * @param stored what is due in the range that the plan is of
   */
  public Map<PairId, OpenRemoval> removals(Collection<Due> stored) {
    Map<PairId, Due> rows = new HashMap<>();
    stored.forEach(row -> rows.put(row.pair(), row));
    due.toWrite().forEach(row -> rows.put(row.pair(), row));
    due.toWriteAfter().forEach(row -> rows.put(row.pair(), row));
    Map<PairId, OpenRemoval> removals = new HashMap<>();
    rows.forEach((pair, row) -> row.removal().ifPresent(removal -> removals.put(pair, removal)));
    return removals;
  }

  /** Whether a pair of this contact is queued; what is to leave is found by its removal. */
  boolean queues(RecordedContact contact) {
    return !contact.toQueue().isEmpty()
        || due.toQueue().stream()
            .anyMatch(
                message ->
                    message.contact().equals(contact.id()) && contact.entitled(message.user()));
  }

  /** The same without these contacts. */
  PagePlan but(Set<ContactId> left) {
    return new PagePlan(
        contacts.stream().filter(each -> !left.contains(each.id())).toList(), due.but(left));
  }
}
