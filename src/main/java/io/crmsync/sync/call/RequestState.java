package io.crmsync.sync.call;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far a request is, told by the results of its pairs.
 *
 * @param results one per pair that ended, except those of unknown contacts
 * @param notice of a change notice: how far it is with finding its pairs; else empty
 */
public record RequestState(
    SyncRequest request, List<PairResult> results, Optional<ChangeNotice> notice) {

  /** As the HTTP API names it. */
  public enum Status {
    QUEUED("queued"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    /** As a whole, or one of its pairs: failed, or left for later with the mailbox. */
    FAILED("failed");
    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public RequestState {
    results = List.copyOf(results);
  }

  /** Of a request whose pairs were known from the start. */
  public RequestState(SyncRequest request, List<PairResult> results) {
    this(request, results, Optional.empty());
  }

  public Status status() {
    if (!request.failure().isEmpty()) {
      return Status.FAILED;
    }
    if (finding() || open() > 0) {
      return ended() == 0 && !begun() ? Status.QUEUED : Status.RUNNING;
    }
    return failed() > 0 ? Status.FAILED : Status.SUCCEEDED;
  }

  /** How many pairs, as far as they are known; a contact that could not be read counts as one. */
  public int total() {
    return Math.max(request.total(), ended()) + unread().size();
  }

  /** Pairs of which nothing is known yet. */
  public int open() {
    return Math.max(0, request.total() - ended());
  }

  /** Pairs that ended well. */
  public int done() {
    return (int) results.stream().filter(result -> !failed(result)).count();
  }

  public int failed() {
    return ended() - done() + unread().size();
  }

  /** How often each outcome came, in the order of the outcomes. */
  public Map<Outcome, Integer> outcomes() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    if (request.unknown() > 0) {
      counts.merge(Outcome.FAILED, request.unknown(), Integer::sum);
    }
    return counts;
  }

  /** Why it failed, or else withdrawals wait, or else the first a pair gives; empty: none. */
  public String reason() {
    return Stream.of(
            Stream.of(request.failure()),
            unreadWords(),
            reasons(RequestState::failed),
            unknownWords(),
            notice.stream().flatMap(RequestState::waiting),
            reasons(result -> true))
        .flatMap(Function.identity())
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether copies that are to leave wait for the next run or an admin (R18). */
  public boolean withdrawalsWaiting() {
    return notice.filter(each -> !each.waiting().isEmpty()).isPresent();
  }

  /** When the last copy was removed; empty: none was. */
  public Optional<Instant> lastRemovalAt() {
    return latest(result -> result.outcome() == Outcome.REMOVED);
  }

  /** When its last pair ended; empty: it is not complete. */
  public Optional<Instant> completedAt() {
    if (finding() || open() > 0) {
      return Optional.empty();
    }
    Instant known = notice.flatMap(ChangeNotice::endedAt).orElse(request.acceptedAt());
    return latest(result -> true).filter(known::isBefore).or(() -> Optional.of(known));
  }

  /** Whether there may be more pairs than are known. */
  private boolean finding() {
    return notice.filter(each -> !each.done()).isPresent();
  }

  private boolean begun() {
    return notice.filter(each -> each.sequence() > 0).isPresent();
  }

  private Map<ContactId, String> unread() {
    return notice.map(ChangeNotice::unread).orElse(Map.of());
  }

  /** Pairs of which the end is known: those of unknown contacts failed at once. */
  private int ended() {
    return results.size() + request.unknown();
  }

  private Stream<String> unknownWords() {
    return request.unknown() > 0
        ? Stream.of(Why.of(Reason.NO_SUCH_CONTACT).code())
        : Stream.empty();
  }

  private Stream<String> unreadWords() {
    return unread().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + ": " + each.getValue());
  }

  private Optional<Instant> latest(Predicate<PairResult> which) {
    return results.stream().filter(which).map(PairResult::at).max(Comparator.naturalOrder());
  }

  private static Stream<String> waiting(ChangeNotice notice) {
    return notice.waiting().isEmpty()
        ? Stream.empty()
        : Stream.of(new Why(Reason.REMOVAL_HELD, notice.waiting()).code());
  }

  private Stream<String> reasons(Predicate<PairResult> which) {
    return results.stream().filter(which).flatMap(result -> result.why().stream()).map(Why::code);
  }

  /** Nobody's message brings a parked pair's result: the request ends without it. */
  private static boolean failed(PairResult result) {
    return switch (result.outcome()) {
      case FAILED, PARKED -> true;
      case CREATED, ADOPTED, UPDATED, RECREATED, UNCHANGED, REMOVED, SKIPPED -> false;
    };
  }
}
