package io.crmsync.sync.removal;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The removals that wait, as state in the table of what is due. */
public final class OpenRemovals {
  private static final int AT_ONCE = 500;

  private final DueStore due;
  private final JobQueue queue;

  public OpenRemovals(DueStore due, JobQueue queue) {
    this.due = due;
    this.queue = queue;
  }

  /** How many of those that this run holds are of each user. */
  Map<UserId, Long> heldByUser(String run) {
    Map<UserId, Long> counts = new HashMap<>();
    forEachHeld(run, removal -> counts.merge(removal.user(), 1L, Long::sum));
    return counts;
  }

  /** Gives all that this run holds. */
  void forEachHeld(String run, Consumer<OpenRemoval> each) {
    due.forEach(row -> row.removal().filter(removal -> heldBy(removal, run)).ifPresent(each));
  }

  /**
   * Makes all that wait the list of this run: what was proposed in it or between two runs, and what
   * an earlier one holds. Repeated after a crash, it takes what is left.
   *
   * @param reached whether a user's mailbox may be touched (R5): what cannot be carried out waits
   *     on
   */
  void hold(String run, Predicate<UserId> reached) {
    Predicate<OpenRemoval> others =
        removal -> waits(removal) && !heldBy(removal, run) && reached.test(removal.user());
    inBatches(others, batch -> put(batch, others, State.HELD, run));
  }

  /**
   * Releases what this run holds and queues the pairs: no more, because what was proposed since, no
   * guard has judged. Those that this run released before, and that are still there, are queued
   * once more.
   *
   * @return how many
   */
  long releaseHeld(String run) {
    return release(removal -> heldBy(removal, run) || releasedBy(removal, run), run);
  }

  /** What this run holds is not to be carried out. */
  void discardHeld(String run) {
    Predicate<OpenRemoval> held = removal -> heldBy(removal, run);
    inBatches(held, batch -> put(batch, held, State.DISCARDED, run));
  }

  private long release(Predicate<OpenRemoval> which, String run) {
    long[] released = {0};
    inBatches(
        which,
        batch -> {
          Set<PairId> others = put(batch, which, State.RELEASED, run);
          List<PairMessage> messages =
              batch.stream()
                  .filter(row -> !others.contains(row.pair()))
                  .map(row -> PairMessage.of(row.pair()))
                  .toList();
          queue.sendPairs(messages, Lane.NIGHTLY);
          released[0] += messages.size();
        });
    return released[0];
  }

  /**
   * Brings removals into another state, as long as they are such. Which others changed meanwhile is
   * asked anew.
   *
   * @return those that are such no more, and were left
   */
  private Set<PairId> put(List<Due> rows, Predicate<OpenRemoval> which, State state, String run) {
    Set<PairId> left = new HashSet<>();
    List<Due> still = rows;
    while (!still.isEmpty()) {
      List<Due> now = new ArrayList<>();
      for (PairId at : due.write(still.stream().map(row -> row.in(state, run)).toList())) {
        due.find(at)
            .filter(row -> row.removal().filter(which).isPresent())
            .ifPresentOrElse(now::add, () -> left.add(at));
      }
      still = now;
    }
    return left;
  }

  private void inBatches(Predicate<OpenRemoval> which, Consumer<List<Due>> work) {
    List<Due> batch = new ArrayList<>();
    due.forEach(
        row -> {
          if (row.removal().filter(which).isPresent()) {
            batch.add(row);
          }
          if (batch.size() == AT_ONCE) {
            work.accept(List.copyOf(batch));
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      work.accept(List.copyOf(batch));
    }
  }

  private static boolean waits(OpenRemoval removal) {
    return removal.state() == State.OPEN || removal.state() == State.HELD;
  }

  private static boolean releasedBy(OpenRemoval removal, String run) {
    return removal.state() == State.RELEASED && removal.run().equals(run);
  }

  private static boolean heldBy(OpenRemoval removal, String run) {
    return removal.state() == State.HELD && removal.run().equals(run);
  }
}
