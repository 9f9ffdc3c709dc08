package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DueStore} must do. */
public abstract class DueStoreContract {
  private static final ContactId A = contactId("a");
  private static final ContactId B = contactId("b");

  /** An empty store, the same one throughout a test. */
  protected abstract DueStore store();

  @Test
  void everyKindOfRowIsKept() {
    List<Due> rows = new ArrayList<>();
    rows.add(Due.nothing(new PairId(ANNA, A)).refused(false, NOW).refused(true, NOW));
    rows.add(
        Due.removal(
            new OpenRemoval(new PairId(BERT, A), Reason.DELETED, OpenRemoval.State.OPEN, NOW, "")));
    OpenRemoval.State[] states = OpenRemoval.State.values();
    for (int i = 0; i < states.length; i++) {
      OpenRemoval removal =
          new OpenRemoval(new PairId(new UserId("u" + i), B), Reason.KIND, states[i], NOW, "run");
      rows.add(new Due(new PairId(removal.user(), B), Optional.of(removal), Optional.of(NOW)));
    }
    write(rows);

    assertThat(plain(all())).isEqualTo(rows);
    all()
        .forEach(
            row -> assertThat(store().find(new PairId(row.user(), row.contact()))).contains(row));
    assertThat(store().find(new PairId(ANNA, B))).isEmpty();
  }

  @Test
  void rowsComeInOrderOfContactAndUser() {
    List<Due> rows =
        AWKWARD_IDS.stream()
            .flatMap(
                contact ->
                    AWKWARD_IDS.stream()
                        .limit(4)
                        .map(
                            user ->
                                Due.retry(new PairId(new UserId(user), contactId(contact)), NOW)))
            .toList();
    write(rows);
    List<Due> sorted =
        rows.stream()
            .sorted(java.util.Comparator.comparing(Due::contact).thenComparing(Due::user))
            .toList();

    assertThat(plain(all())).isEqualTo(sorted);
    assertThat(plain(store().range(Optional.of(contactId("a")), Optional.of(contactId("a~")))))
        .isEqualTo(
            sorted.stream()
                .filter(row -> row.contact().compareTo(contactId("a")) > 0)
                .filter(row -> row.contact().compareTo(contactId("a~")) <= 0)
                .toList());
    assertThat(store().range(Optional.of(contactId("z")), Optional.of(contactId("a")))).isEmpty();
  }

  @Test
  void theRowsOfOneContactAreItsOwn() {
    Due a = Due.retry(new PairId(ANNA, A), NOW);
    Due b = Due.retry(new PairId(BERT, A), NOW);
    write(List.of(b, a, Due.retry(new PairId(ANNA, contactId("a~")), NOW)));

    assertThat(plain(store().of(A))).containsExactly(a, b);
    assertThat(store().of(B)).isEmpty();
  }

  @Test
  void aRowIsReplacedWhole() {
    write(
        List.of(
            Due.removal(
                new OpenRemoval(
                    new PairId(ANNA, A), Reason.DELETED, OpenRemoval.State.HELD, NOW, "r"))));
    Due held = store().find(new PairId(ANNA, A)).orElseThrow();
    write(List.of(held.done().retrying(Optional.of(NOW))));

    assertThat(plain(store().of(A))).containsExactly(Due.retry(new PairId(ANNA, A), NOW));
  }

  @Test
  void rowsAreDeletedAndAbsentOnesAreNoError() {
    Due a = Due.retry(new PairId(ANNA, A), NOW);
    Due b = Due.retry(new PairId(ANNA, B), NOW);
    write(List.of(a, b));
    write(done(store().of(A)));
    write(List.of(Due.nothing(new PairId(ANNA, A)), Due.nothing(new PairId(BERT, A))));
    write(List.of());

    assertThat(plain(all())).containsExactly(b);
  }

  @Test
  void thousandsAreWrittenWalkedOverAndDeleted() {
    List<Due> rows =
        IntStream.range(0, 2_400)
            .mapToObj(
                i ->
                    Due.retry(new PairId(new UserId("u%05d".formatted(i)), numbered(i / 300)), NOW))
            .toList();
    write(rows);
    List<Due> walked = new ArrayList<>();
    store().forEach(walked::add);

    assertThat(plain(walked)).isEqualTo(rows);
    assertThat(store().range(Optional.of(numbered(0)), Optional.of(numbered(5)))).hasSize(1_500);
    write(done(all()));
    assertThat(all()).isEmpty();
  }

  @Test
  void whatARunHoldsComesPageByPage() {
    List<OpenRemoval> held = new ArrayList<>();
    List<OpenRemoval> all = new ArrayList<>();
    for (ContactId contact : List.of(A, contactId("a~"), B)) {
      for (UserId user : List.of(ANNA, BERT, new UserId("cleo"))) {
        held.add(
            new OpenRemoval(
                new PairId(user, contact), Reason.KIND, OpenRemoval.State.HELD, NOW, "r'1"));
      }
    }
    all.addAll(held);
    OpenRemoval.State[] states = OpenRemoval.State.values();
    for (int i = 0; i < states.length; i++) {
      String run = states[i] == OpenRemoval.State.HELD ? "r2" : "r'1";
      all.add(
          new OpenRemoval(new PairId(new UserId("u" + i), A), Reason.KIND, states[i], NOW, run));
    }
    write(all.stream().map(Due::removal).toList());
    write(List.of(Due.retry(new PairId(new UserId("u9"), A), NOW)));

    assertThat(store().heldBy("r'1", Optional.empty(), 100)).isEqualTo(held);
    assertThat(store().heldBy("r'1", Optional.empty(), 4)).isEqualTo(held.subList(0, 4));
    assertThat(store().heldBy("r'1", Optional.of(new PairId(BERT, A)), 100))
        .isEqualTo(held.subList(2, 9));
    assertThat(store().heldBy("r'1", Optional.of(new PairId(BERT, B)), 100))
        .isEqualTo(held.subList(8, 9));
    assertThat(store().heldBy("r3", Optional.empty(), 100)).isEmpty();
  }

  @Test
  void whileItIsWalkedOverTheTableMayChange() {
    Due a = Due.retry(new PairId(ANNA, A), NOW);
    Due b = Due.retry(new PairId(ANNA, B), NOW);
    write(List.of(a, b));
    store().forEach(row -> write(List.of(row.done())));

    assertThat(store().find(new PairId(ANNA, A))).isEmpty();
    assertThat(store().find(new PairId(ANNA, B))).isEmpty();
  }

  @Test
  void aRowThatAnotherChangedIsNotWritten() {
    write(
        List.of(
            Due.retry(new PairId(ANNA, A), NOW),
            Due.retry(new PairId(BERT, A), NOW),
            Due.retry(new PairId(ANNA, B), NOW)));
    List<Due> read = all();
    OpenRemoval mine =
        new OpenRemoval(new PairId(ANNA, A), Reason.KIND, OpenRemoval.State.OPEN, NOW, "");
    OpenRemoval others =
        new OpenRemoval(new PairId(ANNA, A), Reason.DELETED, OpenRemoval.State.OPEN, NOW, "");
    write(List.of(read.get(0).with(Optional.of(others))));

    Set<PairId> overtaken =
        store().write(read.stream().map(row -> row.with(Optional.of(of(row, mine)))).toList());

    assertThat(overtaken).containsExactly(new PairId(ANNA, A));
    assertThat(all())
        .extracting(row -> row.removal().orElseThrow().why())
        .containsExactly(Reason.DELETED, Reason.KIND, Reason.KIND);
  }

  @Test
  void aRowThatIsThereIsNotInserted() {
    write(List.of(Due.retry(new PairId(ANNA, A), NOW)));

    Set<PairId> overtaken =
        store()
            .write(
                List.of(Due.retry(new PairId(ANNA, A), NOW), Due.retry(new PairId(BERT, A), NOW)));

    assertThat(overtaken).containsExactly(new PairId(ANNA, A));
    assertThat(plain(all()))
        .containsExactly(Due.retry(new PairId(ANNA, A), NOW), Due.retry(new PairId(BERT, A), NOW));
  }

  @Test
  void aRowThatAnotherChangedIsNotDeleted() {
    write(List.of(Due.retry(new PairId(ANNA, A), NOW), Due.retry(new PairId(ANNA, B), NOW)));
    List<Due> read = all();
    Due changed = Due.retry(new PairId(ANNA, A), NOW.plusSeconds(1));
    write(List.of(read.get(0).retrying(changed.retryAt())));

    assertThat(store().write(done(read))).containsExactly(new PairId(ANNA, A));
    assertThat(plain(all())).containsExactly(changed);
  }

  @Test
  void oneThatIsDeletedMeanwhileIsNotBroughtBack() {
    write(List.of(Due.retry(new PairId(ANNA, A), NOW)));
    List<Due> read = all();
    write(done(read));

    assertThat(store().write(List.of(read.get(0).retrying(Optional.of(NOW.plusSeconds(1))))))
        .containsExactly(new PairId(ANNA, A));
    assertThat(all()).isEmpty();
  }

  @Test
  void aChangeIsMadeOfWhatIsThere() {
    store().change(new PairId(ANNA, A), row -> row.retrying(Optional.of(NOW)));
    OpenRemoval removal =
        new OpenRemoval(new PairId(ANNA, A), Reason.KIND, OpenRemoval.State.OPEN, NOW, "");
    store().change(new PairId(ANNA, A), row -> row.with(Optional.of(removal)));
    store().change(new PairId(BERT, A), Due::done);

    assertThat(plain(all()))
        .containsExactly(new Due(new PairId(ANNA, A), Optional.of(removal), Optional.of(NOW)));
    store().change(new PairId(ANNA, A), Due::done);
    assertThat(all()).isEmpty();
  }

  private void write(List<Due> rows) {
    assertThat(store().write(rows)).isEmpty();
  }

  private List<Due> all() {
    return store().range(Optional.empty(), Optional.empty());
  }

  private static List<Due> done(List<Due> rows) {
    return rows.stream().map(Due::done).toList();
  }

  private static OpenRemoval of(Due row, OpenRemoval removal) {
    return new OpenRemoval(
        row.pair(), removal.why(), removal.state(), removal.since(), removal.run());
  }

  /** But for the versions. */
  private static List<Due> plain(List<Due> rows) {
    return rows.stream()
        .map(
            row ->
                new Due(row.pair(), row.removal(), row.retryAt(), row.refusals(), Version.ABSENT))
        .toList();
  }
}
