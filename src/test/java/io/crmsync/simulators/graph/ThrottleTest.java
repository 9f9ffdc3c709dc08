package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest extends SimulatorTest {
  private static final String CONTACTS = ANNA + "/contacts";

  @Test
  void aFifthRequestAtOnceIsRefusedAndTheFourAreServed() {
    Fault held = hold();
    List<CompletableFuture<Answer>> four = four(held);
    Answer fifth = graph.get(CONTACTS);
    assertThat(fifth.status()).isEqualTo(429);
    assertThat(fifth.code()).isEqualTo("ApplicationThrottled");
    assertThat(fifth.header("Retry-After")).isEqualTo("1");
    held.release();
    assertThat(four).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void theLimitIsPerMailbox() {
    Fault held = hold();
    List<CompletableFuture<Answer>> four = four(held);
    assertThat(graph.get("/users/ben@example.org/contacts").status()).isEqualTo(200);
    held.release();
    four.forEach(CompletableFuture::join);
    assertThat(simulator.counts().peakPerMailbox()).isEqualTo(4);
  }

  @Test
  void retryAfterMayBeAFractionOrAbsent() {
    Fault held = hold();
    List<CompletableFuture<Answer>> four = four(held);
    behaving(Quirk.RETRY_AFTER_FRACTIONAL);
    assertThat(graph.get(CONTACTS).header("Retry-After")).isEqualTo("1.5");
    behaving(Quirk.RETRY_AFTER_ABSENT);
    assertThat(graph.get(CONTACTS).header("Retry-After")).isEmpty();
    held.release();
    four.forEach(CompletableFuture::join);
  }

  @Test
  void requestsInTenMinutesAreLimited() {
    simulator.behave(GraphBehaviour.usual().withLimits(4, 3));
    secondsPass(1);
    IntStream.range(0, 3).forEach(i -> assertThat(graph.get(CONTACTS).status()).isEqualTo(200));
    secondsPass(540);
    Answer refused = graph.get(CONTACTS);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TooManyRequests");
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    secondsPass(60);
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void refusalsAreCounted() {
    simulator.behave(GraphBehaviour.usual().withLimits(4, 1));
    graph.get(CONTACTS);
    graph.get(CONTACTS);
    assertThat(simulator.counts().throttled()).isEqualTo(1);
    assertThat(simulator.counts().of(RequestKind.LIST_CONTACTS)).isEqualTo(2);
  }

  private Fault hold() {
    return simulator
        .faults()
        .add(FaultRule.next(FaultEffect.holdBefore()).in("anna@example.org").times(4));
  }

  private List<CompletableFuture<Answer>> four(Fault held) {
    List<CompletableFuture<Answer>> four =
        IntStream.range(0, 4).mapToObj(i -> graph.getLater(CONTACTS)).toList();
    held.awaitStruck(4);
    return four;
  }
}
