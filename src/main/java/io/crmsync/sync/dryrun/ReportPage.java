package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.snapshot.MailboxVisits;
import io.crmsync.sync.snapshot.PagePlan;
import io.crmsync.sync.snapshot.PlanPage;
import io.crmsync.sync.snapshot.ReadPage;
import io.crmsync.sync.snapshot.RecordedContact;
import io.crmsync.sync.snapshot.StoredRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page of a dry run: planned as in a run that acts, and the plan goes into the report instead of
 * into the tables.
 */
final class ReportPage {
  private final PlanPage plan;
  private final PairStore pairs;
  private final PairReport pairReport;
  private final ReportStore reports;

  ReportPage(PlanPage plan, PairStore pairs, PairReport pairReport, ReportStore reports) {
    this.plan = plan;
    this.pairs = pairs;
    this.pairReport = pairReport;
    this.reports = reports;
  }

  /**
   * Reports what the page would change.
   *
   * @param stored what is stored of the page's range
   * @param visits what a run's visits to the mailboxes would have done before
   * @return what a run would have counted
   */
  RunCounts report(
      ReadPage page,
      StoredRange stored,
      String run,
      Directory directory,
      MailboxVisits.PlannedVisits visits) {
    PagePlan planned =
        plan.plan(plan.compared(page, stored, directory, false, visits.parked()), run);
    Map<PairId, OpenRemoval> removals = planned.removals(stored.due());
    Map<UserId, Set<ContactId>> concerned = concerned(planned, removals);
    Map<PairId, Pair> known = known(page, concerned, visits.woken());
    reports.put(run, rows(planned.contacts(), concerned, known, removals));
    return page.counts().plus(planned.counts());
  }

  /** The pairs that a run would reconcile, or whose removal it would bring before the guard. */
  private static Map<UserId, Set<ContactId>> concerned(
      PagePlan planned, Map<PairId, OpenRemoval> removals) {
    Map<UserId, Set<ContactId>> concerned = new TreeMap<>();
    planned.pairs().forEach(pair -> of(concerned, pair.user()).add(pair.contact()));
    removals.forEach(
        (pair, removal) -> {
          if (PairReport.waits(removal)) {
            of(concerned, pair.user()).add(pair.contact());
          }
        });
    return concerned;
  }

  private static Set<ContactId> of(Map<UserId, Set<ContactId>> concerned, UserId user) {
    return concerned.computeIfAbsent(user, absent -> new TreeSet<>());
  }

  /**
   * What is stored of the pairs: one query a user, or a look-up where it is a single pair. The
   * unfinished pairs of those who are woken are reported too.
   */
  private Map<PairId, Pair> known(
      ReadPage page, Map<UserId, Set<ContactId>> concerned, Set<UserId> woken) {
    Map<PairId, Pair> known = new HashMap<>();
    Set<UserId> users = new TreeSet<>(concerned.keySet());
    users.addAll(woken);
    for (UserId user : users) {
      Set<ContactId> contacts = of(concerned, user);
      List<Pair> stored =
          contacts.size() == 1 && !woken.contains(user)
              ? List.of(pairs.find(new PairId(user, contacts.iterator().next())).value())
              : pairs.range(user, page.after(), page.upTo());
      stored.forEach(pair -> known.put(new PairId(user, pair.contact()), pair));
      if (woken.contains(user)) {
        stored.stream().filter(Pair::unfinished).map(Pair::contact).forEach(contacts::add);
      }
    }
    return known;
  }

  private List<ReportedPair> rows(
      List<RecordedContact> believed,
      Map<UserId, Set<ContactId>> concerned,
      Map<PairId, Pair> known,
      Map<PairId, OpenRemoval> removals) {
    Map<ContactId, RecordedContact> contacts =
        believed.stream()
            .collect(Collectors.toMap(each -> each.change().next().id(), Function.identity()));
    List<ReportedPair> rows = new ArrayList<>();
    concerned.forEach(
        (user, ids) ->
            ids.forEach(
                id -> {
                  PairId at = new PairId(user, id);
                  Pair pair = known.getOrDefault(at, Pair.unknown(new PairId(user, id)));
                  Optional<OpenRemoval> removal = Optional.ofNullable(removals.get(at));
                  Optional.ofNullable(contacts.get(id))
                      .map(
                          contact ->
                              pairReport.of(
                                  pair, contact.change().next(), contact.entitlement(), removal))
                      .orElseGet(() -> removal.map(PairReport::unread))
                      .ifPresent(rows::add);
                }));
    return rows;
  }
}
