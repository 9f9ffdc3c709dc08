package io.crmsync.sync.notice;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SyncRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the copies of those who lost access to the contacts of a change notice: a small
 * notice's go at once, a large one's as far as the guard lets them (R18).
 */
public final class NoticeRemovals {
  private final ContactStore contacts;
  private final DueStore due;
  private final RequestStore requests;
  private final JobQueue queue;
  private final NoticeGuard guard;
  private final Clock clock;

  public NoticeRemovals(
      ContactStore contacts,
      DueStore due,
      RequestStore requests,
      JobQueue queue,
      NoticeGuard guard,
      Clock clock) {
    this.contacts = contacts;
    this.due = due;
    this.requests = requests;
    this.queue = queue;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * Releases them, or holds them; repeated after a crash, it does what is left. What a run holds
   * because it doubts what it read stays with that run.
   *
   * @return the notice, which says whether removals wait
   */
  ChangeNotice decide(SyncRequest request, ChangeNotice notice) {
    List<Due> leaving =
        notice.contacts().stream().filter(id -> !notice.leaves(id)).flatMap(this::leaving).toList();
    expect(request, leaving);
    if (!notice.waiting().isEmpty()) {
      return held(request, notice, leaving, notice.waiting());
    }
    Predicate<Due> aRuns = guard.heldByRunInDoubt(leaving);
    ChangeNotice left =
        held(request, notice, leaving.stream().filter(aRuns).toList(), NoticeGuard.BY_RUN_IN_DOUBT);
    List<Due> own = leaving.stream().filter(aRuns.negate()).toList();
    List<Due> waiting = own.stream().filter(NoticeRemovals::waits).toList();
    Optional<Hold> hold = guard.judge(notice.contacts().size(), waiting, request.acceptedAt());
    if (hold.isPresent()) {
      return held(request, left, own, hold.get().words());
    }
    release(request, own);
    return left;
  }

  private ChangeNotice held(
      SyncRequest request, ChangeNotice notice, List<Due> leaving, String objection) {
    if (leaving.isEmpty()) {
      return notice;
    }
    hold(request, leaving, new Why(Reason.REMOVAL_HELD, objection));
    return notice.waitingFor(objection);
  }

  /** Those whose copy is to leave, by the contact's row as it is now. */
  private Stream<Due> leaving(ContactId id) {
    List<Due> rows = due.of(id).stream().filter(NoticeRemovals::proposed).toList();
    if (rows.isEmpty()) {
      return Stream.empty();
    }
    Optional<StoredContact> contact = contacts.find(id).map(Versioned::value);
    return rows.stream().filter(row -> contact.filter(c -> stays(c, row.user())).isEmpty());
  }

  /** An admin's discard stands until the contact changes. */
  private static boolean proposed(Due row) {
    return row.removal().filter(removal -> removal.state() != State.DISCARDED).isPresent();
  }

  private static boolean stays(StoredContact contact, UserId user) {
    return contact.audience().contains(user) || contact.frozen().contains(user);
  }

  private static boolean waits(Due row) {
    return row.removal().map(OpenRemoval::state).filter(s -> s != State.RELEASED).isPresent();
  }

  private void expect(SyncRequest request, List<Due> leaving) {
    leaving.stream()
        .collect(
            Collectors.groupingBy(Due::contact, Collectors.mapping(Due::user, Collectors.toSet())))
        .forEach((contact, users) -> requests.expect(request.requestId(), contact, users));
  }

  /** State before message: what is released is removed, if not by this message then by a later. */
  private void release(SyncRequest request, List<Due> leaving) {
    String id = request.requestId();
    decide(leaving, NoticeRemovals::proposed, row -> row.in(State.RELEASED, id));
    queue.sendPairs(
        leaving.stream().map(row -> PairMessage.of(row.pair()).forRequest(id)).toList(), Lane.NOW);
  }

  /** Where others decided meanwhile, the rows are read anew and decided on again. */
  private void decide(List<Due> leaving, Predicate<Due> which, UnaryOperator<Due> how) {
    Set<PairId> overtaken = due.write(leaving.stream().filter(which).map(how).toList());
    overtaken.forEach(at -> due.change(at, row -> which.test(row) ? how.apply(row) : row));
  }

  private static boolean open(Due row) {
    return row.removal().filter(removal -> removal.state() == State.OPEN).isPresent();
  }

  /** What an earlier run holds stays on its list; what was released before is only told. */
  private void hold(SyncRequest request, List<Due> leaving, Why why) {
    String id = request.requestId();
    decide(leaving, NoticeRemovals::open, row -> row.in(State.HELD, id));
    Instant now = clock.instant();
    leaving.forEach(
        row ->
            requests.record(
                id, new PairResult(row.pair(), Outcome.SKIPPED, Optional.of(why), now)));
  }
}
