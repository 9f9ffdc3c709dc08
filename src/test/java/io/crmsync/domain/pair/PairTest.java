package io.crmsync.domain.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.Sample;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Transitions of a pair")
class PairTest {
  private static final Optional<Why> WHY = Optional.of(Why.refused("ErrorX"));
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Claim CLAIM = new Claim("w1", NOW.plusSeconds(300));
  private static final Link LINK =
      new Link(new OutlookId("o1"), Link.Origin.CREATED, Base.NONE, 0, NOW);
  private static final Pair NEW = Pair.unknown(new PairId(new UserId("u1"), new ContactId("c1")));

  @Test
  void anUnknownPairIsNotOpenAndHasNoCopy() {
    assertThat(NEW.open()).isFalse();
    assertThat(NEW.mayHaveCopy()).isFalse();
    assertThat(NEW.hasher()).isEqualTo(Sample.HASHER);
  }

  @Test
  void itIsOpenUntilItIsFinished() {
    Pair wanting = NEW.wanting("h1");
    assertThat(wanting.open()).isTrue();
    assertThat(wanting.finished("h1", Outcome.CREATED, Optional.empty()).open()).isFalse();
    assertThat(wanting.finished("h0", Outcome.CREATED, Optional.empty()).wanted()).isEqualTo("h0");
    assertThat(wanting.givenUp(Outcome.FAILED, WHY).open()).isTrue();
  }

  @Test
  void aClaimMayHaveMadeACopy() {
    assertThat(NEW.claimedBy(CLAIM).mayHaveCopy()).isTrue();
    assertThat(NEW.linkedTo(LINK).mayHaveCopy()).isTrue();
  }

  @Test
  void aClaimEndsAtItsEnd() {
    assertThat(CLAIM.live(CLAIM.until().minusNanos(1))).isTrue();
    assertThat(CLAIM.live(CLAIM.until())).isFalse();
  }

  @Test
  void whoFinishesGivesTheClaimBackAndAnswersTheRequest() {
    Pair done =
        NEW.wanting("h1")
            .askedFor()
            .claimedBy(CLAIM)
            .linkedTo(LINK)
            .finished("h1", Outcome.CREATED, Optional.empty());
    assertThat(done.claim()).isEmpty();
    assertThat(done.asked()).isFalse();
    assertThat(done.link()).contains(LINK);
    assertThat(done.outcome()).contains(Outcome.CREATED);
  }

  @Test
  void whoGivesUpKeepsTheRequestAndTheLink() {
    Pair left =
        NEW.wanting("h1").askedFor().linkedTo(LINK).claimedBy(CLAIM).givenUp(Outcome.FAILED, WHY);
    assertThat(left.claim()).isEmpty();
    assertThat(left.asked()).isTrue();
    assertThat(left.link()).contains(LINK);
    assertThat(left.why()).isEqualTo(WHY);
  }

  @Test
  void inAnotherMailboxItBeginsAnewAndRemembersTheFormerCopy() {
    Pair unlinked =
        NEW.wanting("h1")
            .linkedTo(LINK)
            .finished("h1", Outcome.CREATED, Optional.empty())
            .removing(Removal.SOFT)
            .inMailbox(LINK.mailboxEpoch() + 1);
    assertThat(unlinked.link()).isEmpty();
    assertThat(unlinked.former()).containsExactly(LINK);
    assertThat(unlinked.inMailbox(LINK.mailboxEpoch() + 1)).isEqualTo(unlinked);
    assertThat(unlinked.removing()).isEmpty();
    assertThat(unlinked.done()).isEmpty();
    assertThat(unlinked.open()).isTrue();
  }

  @Test
  void inTheSameMailboxItStaysAsItIs() {
    Pair linked = NEW.linkedTo(LINK);
    assertThat(linked.inMailbox(LINK.mailboxEpoch())).isEqualTo(linked);
  }

  @Test
  void withoutFormerCopiesOnlyTheseAreForgotten() {
    Pair moved = NEW.wanting("h1").linkedTo(LINK).inMailbox(LINK.mailboxEpoch() + 1);
    assertThat(moved.withFormer(List.of()).former()).isEmpty();
    assertThat(moved.withFormer(List.of()).wanted()).isEqualTo("h1");
    assertThat(moved.mayHaveCopy()).isTrue();
    assertThat(moved.withFormer(List.of()).mayHaveCopy()).isFalse();
  }

  @Test
  void aNewLinkIsNotBeingRemoved() {
    assertThat(NEW.removing(Removal.PERMANENT).linkedTo(LINK).removing()).isEmpty();
  }

  @Test
  void eachStepKeepsTheRest() {
    Pair full = NEW.wanting("h1").askedFor().claimedBy(CLAIM).removing(Removal.SOFT);
    assertThat(full)
        .isEqualTo(NEW.removing(Removal.SOFT).claimedBy(CLAIM).askedFor().wanting("h1"));
    assertThat(full.user()).isEqualTo(NEW.user());
    assertThat(full.contact()).isEqualTo(NEW.contact());
  }

  @Test
  void begunAnewOnlyTheWishAndTheRequestAreLeft() {
    Pair used = NEW.wanting("h1").askedFor().claimedBy(CLAIM).linkedTo(LINK).removing(Removal.SOFT);
    assertThat(used.givenUp(Outcome.FAILED, WHY).begunAnew())
        .isEqualTo(NEW.wanting("h1").askedFor());
  }

  @Test
  void whoFailsLeavesWhatWasBegun() {
    Pair begun = NEW.wanting("h1").askedFor().claimedBy(CLAIM).removing(Removal.SOFT);
    Pair failed = begun.failed(Why.of(Reason.POISONED));
    assertThat(failed.claim()).contains(CLAIM);
    assertThat(failed.outcome()).contains(Outcome.FAILED);
    assertThat(failed.why()).contains(Why.of(Reason.POISONED));
    assertThat(failed.open()).isTrue();
    assertThat(begun.leaving(Optional.empty()).claimedBy(CLAIM)).isEqualTo(begun);
  }

  @Test
  void aNewBaseKeepsTheLink() {
    Base base = Sample.HASHER.baseOf(Sample.everyField());
    assertThat(LINK.withBase(base))
        .isEqualTo(
            new Link(
                new OutlookId("o1"),
                Link.Origin.CREATED,
                base,
                0,
                NOW,
                LINK.lastWrite(),
                LINK.answers()));
  }
}
