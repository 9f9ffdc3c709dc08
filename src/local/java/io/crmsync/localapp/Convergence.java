package io.crmsync.localapp;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.port.DueStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what the rules want with what the mailboxes hold, pair by pair. What differs is either
 * explained by a rule (held, parked, ambiguous, deleted by its user) or wrong.
 */
final class Convergence {
  /** The reason of a pair that waits until its user asks for it (R21). */
  private static final String ON_REQUEST = "new";

  private final CrmNow crm;
  private final Entitled entitled;
  private final PairStates pairs;
  private final Map<PairKey, Integer> copies;
  private final Set<PairKey> held;
  private final Findings wrong = new Findings();
  private final Findings explained = new Findings();

  private Convergence(
      CrmNow crm, Entitled entitled, PairStates pairs, Copies copies, DueStore due) {
    this.crm = crm;
    this.entitled = entitled;
    this.pairs = pairs;
    this.copies = byPair(copies);
    this.held = new HashSet<>();
    due.forEach(row -> row.removal().ifPresent(removal -> held.add(key(row))));
  }

  static Convergence check(
      CrmNow crm, Entitled entitled, PairStates pairs, Copies copies, DueStore due) {
    Convergence check = new Convergence(crm, entitled, pairs, copies, due);
    entitled.wanted().forEach(check::checkWanted);
    new TreeSet<>(check.copies.keySet()).forEach(check::checkCopy);
    pairs.states().forEach(check::checkState);
    return check;
  }

  /** Adds how the run ended, and whether messages were given up. */
  void checkRun(Run run, Night.Watched watched) {
    switch (run.status()) {
      case COMPLETED, REMOVALS_RELEASED, REMOVALS_DISCARDED -> {}
      case REMOVALS_HELD -> explained.add("run holds removals for an admin", run.runId());
      case RUNNING, SUPERSEDED, FAILED ->
          wrong.add("run ended as " + run.status().code() + " " + run.error(), run.runId());
    }
    if (watched.last().poisoned() + watched.last().poisonMessages() > 0) {
      wrong.add("poison queues had messages", watched.last().queues());
    }
  }

  /** What should be otherwise. */
  Findings wrong() {
    return wrong;
  }

  /** What is otherwise than the CRM alone would have it, with good reason. */
  Findings explained() {
    return explained;
  }

  private void checkWanted(PairKey key) {
    int there = copies.getOrDefault(key, 0);
    if (there > 1) {
      wrong.add("pairs with more than one copy", key);
    } else if (there == 0) {
      pairs
          .of(key)
          .ifPresentOrElse(
              state -> explainAbsence(key, state),
              () -> wrong.add("entitled pairs without a copy, never looked at", key));
    }
  }

  private void explainAbsence(PairKey key, PairStates.State state) {
    if (state.ended(Outcome.PARKED) || parked(key)) {
      explained.add("pairs wait for a parked mailbox", key);
    } else if (state.ended(Outcome.SKIPPED)) {
      explained.add("pairs were left alone (" + state.reason() + ")", key);
    } else if (state.linked() && !state.open()) {
      explained.add("copies were deleted by their user in Outlook", key);
    } else {
      wrong.add("entitled pairs without a copy", key);
    }
  }

  private boolean parked(PairKey key) {
    return crm.directory()
        .user(key.user())
        .filter(user -> crm.directory().mailboxTwice(user))
        .isPresent();
  }

  private void checkCopy(PairKey key) {
    if (entitled.wanted().contains(key)) {
      return;
    }
    if (held.contains(key)) {
      explained.add("copies are to be removed, and held by the guard", key);
    } else if (entitled.leftAlone().contains(key) || crm.bad().containsKey(key.contact().value())) {
      explained.add("copies stay as they were: not actionable, or a bad record", key);
    } else {
      wrong.add("copies that nobody is entitled to", key);
    }
  }

  private void checkState(PairKey key, PairStates.State state) {
    if (state.ended(Outcome.FAILED)) {
      wrong.add("pairs failed (" + state.reason() + ")", key);
    } else if (state.open() && !mayStayOpen(key, state)) {
      if (parked(key)) {
        explained.add("pairs wait for a parked mailbox", key);
      } else {
        wrong.add("pairs are still open", key);
      }
    }
  }

  private boolean mayStayOpen(PairKey key, PairStates.State state) {
    boolean waitsForItsUser = state.ended(Outcome.SKIPPED) && state.reason().equals(ON_REQUEST);
    return held.contains(key) || state.ended(Outcome.PARKED) || waitsForItsUser;
  }

  private Map<PairKey, Integer> byPair(Copies read) {
    Map<String, UserId> owners = new HashMap<>();
    for (CrmUser user : crm.directory().users().values()) {
      user.mailbox().ifPresent(address -> owners.put(address.folded(), user.id()));
    }
    Map<PairKey, Integer> counts = new HashMap<>();
    for (Copies.Mailbox mailbox : read.mailboxes()) {
      Optional<UserId> owner =
          Optional.ofNullable(owners.get(mailbox.name()))
              .or(() -> Optional.ofNullable(owners.get(mailbox.objectId())));
      owner.ifPresentOrElse(
          user ->
              mailbox
                  .marks()
                  .forEach(
                      (mark, times) -> counts.put(new PairKey(user, new ContactId(mark)), times)),
          () -> explained.add("mailboxes belong to no user of the CRM", mailbox.name()));
    }
    return counts;
  }

  private static PairKey key(Due row) {
    return new PairKey(row.user(), row.contact());
  }
}
