package io.crmsync.localapp;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.PairStore;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the table of pairs says of each pair. */
record PairStates(Map<PairKey, State> states) {
  private static final int PAGE = 1000;

  /**
   * One pair.
   *
   * @param content changes whenever anything in the row does
   * @param outcome of the last attempt; empty: none yet
   * @param reason a code, or empty
   */
  record State(
      int content, boolean open, boolean linked, Optional<Outcome> outcome, String reason) {
    static State of(Pair pair) {
      return new State(
          pair.hashCode(),
          pair.open(),
          pair.link().isPresent(),
          pair.outcome(),
          pair.why().map(Why::code).orElse(""));
    }

    boolean ended(Outcome how) {
      return outcome.filter(how::equals).isPresent();
    }
  }

  /** Reads the pairs of these users. */
  static PairStates read(PairStore store, Collection<UserId> users) {
    Map<PairKey, State> states = new TreeMap<>();
    users.forEach(user -> read(store, user, states));
    return new PairStates(states);
  }

  Optional<State> of(PairKey key) {
    return Optional.ofNullable(states.get(key));
  }

  /** How the pairs ended that changed since; a row that is gone was removed with its copy. */
  Map<Outcome, Integer> outcomesSince(PairStates earlier) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    states.forEach(
        (key, now) -> {
          if (!now.equals(earlier.states.get(key))) {
            now.outcome().ifPresent(outcome -> counts.merge(outcome, 1, Integer::sum));
          }
        });
    earlier.states.forEach(
        (key, before) -> {
          if (before.linked() && !states.containsKey(key)) {
            counts.merge(Outcome.REMOVED, 1, Integer::sum);
          }
        });
    return counts;
  }

  private static void read(PairStore store, UserId user, Map<PairKey, State> states) {
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = store.ofUser(user, after, PAGE);
      page.forEach(pair -> states.put(new PairKey(user, pair.contact()), State.of(pair)));
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).contact());
    } while (page.size() == PAGE);
  }
}
