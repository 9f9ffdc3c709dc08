package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    rows.add(Due.retry(A, ANNA, NOW));
    rows.add(Due.removal(new OpenRemoval(A, BERT, "deleted", OpenRemoval.State.OPEN, NOW, "")));
    OpenRemoval.State[] states = OpenRemoval.State.values();
    for (int i = 0; i < states.length; i++) {
      OpenRemoval removal = new OpenRemoval(B, new UserId("u" + i), "kind", states[i], NOW, "run");
      rows.add(new Due(B, removal.user(), Optional.of(removal), Optional.of(NOW)));
    }
    store().put(rows);

    assertThat(store().range(Optional.empty(), Optional.empty())).isEqualTo(rows);
    rows.forEach(row -> assertThat(store().find(row.contact(), row.user())).contains(row));
    assertThat(store().find(B, ANNA)).isEmpty();
  }

  @Test
  void rowsComeInOrderOfContactAndUser() {
    List<Due> rows =
        AWKWARD_IDS.stream()
            .flatMap(
                contact ->
                    AWKWARD_IDS.stream()
                        .limit(4)
                        .map(user -> Due.retry(contactId(contact), new UserId(user), NOW)))
            .toList();
    store().put(rows);
    List<Due> sorted =
        rows.stream()
            .sorted(java.util.Comparator.comparing(Due::contact).thenComparing(Due::user))
            .toList();

    assertThat(store().range(Optional.empty(), Optional.empty())).isEqualTo(sorted);
    assertThat(store().range(Optional.of(contactId("a")), Optional.of(contactId("a~"))))
        .isEqualTo(
            sorted.stream()
                .filter(row -> row.contact().compareTo(contactId("a")) > 0)
                .filter(row -> row.contact().compareTo(contactId("a~")) <= 0)
                .toList());
    assertThat(store().range(Optional.of(contactId("z")), Optional.of(contactId("a")))).isEmpty();
  }

  @Test
  void theRowsOfOneContactAreItsOwn() {
    Due a = Due.retry(A, ANNA, NOW);
    Due b = Due.retry(A, BERT, NOW);
    store().put(List.of(b, a, Due.retry(contactId("a~"), ANNA, NOW)));

    assertThat(store().of(A)).containsExactly(a, b);
    assertThat(store().of(B)).isEmpty();
  }

  @Test
  void aRowIsReplacedWhole() {
    store()
        .put(List.of(Due.removal(new OpenRemoval(A, ANNA, "x", OpenRemoval.State.HELD, NOW, "r"))));
    store().put(List.of(Due.retry(A, ANNA, NOW)));

    assertThat(store().find(A, ANNA)).contains(Due.retry(A, ANNA, NOW));
  }

  @Test
  void rowsAreDeletedAndAbsentOnesAreNoError() {
    Due a = Due.retry(A, ANNA, NOW);
    Due b = Due.retry(B, ANNA, NOW);
    store().put(List.of(a, b));
    store().delete(List.of(a));
    store().delete(List.of(a, Due.retry(A, BERT, NOW)));
    store().delete(List.of());

    assertThat(store().range(Optional.empty(), Optional.empty())).containsExactly(b);
  }

  @Test
  void thousandsAreWrittenWalkedOverAndDeleted() {
    List<Due> rows =
        IntStream.range(0, 2_400)
            .mapToObj(i -> Due.retry(numbered(i / 300), new UserId("u%05d".formatted(i)), NOW))
            .toList();
    store().put(rows);
    List<Due> walked = new ArrayList<>();
    store().forEach(walked::add);

    assertThat(walked).isEqualTo(rows);
    assertThat(store().range(Optional.of(numbered(0)), Optional.of(numbered(5)))).hasSize(1_500);
    store().delete(rows);
    assertThat(store().range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void whatARunHoldsComesPageByPage() {
    List<OpenRemoval> held = new ArrayList<>();
    List<OpenRemoval> all = new ArrayList<>();
    for (ContactId contact : List.of(A, contactId("a~"), B)) {
      for (UserId user : List.of(ANNA, BERT, new UserId("cleo"))) {
        held.add(new OpenRemoval(contact, user, "kind", OpenRemoval.State.HELD, NOW, "r'1"));
      }
    }
    all.addAll(held);
    OpenRemoval.State[] states = OpenRemoval.State.values();
    for (int i = 0; i < states.length; i++) {
      String run = states[i] == OpenRemoval.State.HELD ? "r2" : "r'1";
      all.add(new OpenRemoval(A, new UserId("u" + i), "kind", states[i], NOW, run));
    }
    store().put(all.stream().map(Due::removal).toList());
    store().put(List.of(Due.retry(A, new UserId("u9"), NOW)));

    assertThat(store().heldBy("r'1", Optional.empty(), 100)).isEqualTo(held);
    assertThat(store().heldBy("r'1", Optional.empty(), 4)).isEqualTo(held.subList(0, 4));
    assertThat(store().heldBy("r'1", Optional.of(new DueStore.Place(A, BERT)), 100))
        .isEqualTo(held.subList(2, 9));
    assertThat(store().heldBy("r'1", Optional.of(new DueStore.Place(B, BERT)), 100))
        .isEqualTo(held.subList(8, 9));
    assertThat(store().heldBy("r3", Optional.empty(), 100)).isEmpty();
  }

  @Test
  void whileItIsWalkedOverTheTableMayChange() {
    Due a = Due.retry(A, ANNA, NOW);
    Due b = Due.retry(B, ANNA, NOW);
    store().put(List.of(a, b));
    store().forEach(row -> store().delete(List.of(row)));

    assertThat(store().find(A, ANNA)).isEmpty();
    assertThat(store().find(B, ANNA)).isEmpty();
  }
}
