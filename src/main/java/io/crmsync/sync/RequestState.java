package io.crmsync.sync;

import io.crmsync.domain.plan.Outcome;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far a request is, told by the results of its pairs.
 *
 * @param results one per pair that ended
 */
public record RequestState(SyncRequest request, List<PairResult> results) {

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

  public Status status() {
    if (!request.failure().isEmpty()) {
      return Status.FAILED;
    }
    if (open() > 0) {
      return results.isEmpty() ? Status.QUEUED : Status.RUNNING;
    }
    return failed() > 0 ? Status.FAILED : Status.SUCCEEDED;
  }

  public int total() {
    return request.total();
  }

  /** Pairs of which nothing is known yet. */
  public int open() {
    return Math.max(0, total() - results.size());
  }

  /** Pairs that ended well. */
  public int done() {
    return results.size() - failed();
  }

  public int failed() {
    return (int) results.stream().filter(RequestState::failed).count();
  }

  /** How often each outcome came, in the order of the outcomes. */
  public Map<Outcome, Integer> outcomes() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return counts;
  }

  /** Why it failed, or else the first reason that a pair gives; empty: none. */
  public String reason() {
    Stream<String> ofFailed = reasons(RequestState::failed);
    return Stream.concat(
            Stream.of(request.failure()), Stream.concat(ofFailed, reasons(result -> true)))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** When the last copy was removed; empty: none was. */
  public Optional<Instant> lastRemovalAt() {
    return latest(result -> result.outcome() == Outcome.REMOVED);
  }

  /** When its last pair ended; empty: it is not complete. */
  public Optional<Instant> completedAt() {
    return open() > 0 ? Optional.empty() : latest(result -> true).or(this::accepted);
  }

  private Optional<Instant> accepted() {
    return Optional.of(request.acceptedAt());
  }

  private Optional<Instant> latest(Predicate<PairResult> which) {
    return results.stream().filter(which).map(PairResult::at).max(Comparator.naturalOrder());
  }

  private Stream<String> reasons(Predicate<PairResult> which) {
    return results.stream().filter(which).map(PairResult::reason);
  }

  /** Nobody's message brings a parked pair's result: the request ends without it. */
  private static boolean failed(PairResult result) {
    return switch (result.outcome()) {
      case FAILED, PARKED -> true;
      case CREATED, ADOPTED, UPDATED, RECREATED, UNCHANGED, REMOVED, SKIPPED -> false;
    };
  }
}
