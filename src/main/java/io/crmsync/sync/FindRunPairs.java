package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.DueStore.Place;
import io.crmsync.sync.port.RunStore;
import java.util.Optional;

/** Shows admins the removals that a run holds back (R18). */
public final class FindRunPairs {
  static final int PAGE = 500;
  private static final char BETWEEN = '/'; // no id has one

  private final RunStore runs;
  private final DueStore due;

  public FindRunPairs(RunStore runs, DueStore due) {
    this.runs = runs;
    this.due = due;
  }

  /**
   * What the run holds now, by contact and user, 500 a page.
   *
   * @param after {@code next} of the page before; empty: from the first
   * @return refused as malformed if {@code after} is nothing that a page ever gave
   */
  public Granted<Page<OpenRemoval>> list(Caller caller, String runId, Optional<String> after) {
    return Granted.toAdmin(caller, () -> list(runId, after));
  }

  private Granted<Page<OpenRemoval>> list(String runId, Optional<String> after) {
    if (runs.find(runId).isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_RUN);
    }
    Optional<Place> place = after.flatMap(FindRunPairs::place);
    if (after.isPresent() && place.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_PLACE);
    }
    return Granted.of(
        Page.of(
            due.heldBy(runId, place, PAGE + 1),
            PAGE,
            removal -> removal.contact().value() + BETWEEN + removal.user()));
  }

  private static Optional<Place> place(String after) {
    int cut = after.indexOf(BETWEEN);
    if (cut < 0) {
      return Optional.empty();
    }
    return AskedId.of(after.substring(0, cut), ContactId::new)
        .flatMap(
            contact ->
                AskedId.of(after.substring(cut + 1), UserId::new)
                    .map(user -> new Place(contact, user)));
  }
}
