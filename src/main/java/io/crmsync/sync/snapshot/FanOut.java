package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.ContactChange;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Brings changed contacts to the pairs concerned: write what is wanted, then send, then say it is
 * sent. A crash anywhere in between leaves the contact's row pending, and a pending row counts as
 * changed; so a message can come twice, but never too early or not at all.
 */
public final class FanOut {
  private final ContactStore contacts;
  private final PairStore pairs;
  private final DueStore due;
  private final JobQueue queue;
  private final PlanPage plan;

  FanOut(ContactStore contacts, PairStore pairs, DueStore due, JobQueue queue, PlanPage plan) {
    this.contacts = contacts;
    this.pairs = pairs;
    this.due = due;
    this.queue = queue;
    this.plan = plan;
  }

  /**
   * What was stored and queued.
   *
   * @param counts how many contacts changed and pairs were queued
   * @param overtaken contacts of which somebody changed a row meanwhile: they are to be compared
   *     anew, with what is stored now
   */
  record FannedOut(RunCounts counts, Set<ContactId> overtaken) {}

  /**
   * Stores and queues, as far as nobody was faster.
   *
   * @param run whose page they are on; empty: none
   * @param tagged what becomes of the messages before they are sent; asked before anything is sent
   */
  FannedOut carryOut(
      List<RecordedContact> joined,
      Lane lane,
      String run,
      UnaryOperator<List<PairMessage>> tagged) {
    List<RecordedContact> changed = joined.stream().filter(RecordedContact::toStore).toList();
    Map<ContactId, Version> written =
        contacts.write(changed.stream().map(RecordedContact::row).toList());
    Set<ContactId> overtaken =
        changed.stream()
            .map(RecordedContact::id)
            .filter(id -> !written.containsKey(id))
            .collect(Collectors.toCollection(HashSet::new));
    List<RecordedContact> mine =
        joined.stream().filter(each -> !overtaken.contains(each.id())).toList();
    PagePlan planned = plan.plan(mine, run);
    due.write(planned.due().toWrite()).stream().map(PairId::contact).forEach(overtaken::add);
    planned = planned.but(overtaken);
    pairs.want(planned.wishes());
    queue.sendPairs(tagged.apply(planned.messages()), lane);
    queue.sendPairs(tagged.apply(planned.due().toQueue()), lane);
    due.write(planned.due().toWriteAfter());
    sayItIsSent(planned, written);
    return new FannedOut(planned.counts(), overtaken);
  }

  /**
   * Remembers that the CRM was asked just now, so that an older answer still on its way is dropped.
   *
   * @return whether nobody changed the row meanwhile, who may have been that older answer
   */
  boolean refreshReadAt(RecordedContact asked) {
    return asked.change().kind() != ContactChange.Kind.UNCHANGED
        || !contacts.write(List.of(asked.row().with(asked.change().next().fannedOut()))).isEmpty();
  }

  private void sayItIsSent(PagePlan planned, Map<ContactId, Version> written) {
    List<Versioned<StoredContact>> sent = new ArrayList<>();
    for (RecordedContact each : planned.contacts()) {
      StoredContact row = each.change().next();
      Version version = written.getOrDefault(row.id(), each.version());
      boolean awaitsAttempts = each.awaitsEarlierAttempts() || planned.queues(each);
      if (tombstoneDone(each, planned)) {
        contacts.delete(row.id(), version);
      } else if (each.toStore() || awaitsAttempts != row.awaitsAttempts()) {
        sent.add(new Versioned<>(row.fannedOut().awaitingAttempts(awaitsAttempts), version));
      }
    }
    contacts.write(sent);
  }

  /** A gone contact stays as a tombstone until no pair of it is linked. */
  private static boolean tombstoneDone(RecordedContact each, PagePlan planned) {
    StoredContact row = each.change().next();
    return row.contactState() == ContactState.GONE
        && row.frozen().isEmpty()
        && !planned.due().unfinished().contains(row.id());
  }
}
