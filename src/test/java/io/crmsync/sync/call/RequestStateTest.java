package io.crmsync.sync.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.call.RequestState.Status;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant T1 = T0.plusSeconds(1);
  private static final Instant T2 = T0.plusSeconds(2);

  @Test
  void withoutResultsItIsQueued() {
    RequestState state = state(2, "");
    assertThat(state.status()).isEqualTo(Status.QUEUED);
    assertThat(state.open()).isEqualTo(2);
    assertThat(state.completedAt()).isEmpty();
  }

  @Test
  void withSomeResultsItRuns() {
    RequestState state = state(2, "", result("c1", Outcome.FAILED, "ErrorInvalidProperty", T1));
    assertThat(state.status()).isEqualTo(Status.RUNNING);
    assertThat(state.open()).isEqualTo(1);
    assertThat(state.completedAt()).isEmpty();
  }

  @Test
  void withAllResultsItSucceeded() {
    RequestState state =
        state(
            3,
            "",
            result("c1", Outcome.REMOVED, "", T2),
            result("c2", Outcome.SKIPPED, "outsidePilot", T1),
            result("c3", Outcome.REMOVED, "", T1));
    assertThat(state.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(state.done()).isEqualTo(3);
    assertThat(state.reason()).isEqualTo("outsidePilot");
    assertThat(state.lastRemovalAt()).contains(T2);
    assertThat(state.completedAt()).contains(T2);
    assertThat(state.outcomes())
        .containsEntry(Outcome.REMOVED, 2)
        .containsEntry(Outcome.SKIPPED, 1);
  }

  @Test
  void aFailedOrParkedPairMakesItFailWithItsReason() {
    RequestState state =
        state(
            2,
            "",
            result("c1", Outcome.SKIPPED, "outsidePilot", T1),
            result("c2", Outcome.PARKED, "mailboxMissing", T1));
    assertThat(state.status()).isEqualTo(Status.FAILED);
    assertThat(state.failed()).isEqualTo(1);
    assertThat(state.done()).isEqualTo(1);
    assertThat(state.reason()).isEqualTo("mailboxMissing");
  }

  @Test
  void aFailureAsAWholeGoesBeforeEverything() {
    RequestState state = state(2, "tooManyGone", result("c1", Outcome.UPDATED, "", T1));
    assertThat(state.status()).isEqualTo(Status.FAILED);
    assertThat(state.reason()).isEqualTo("tooManyGone");
  }

  @Test
  void ofNothingItIsDoneAtOnce() {
    assertThat(state(0, "").status()).isEqualTo(Status.SUCCEEDED);
    assertThat(state(0, "").completedAt()).contains(T0);
  }

  private static RequestState state(int total, String failure, PairResult... results) {
    SyncRequest request =
        new SyncRequest(
            "r1",
            SyncRequest.Kind.SELECTION,
            "user:u1",
            Optional.of(new UserId("u1")),
            Optional.empty(),
            total,
            T0,
            failure);
    return new RequestState(request, List.of(results));
  }

  private static PairResult result(String contact, Outcome outcome, String reason, Instant at) {
    Optional<Why> why = Reason.of(reason).map(Why::of);
    return new PairResult(new PairId(new UserId("u1"), new ContactId(contact)), outcome, why, at);
  }
}
