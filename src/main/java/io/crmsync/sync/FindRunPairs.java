package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.ReportedPair.Action;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.Versioned;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Shows admins the removals that a run holds back (R18), or what a run wrote into its report. */
public final class FindRunPairs {
  static final int PAGE = 500;
  private static final char BETWEEN = '/'; // no id has one

  private final RunStore runs;
  private final DueStore due;
  private final ReportStore reports;

  public FindRunPairs(RunStore runs, DueStore due, ReportStore reports) {
    this.runs = runs;
    this.due = due;
    this.reports = reports;
  }

  /**
   * What the run holds now, by contact and user; of an uninstall, what it found, by user and
   * contact. 500 a page.
   *
   * @param after {@code next} of the page before; empty: from the first
   * @return refused as malformed if {@code after} is nothing that a page ever gave
   */
  public Granted<Page<ReportedPair>> list(Caller caller, String runId, Optional<String> after) {
    return Granted.toAdmin(caller, () -> list(runId, after));
  }

  private Granted<Page<ReportedPair>> list(String runId, Optional<String> after) {
    Optional<Run> run = runs.find(runId).map(Versioned::value);
    if (run.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_RUN);
    }
    return run.get().mode().uninstalls() ? reported(runId, after) : held(runId, after);
  }

  private Granted<Page<ReportedPair>> held(String runId, Optional<String> after) {
    Optional<DueStore.Place> place =
        after.flatMap(
            text -> place(text, (contact, user) -> new DueStore.Place(id(contact), user(user))));
    if (after.isPresent() && place.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_PLACE);
    }
    return Granted.of(
        Page.of(
                due.heldBy(runId, place, PAGE + 1),
                PAGE,
                removal -> removal.contact().value() + BETWEEN + removal.user())
            .map(FindRunPairs::asReported));
  }

  private Granted<Page<ReportedPair>> reported(String runId, Optional<String> after) {
    Optional<ReportStore.Place> place =
        after.flatMap(
            text -> place(text, (user, contact) -> new ReportStore.Place(user(user), id(contact))));
    if (after.isPresent() && place.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_PLACE);
    }
    return Granted.of(
        Page.of(
            reports.list(runId, place, PAGE + 1),
            PAGE,
            pair -> pair.user().value() + BETWEEN + pair.contact()));
  }

  private static ReportedPair asReported(OpenRemoval removal) {
    return new ReportedPair(
        removal.user(),
        removal.contact(),
        Action.REMOVE,
        Set.of(),
        removal.why(),
        true,
        Optional.empty());
  }

  private static <P> Optional<P> place(String after, BiFunction<String, String, P> of) {
    int cut = after.indexOf(BETWEEN);
    if (cut < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(of.apply(after.substring(0, cut), after.substring(cut + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not the id of anything
    }
  }

  private static ContactId id(String text) {
    return new ContactId(text);
  }

  private static UserId user(String text) {
    return new UserId(text);
  }
}
