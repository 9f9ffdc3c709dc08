package io.crmsync.sync.run;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.call.ParsedId;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.SyncRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Shows admins the removals that a run or a change notice holds back (R18), or what a dry run
 * reports.
 */
public final class FindRunPairs {
  public static final int PAGE = 500;
  private static final String BETWEEN = "/"; // no id has one

  private final RunStore runs;
  private final DueStore due;
  private final ReportStore reports;
  private final RequestStore requests;

  public FindRunPairs(RunStore runs, DueStore due, ReportStore reports, RequestStore requests) {
    this.runs = runs;
    this.due = due;
    this.reports = reports;
    this.requests = requests;
  }

  /**
   * What the run, or the change notice of that request, holds now, by contact and user; of a dry
   * run or an uninstall its report, by user and contact. 500 a page.
   *
   * @param after {@code next} of the page before; empty: from the first
   * @return refused as malformed if {@code after} is nothing that a page ever gave
   */
  public Granted<Page<ReportedPair>> list(Caller caller, String runId, Optional<String> after) {
    return Granted.toAdmin(
        caller,
        () ->
            runs.find(runId)
                .map(Versioned::value)
                .map(run -> reports(run) ? reported(run, after) : held(runId, after))
                .or(() -> ofNotice(runId, after))
                .orElse(Granted.refused(Refusal.NO_SUCH_RUN)));
  }

  private static boolean reports(Run run) {
    return run.dry() || run.mode().uninstalls();
  }

  /** A notice keeps its list under its request, until the next run takes it over. */
  private Optional<Granted<Page<ReportedPair>>> ofNotice(String requestId, Optional<String> after) {
    return Optional.of(requestId)
        .filter(SyncRequest::mayBeId)
        .flatMap(requests::find)
        .filter(request -> request.kind() == SyncRequest.Kind.CONTACT_CHANGES)
        .map(request -> held(request.requestId(), after));
  }

  private Granted<Page<ReportedPair>> held(String runId, Optional<String> after) {
    Optional<PairId> place =
        after.flatMap(
            text ->
                place(
                    text,
                    (one, two) -> contact(one).flatMap(c -> user(two).map(u -> new PairId(u, c)))));
    if (after.isPresent() && place.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_PLACE);
    }
    return Granted.of(
        Page.of(
                due.heldBy(runId, place, PAGE + 1),
                PAGE,
                removal -> removal.contact() + BETWEEN + removal.user())
            .map(FindRunPairs::removal));
  }

  private Granted<Page<ReportedPair>> reported(Run run, Optional<String> after) {
    Optional<PairId> place =
        after.flatMap(
            text ->
                place(
                    text,
                    (one, two) -> user(one).flatMap(u -> contact(two).map(c -> new PairId(u, c)))));
    if (after.isPresent() && place.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_PLACE);
    }
    return Granted.of(
        Page.of(
            reports.list(run.runId(), place, PAGE + 1),
            PAGE,
            pair -> pair.user() + BETWEEN + pair.contact()));
  }

  private static ReportedPair removal(OpenRemoval held) {
    return new ReportedPair(
        held.pair(),
        Effect.REMOVE,
        Set.of(),
        Optional.of(Why.of(held.why())),
        true,
        Optional.empty());
  }

  private static Optional<ContactId> contact(String text) {
    return ParsedId.of(text, ContactId::new);
  }

  private static Optional<UserId> user(String text) {
    return ParsedId.of(text, UserId::new);
  }

  private static <P> Optional<P> place(
      String after, BiFunction<String, String, Optional<P>> halves) {
    int cut = after.indexOf(BETWEEN);
    return cut < 0
        ? Optional.empty()
        : halves.apply(after.substring(0, cut), after.substring(cut + 1));
  }
}
