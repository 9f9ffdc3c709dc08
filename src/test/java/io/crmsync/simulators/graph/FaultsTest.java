package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorTest {
  private static final String CONTACTS = ANNA + "/contacts";
  private static final String ADA = "{'givenName':'Ada'}";

  @Test
  void anAnswerIsGivenInsteadOnceAndNothingCarriedOut() {
    add(FaultRule.next(FaultEffect.answer(503, "ServiceUnavailable").withRetryAfter("2.5")));
    Answer struck = graph.post(CONTACTS, ADA);
    assertThat(struck.status()).isEqualTo(503);
    assertThat(struck.code()).isEqualTo("ServiceUnavailable");
    assertThat(struck.header("Retry-After")).isEqualTo("2.5");
    assertThat(anna.contacts()).isEmpty();
    assertThat(graph.post(CONTACTS, ADA).status()).isEqualTo(201);
  }

  @Test
  void bodiesCanBePagesOrEmptyOrWithoutErrorObject() {
    FaultEffect answer = FaultEffect.answer(502, "");
    add(FaultRule.next(answer.withBody(FaultEffect.Body.HTML)));
    add(FaultRule.next(answer.withBody(FaultEffect.Body.EMPTY)));
    add(FaultRule.next(answer.withBody(FaultEffect.Body.NO_ERROR_OBJECT)));
    Answer page = graph.get(CONTACTS);
    assertThat(page.text()).startsWith("<html>");
    assertThat(page.header("Content-Type")).isEqualTo("text/html");
    assertThat(graph.get(CONTACTS).text()).isEmpty();
    assertThat(graph.get(CONTACTS).text()).isEqualTo("{}");
  }

  @Test
  void anAnswerAfterwardsHidesThatTheRequestWasCarriedOut() {
    add(FaultRule.next(FaultEffect.answerAfterwards(504, "UnknownError")));
    assertThat(graph.post(CONTACTS, ADA).status()).isEqualTo(504);
    assertThat(anna.contacts()).hasSize(1);
  }

  @Test
  void aConnectionIsDroppedBeforeTheRequestIsCarriedOut() {
    add(FaultRule.next(FaultEffect.dropBefore()));
    assertThatThrownBy(() -> graph.post(CONTACTS, ADA)).isInstanceOf(UncheckedIOException.class);
    assertThat(anna.contacts()).isEmpty();
    assertThat(simulator.counts().byStatus()).containsEntry(0, 1L);
  }

  @Test
  void aConnectionIsDroppedAfterTheRequestIsCarriedOut() {
    add(FaultRule.next(FaultEffect.dropAfter()));
    assertThatThrownBy(() -> graph.post(CONTACTS, ADA)).isInstanceOf(UncheckedIOException.class);
    assertThat(anna.contacts()).hasSize(1);
  }

  @Test
  void aHeldRequestIsCarriedOutWhenReleased() {
    Fault held = add(FaultRule.next(FaultEffect.holdBefore(), RequestKind.LIST_CONTACTS));
    CompletableFuture<Answer> waiting = graph.getLater(CONTACTS);
    held.awaitStruck(1);
    create(ADA);
    assertThat(waiting).isNotDone();
    held.release();
    assertThat(values(waiting.join(), "id")).hasSize(1);
  }

  @Test
  void anAnswerHeldBackWasMadeBefore() {
    Fault held = add(FaultRule.next(FaultEffect.holdAfter(), RequestKind.LIST_CONTACTS));
    CompletableFuture<Answer> waiting = graph.getLater(CONTACTS);
    held.awaitStruck(1);
    create(ADA);
    held.release();
    assertThat(waiting.join().status()).isEqualTo(200);
  }

  @Test
  void delaysChangeNothingElse() {
    add(FaultRule.next(FaultEffect.delayBefore(Duration.ofMillis(1))));
    add(FaultRule.next(FaultEffect.delayAfter(Duration.ofMillis(1))));
    assertThat(graph.post(CONTACTS, ADA).status()).isEqualTo(201);
    assertThat(graph.post(CONTACTS, ADA).status()).isEqualTo(201);
  }

  @Test
  void aRuleStrikesOnlyItsKindMailboxMethodAndPath() {
    FaultEffect failure = FaultEffect.answer(500, "X");
    add(FaultRule.next(failure, RequestKind.CREATE_FOLDER).always());
    add(FaultRule.next(failure).in("ben@example.org").always());
    add(FaultRule.next(failure).onMethod("DELETE").always());
    add(FaultRule.next(failure).onPath("/childFolders$").always());
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
    assertThat(graph.post(ANNA + "/contactFolders", "{}").status()).isEqualTo(500);
    assertThat(graph.get("/users/BEN@example.org/contacts").status()).isEqualTo(500);
    assertThat(graph.delete(contact("x")).status()).isEqualTo(500);
    assertThat(graph.get(ANNA + "/contactFolders/contacts/childFolders").status()).isEqualTo(500);
  }

  @Test
  void aRuleLetsSomePassAndStrikesSoMany() {
    Fault fault = add(FaultRule.next(FaultEffect.answer(500, "X")).after(1).times(2));
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
    assertThat(graph.get(CONTACTS).status()).isEqualTo(500);
    assertThat(graph.get(CONTACTS).status()).isEqualTo(500);
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
    assertThat(fault.struck()).isEqualTo(2);
  }

  @Test
  void clearedFaultsStrikeNoMore() {
    add(FaultRule.next(FaultEffect.answer(500, "X")).always());
    simulator.faults().clear();
    assertThat(graph.get(CONTACTS).status()).isEqualTo(200);
    assertThat(simulator.faults().all()).isEmpty();
  }

  private Fault add(FaultRule rule) {
    return simulator.faults().add(rule);
  }
}
