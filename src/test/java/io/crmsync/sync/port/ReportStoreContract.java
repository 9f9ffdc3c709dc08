package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.plan.Forecast.Question;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.ReportedPair.ToSettle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ReportStore} must do. */
public abstract class ReportStoreContract {
  private static final String RUN = "20261122T010000000Z-a";
  private static final String OTHER_RUN = RUN + "b";
  private static final ContactId A = contactId("a");
  private static final ContactId B = contactId("b");

  /** An empty store, the same one throughout a test. */
  protected abstract ReportStore store();

  @Test
  void everythingThatIsReportedIsKept() {
    List<ReportedPair> all = new ArrayList<>();
    for (Effect action : Effect.values()) {
      all.add(pair(ANNA, contactId(action.code()), action));
    }
    for (Question question : Question.values()) {
      ToSettle open = new ToSettle(question, "q_-8", EnumSet.allOf(Field.class));
      all.add(
          new ReportedPair(
              new PairId(BERT, contactId(question.name())),
              Effect.UPDATE,
              EnumSet.allOf(Field.class),
              Optional.of(Why.of(Reason.FOUND_BY_MARK)),
              true,
              Optional.of(open)));
    }
    store().put(RUN, all);

    assertThat(store().list(RUN, Optional.empty(), 1000)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void thereIsNothingInAReportThatWasNeverWritten() {
    assertThat(store().list(RUN, Optional.empty(), 10)).isEmpty();
    assertThat(store().ofUser(RUN, ANNA)).isEmpty();
    assertThat(store().userAfter(RUN, Optional.empty())).isEmpty();
    store().deleteAll(RUN);
    store().delete(RUN, List.of(new PairId(ANNA, A)));
  }

  @Test
  void pairsComeInOrderOfUserAndContactPageByPage() {
    List<ReportedPair> all =
        AWKWARD_IDS.stream()
            .flatMap(
                user -> AWKWARD_IDS.stream().map(id -> created(new UserId(user), contactId(id))))
            .toList();
    store().put(RUN, all);
    List<ReportedPair> sorted =
        all.stream()
            .sorted(Comparator.comparing(ReportedPair::user).thenComparing(ReportedPair::contact))
            .toList();

    assertThat(store().list(RUN, Optional.empty(), 1000)).isEqualTo(sorted);
    assertThat(store().list(RUN, Optional.of(sorted.get(7).pair()), 30))
        .isEqualTo(sorted.subList(8, 38));
  }

  @Test
  void theUsersOfAReportAreGoneThroughOneByOne() {
    store()
        .put(
            RUN,
            AWKWARD_IDS.stream()
                .flatMap(
                    id -> IntStream.range(0, 3).mapToObj(i -> created(new UserId(id), numbered(i))))
                .toList());
    List<UserId> users = new ArrayList<>();
    Optional<UserId> next = store().userAfter(RUN, Optional.empty());
    while (next.isPresent()) {
      users.add(next.get());
      assertThat(store().ofUser(RUN, next.get()))
          .extracting(ReportedPair::contact)
          .containsExactly(numbered(0), numbered(1), numbered(2));
      next = store().userAfter(RUN, next);
    }
    assertThat(users).isEqualTo(AWKWARD_IDS.stream().map(UserId::new).sorted().toList());
  }

  @Test
  void writingAPairAgainReplacesIt() {
    store().put(RUN, List.of(pair(ANNA, A, Effect.CREATE), created(ANNA, B)));
    ReportedPair settled = created(ANNA, A).left(Why.refused("ErrorX"));
    store().put(RUN, List.of(settled));

    assertThat(store().ofUser(RUN, ANNA)).containsExactly(settled, created(ANNA, B));
  }

  @Test
  void whatIsDeletedIsGoneAndNothingElse() {
    store().put(RUN, List.of(created(ANNA, A), created(ANNA, B), created(BERT, A)));
    store().delete(RUN, List.of(new PairId(ANNA, A), new PairId(BERT, B)));

    assertThat(store().list(RUN, Optional.empty(), 10))
        .containsExactly(created(ANNA, B), created(BERT, A));
  }

  @Test
  void reportsOfSeveralRunsAreApartAndOneIsDeletedWhole() {
    store().put(RUN, IntStream.range(0, 1_250).mapToObj(i -> created(ANNA, numbered(i))).toList());
    store().put(OTHER_RUN, List.of(created(BERT, B)));
    assertThat(store().ofUser(RUN, ANNA)).hasSize(1_250);
    assertThat(store().list(RUN, Optional.empty(), 1000)).hasSize(1000);
    assertThat(store().list(RUN, Optional.of(new PairId(ANNA, numbered(999))), 1000)).hasSize(250);
    store().deleteAll(RUN);

    assertThat(store().list(RUN, Optional.empty(), 10)).isEmpty();
    assertThat(store().list(OTHER_RUN, Optional.empty(), 10)).containsExactly(created(BERT, B));
  }

  private static ReportedPair created(UserId user, ContactId contact) {
    return pair(user, contact, Effect.CREATE);
  }

  private static ReportedPair pair(UserId user, ContactId contact, Effect action) {
    return new ReportedPair(
        new PairId(user, contact),
        action,
        Set.of(Field.EMAIL),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
