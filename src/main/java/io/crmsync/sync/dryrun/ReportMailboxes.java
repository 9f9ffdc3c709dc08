package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.Entry;
import io.crmsync.sync.mailbox.EntryResult;
import io.crmsync.sync.mailbox.MailboxGate;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.ReadMailboxContents;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Goes from mailbox to mailbox, and writes into a report what only they can tell. */
final class ReportMailboxes {
  private static final int MAILBOXES_A_STEP = 10;

  private final ReportStore reports;
  private final PairStore pairs;
  private final ReadMailboxContents contents;
  private final MailboxGate gate;
  private final Clock clock;

  ReportMailboxes(
      ReportStore reports,
      PairStore pairs,
      ReadMailboxContents contents,
      MailboxGate gate,
      Clock clock) {
    this.reports = reports;
    this.pairs = pairs;
    this.contents = contents;
    this.gate = gate;
    this.clock = clock;
  }

  /** The next mailboxes that the report speaks of; done again, a step ends the same. */
  Run step(Run run, Directory directory) {
    String cursor = run.cursor();
    for (int i = 0; i < MAILBOXES_A_STEP; i++) {
      Optional<UserId> before = Optional.of(cursor).filter(id -> !id.isEmpty()).map(UserId::new);
      Optional<UserId> user = reports.userAfter(run.runId(), before);
      if (user.isEmpty()) {
        return run.advanced(Phase.GUARD, "", RunCounts.NONE, clock.instant());
      }
      settle(run.runId(), user.get(), directory);
      cursor = user.get().value();
    }
    return run.advanced(Phase.MAILBOXES, cursor, RunCounts.NONE, clock.instant());
  }

  private void settle(String run, UserId user, Directory directory) {
    List<ReportedPair> open =
        reports.ofUser(run, user).stream().filter(row -> row.toSettle().isPresent()).toList();
    if (open.isEmpty()) {
      return;
    }
    List<ReportedPair> settled = settled(user, open, directory);
    Set<PairId> kept = settled.stream().map(ReportedPair::pair).collect(Collectors.toSet());
    reports.put(run, settled);
    reports.delete(
        run, open.stream().map(ReportedPair::pair).filter(place -> !kept.contains(place)).toList());
  }

  private List<ReportedPair> settled(UserId user, List<ReportedPair> open, Directory directory) {
    EntryResult<List<ReportedPair>> entered =
        gate.enter(user, Entry.DRY_RUN, directory, session -> inside(session, open));
    return switch (entered.kind()) {
      case ENTERED -> entered.answer().orElseThrow();
      case PARKED, CLOSED -> each(open, row -> row.left(entered.why().orElseThrow()));
      case BECAME_ANOTHER -> each(open, row -> row.left(Why.of(Reason.MAILBOX_CHANGED)));
      case WAIT, NO_SLOT, REFUSED -> notRead(open);
    };
  }

  private List<ReportedPair> inside(MailboxSession session, List<ReportedPair> open) {
    RefinedPairs settled = new RefinedPairs(contents.read(session), known(session, open));
    return open.stream().map(settled::of).flatMap(Optional::stream).toList();
  }

  private Map<ContactId, Pair> known(MailboxSession session, List<ReportedPair> open) {
    UserId user = session.user();
    List<Pair> stored =
        open.size() == 1
            ? List.of(pairs.find(new PairId(user, open.get(0).contact())).value())
            : pairs.range(user, Optional.empty(), Optional.empty());
    return stored.stream()
        .map(session.state()::seen)
        .collect(Collectors.toMap(Pair::contact, Function.identity()));
  }

  /** The mailbox gave no answer now: what is reported is what is known without it. */
  private static List<ReportedPair> notRead(List<ReportedPair> open) {
    Optional<Why> why = Optional.of(Why.of(Reason.MAILBOX_NOT_READ));
    return each(open, row -> row.as(row.action(), row.fields(), why));
  }

  private static List<ReportedPair> each(
      List<ReportedPair> rows, UnaryOperator<ReportedPair> change) {
    return rows.stream().map(change).toList();
  }
}
