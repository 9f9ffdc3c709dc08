package io.crmsync.sync.run;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.snapshot.OpenPairs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends again what requests asked for and no attempt was made at: a message may be lost (R19). A
 * request of which nothing is left is closed, and costs the next night nothing.
 */
final class ResumeRequests {
  /** Younger ones are under way, and not lost. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(30);

  private final RequestStore requests;
  private final OpenPairs open;
  private final JobQueue queue;
  private final Clock clock;

  ResumeRequests(RequestStore requests, OpenPairs open, JobQueue queue, Clock clock) {
    this.requests = requests;
    this.open = open;
    this.queue = queue;
    this.clock = clock;
  }

  /** Looks through all that are open. Repeated after a crash, it does what is left. */
  void now() {
    Instant underWay = clock.instant().minus(UNDER_WAY);
    requests.open().stream()
        .filter(each -> !each.since().isAfter(underWay))
        .filter(each -> !resumed(each))
        .forEach(requests::close);
  }

  /** Whether there was anything left to be sent. */
  private boolean resumed(OpenRequest request) {
    if (requests.find(request.requestId()).isEmpty()) {
      return false; // who was to write it was killed before
    }
    return request
        .user()
        .map(user -> pairsResumed(request, user))
        .orElseGet(() -> noticeResumed(request.requestId()));
  }

  private boolean pairsResumed(OpenRequest request, UserId user) {
    List<PairMessage> asked =
        request.contacts().stream()
            .sorted()
            .map(id -> PairMessage.of(new PairId(user, id)))
            .toList();
    List<PairMessage> unknownWrites = unknownWrites(request.requestId(), asked);
    Set<ContactId> answered = new HashSet<>(request.contacts());
    unknownWrites.forEach(message -> answered.remove(message.contact()));
    List<PairMessage> left = new ArrayList<>();
    open.among(user, answered).forEach(id -> left.add(PairMessage.of(new PairId(user, id))));
    queue.sendPairs(unknownWrites, Lane.NOW);
    queue.sendPairs(left, Lane.NIGHTLY);
    return !unknownWrites.isEmpty() || !left.isEmpty();
  }

  /** What becomes of its pairs when they are answered, the rows of its contacts tell. */
  private boolean noticeResumed(String requestId) {
    Optional<ChangeNotice> notice = requests.notice(requestId).map(Versioned::value);
    if (notice.filter(each -> !each.done()).isPresent()) {
      queue.sendChanges(new StepMessage(requestId, notice.get().sequence(), 0), Duration.ZERO);
      return true;
    }
    List<PairMessage> unknownWrites = unknownWrites(requestId, expected(requestId));
    queue.sendPairs(unknownWrites, Lane.NOW);
    return !unknownWrites.isEmpty();
  }

  private List<PairMessage> expected(String requestId) {
    List<PairMessage> expected = new ArrayList<>();
    requests
        .expectedPairs(requestId)
        .forEach(
            (contact, users) ->
                users.stream()
                    .sorted()
                    .forEach(user -> expected.add(PairMessage.of(new PairId(user, contact)))));
    return expected;
  }

  private List<PairMessage> unknownWrites(String requestId, List<PairMessage> asked) {
    Set<PairMessage> answered = new HashSet<>();
    requests.results(requestId).forEach(result -> answered.add(PairMessage.of(result.pair())));
    return asked.stream()
        .filter(message -> !answered.contains(message))
        .map(message -> message.forRequest(requestId))
        .toList();
  }
}
