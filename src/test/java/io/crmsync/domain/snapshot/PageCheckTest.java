package io.crmsync.domain.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageCheckTest {
  private static final String UNREADABLE = "?";

  @Test
  void aPageInOrderIsBelieved() {
    assertThat(defect("", false, "a", "b", "c")).isEmpty();
    assertThat(defect("a", false, "b", "c")).isEmpty();
    assertThat(defect("a", true, "b")).isEmpty();
  }

  @Test
  void orderIsByByteSoCapitalsComeFirst() {
    assertThat(defect("", false, "B", "a")).isEmpty();
    assertThat(defect("", false, "a", "B")).contains("is out of order");
    assertThat(defect("", false, "c10", "c2")).isEmpty();
  }

  @Test
  void aRepeatedIdFailsThePage() {
    assertThat(defect("", true, "a", "b", "b")).contains("repeats an id");
  }

  @Test
  void anIdOutOfOrderFailsThePageEvenAsTheLast() {
    assertThat(defect("", true, "a", "c", "b")).contains("is out of order");
  }

  @Test
  void aPageMustBeginBehindTheIdItWasAskedAfter() {
    assertThat(defect("b", true, "b", "c"))
        .contains("begins at or before the id it was asked after");
    assertThat(defect("b", false, "a", "c")).isPresent();
  }

  @Test
  void onlyTheLastPageMayBeEmpty() {
    assertThat(defect("", true)).isEmpty();
    assertThat(defect("a", true)).isEmpty();
    assertThat(defect("a", false)).contains("is empty and not the last");
  }

  @Test
  void aRecordWithoutReadableIdIsPassedOver() {
    assertThat(defect("a", false, UNREADABLE, "b", UNREADABLE, "c")).isEmpty();
    assertThat(defect("a", false, "c", UNREADABLE, "b")).contains("is out of order");
    assertThat(defect("b", false, UNREADABLE, "b")).isPresent();
  }

  @Test
  void asTheLastOfItsPageItIsMetAgainByTheNextOne() {
    assertThat(defect("a", false, "b", UNREADABLE)).isEmpty();
    assertThat(PageCheck.lastId(ids("b", UNREADABLE))).contains(new ContactId("b"));
  }

  @Test
  void aPageWithoutAnyReadableIdLeadsNowhereUnlessItIsTheLast() {
    assertThat(defect("a", false, UNREADABLE)).contains("has no readable id and is not the last");
    assertThat(defect("a", true, UNREADABLE)).isEmpty();
    assertThat(PageCheck.lastId(ids(UNREADABLE))).isEmpty();
  }

  private static Optional<String> defect(String after, boolean last, String... ids) {
    Optional<ContactId> start = Optional.of(after).filter(id -> !id.isEmpty()).map(ContactId::new);
    return PageCheck.defect(start, ids(ids), last);
  }

  private static List<Optional<ContactId>> ids(String... ids) {
    return Arrays.stream(ids)
        .map(id -> Optional.of(id).filter(one -> !one.equals(UNREADABLE)).map(ContactId::new))
        .toList();
  }
}
