package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.snapshot.CompareContacts;
import io.crmsync.sync.snapshot.DueReview;
import io.crmsync.sync.snapshot.MailboxVisits;
import io.crmsync.sync.snapshot.OpenPairs;
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
 * A page of a dry run: the same join and the same review of what is due as in a run that acts, and
 * the outcome goes into the report instead of into the tables.
 */
final class ReportPage {
  private final CompareContacts join;
  private final OpenPairs open;
  private final DueReview review;
  private final PairStore pairs;
  private final PairReport foreseen;
  private final ReportStore reports;

  ReportPage(
      CompareContacts join,
      OpenPairs open,
      DueReview review,
      PairStore pairs,
      PairReport foreseen,
      ReportStore reports) {
    this.join = join;
    this.open = open;
    this.review = review;
    this.pairs = pairs;
    this.foreseen = foreseen;
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
      MailboxVisits.Foreseen visits) {
    List<RecordedContact> believed =
        open.in(join.page(page, stored, directory, false), visits.parked()).stream()
            .filter(contact -> !contact.outdated())
            .toList();
    DueReview.Verdict verdict = review.of(believed, run);
    Map<PairId, OpenRemoval> removals = removals(stored.due(), verdict);
    Map<UserId, Set<ContactId>> looks = looks(believed, verdict, removals);
    Map<PairId, Pair> known = known(page, looks, visits.woken());
    reports.put(run, rows(believed, looks, known, removals));
    long queued =
        verdict.toQueue().size()
            + believed.stream().mapToLong(contact -> contact.toQueue().size()).sum();
    return page.counts()
        .with(
            RunCounts.CONTACTS_CHANGED, believed.stream().filter(RecordedContact::changed).count())
        .with(RunCounts.PAIRS_QUEUED, queued);
  }

  /** The open removals of the page's range, as the review would leave them. */
  private static Map<PairId, OpenRemoval> removals(List<Due> stored, DueReview.Verdict verdict) {
    Map<PairId, Due> rows = new HashMap<>();
    stored.forEach(due -> rows.put(place(due), due));
    verdict.toWrite().forEach(due -> rows.put(place(due), due));
    verdict.toWriteAfter().forEach(due -> rows.put(place(due), due));
    Map<PairId, OpenRemoval> removals = new HashMap<>();
    rows.forEach((at, due) -> due.removal().ifPresent(removal -> removals.put(at, removal)));
    return removals;
  }

  private static PairId place(Due due) {
    return due.pair();
  }

  /** The pairs that a run would look at, or whose removal it would bring before the guard. */
  private static Map<UserId, Set<ContactId>> looks(
      List<RecordedContact> believed,
      DueReview.Verdict verdict,
      Map<PairId, OpenRemoval> removals) {
    Map<UserId, Set<ContactId>> looks = new TreeMap<>();
    for (RecordedContact each : believed) {
      ContactId id = each.change().next().id();
      each.toQueue().forEach(user -> of(looks, user).add(id));
      each.change().toList().forEach(user -> of(looks, user).add(id));
    }
    verdict.toQueue().forEach(message -> of(looks, message.user()).add(message.contact()));
    removals.forEach(
        (at, removal) -> {
          if (PairReport.waits(removal)) {
            of(looks, at.user()).add(at.contact());
          }
        });
    return looks;
  }

  private static Set<ContactId> of(Map<UserId, Set<ContactId>> looks, UserId user) {
    return looks.computeIfAbsent(user, absent -> new TreeSet<>());
  }

  /**
   * What is stored of the pairs: one query a user, or a look-up where it is a single pair. The
   * unfinished pairs of those who are woken are looked at too.
   */
  private Map<PairId, Pair> known(
      ReadPage page, Map<UserId, Set<ContactId>> looks, Set<UserId> woken) {
    Map<PairId, Pair> known = new HashMap<>();
    Set<UserId> users = new TreeSet<>(looks.keySet());
    users.addAll(woken);
    for (UserId user : users) {
      Set<ContactId> contacts = of(looks, user);
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
      Map<UserId, Set<ContactId>> looks,
      Map<PairId, Pair> known,
      Map<PairId, OpenRemoval> removals) {
    Map<ContactId, RecordedContact> contacts =
        believed.stream()
            .collect(Collectors.toMap(each -> each.change().next().id(), Function.identity()));
    List<ReportedPair> rows = new ArrayList<>();
    looks.forEach(
        (user, ids) ->
            ids.forEach(
                id -> {
                  PairId at = new PairId(user, id);
                  Pair pair = known.getOrDefault(at, Pair.unknown(new PairId(user, id)));
                  Optional<OpenRemoval> removal = Optional.ofNullable(removals.get(at));
                  Optional.ofNullable(contacts.get(id))
                      .map(
                          contact ->
                              foreseen.of(
                                  pair, contact.change().next(), contact.entitlement(), removal))
                      .orElseGet(() -> removal.map(PairReport::unread))
                      .ifPresent(rows::add);
                }));
    return rows;
  }
}
