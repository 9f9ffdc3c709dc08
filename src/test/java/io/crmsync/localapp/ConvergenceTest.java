package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.fakes.InMemoryDueStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  private static final UserId ANNA = new UserId("anna");
  private static final PairKey PAIR = new PairKey(ANNA, new ContactId("c-1"));
  private static final Directory DIRECTORY =
      new Directory(
          List.of(new CrmUser(ANNA, new MailboxAddress("Anna@example.com"), true)), Map.of());

  @Test
  void oneCopyOfAnEntitledPairIsRight() {
    Convergence check = check(Set.of(PAIR), Map.of("c-1", 1), ended(Outcome.CREATED, ""));
    assertThat(check.wrong().lines()).isEmpty();
    assertThat(check.explained().lines()).isEmpty();
  }

  @Test
  void twoCopiesAreWrong() {
    Convergence check = check(Set.of(PAIR), Map.of("c-1", 2), ended(Outcome.CREATED, ""));
    assertThat(check.wrong().lines()).containsExactly("1 pairs with more than one copy: anna/c-1");
  }

  @Test
  void aMissingCopyIsWrong() {
    Convergence check = check(Set.of(PAIR), Map.of(), Map.of());
    assertThat(check.wrong().lines())
        .containsExactly("1 entitled pairs without a copy, never looked at: anna/c-1");
  }

  @Test
  void aCopyThatNobodyIsEntitledToIsWrong() {
    Convergence check = check(Set.of(), Map.of("c-1", 1), ended(Outcome.CREATED, ""));
    assertThat(check.wrong().lines())
        .containsExactly("1 copies that nobody is entitled to: anna/c-1");
  }

  @Test
  void anOpenPairIsWrongAlthoughItsCopyIsThere() {
    Map<PairKey, PairStates.State> open =
        Map.of(PAIR, new PairStates.State(1, true, true, Optional.of(Outcome.CREATED), ""));
    assertThat(check(Set.of(PAIR), Map.of("c-1", 1), open).wrong().lines())
        .containsExactly("1 pairs are still open: anna/c-1");
  }

  @Test
  void whatWasLeftAloneWithAReasonIsExplained() {
    Convergence check = check(Set.of(PAIR), Map.of(), ended(Outcome.SKIPPED, "matchAmbiguous"));
    assertThat(check.wrong().lines()).isEmpty();
    assertThat(check.explained().lines())
        .containsExactly("1 pairs were left alone (matchAmbiguous): anna/c-1");
  }

  @Test
  void aPairThatWaitsForItsUserStaysOpen() {
    Map<PairKey, PairStates.State> waiting =
        Map.of(PAIR, new PairStates.State(1, true, false, Optional.of(Outcome.SKIPPED), "new"));
    assertThat(check(Set.of(PAIR), Map.of(), waiting).wrong().lines()).isEmpty();
  }

  @Test
  void aFailedPairIsWrong() {
    Convergence check = check(Set.of(PAIR), Map.of("c-1", 1), ended(Outcome.FAILED, "refused"));
    assertThat(check.wrong().lines()).containsExactly("1 pairs failed (refused): anna/c-1");
  }

  private static Map<PairKey, PairStates.State> ended(Outcome outcome, String reason) {
    boolean linked = outcome == Outcome.CREATED;
    return Map.of(PAIR, new PairStates.State(1, false, linked, Optional.of(outcome), reason));
  }

  private static Convergence check(
      Set<PairKey> wanted, Map<String, Integer> marks, Map<PairKey, PairStates.State> states) {
    return Convergence.check(
        new CrmNow(DIRECTORY, List.of(), Map.of()),
        new Entitled(wanted, Set.of()),
        new PairStates(states),
        new Copies(List.of(new Copies.Mailbox("anna@example.com", "id", marks))),
        new InMemoryDueStore());
  }
}
