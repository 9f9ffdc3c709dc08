package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.preview.PreviewContacts.Criteria;
import io.crmsync.sync.preview.PreviewContacts.Preview;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user with 2,000 contacts searches, filters, and selects all of a state: page by page. */
class TwoThousandContactsTest {
  private static final int ALL = 2_000;
  private static final int DECEASED = 200;
  private static final int ON_A_PAGE = 100;

  private final World world = new World();

  @BeforeEach
  void aSnapshot() {
    world.user("u1");
    for (int i = 0; i < ALL; i++) {
      String first = i < DECEASED ? "Deceased" : i % 2 == 0 ? "Ada" : "Ben";
      world.crm.put(People.person("c%04d".formatted(i), first, "u1"));
    }
    SnapshotOnly.read(world);
  }

  @Test
  void whateverIsAskedForComesAsOnePageWithTheCountsOfAllAndCostsTheSame() {
    page("", Optional.empty(), Optional.empty(), ON_A_PAGE); // asks which mailbox it is
    long first = cost(Optional.empty(), "");
    for (String part : List.of("", "ADA", "ada", "nobody of this name")) {
      for (Optional<PreviewState> state : states()) {
        Preview page = page(part, state, Optional.empty(), ON_A_PAGE);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(ON_A_PAGE);
        assertThat(page.counts())
            .isEqualTo(
                Map.of(PreviewState.NEW, ALL - DECEASED, PreviewState.NOT_ACTIONABLE, DECEASED));
        assertThat(cost(state, part)).as("%s %s", state, part).isEqualTo(first);
      }
    }
  }

  /** Five for each thousand pairs, and once more for where they end; six before. */
  @Test
  void aPageTakesAFewCallsHoweverManyContactsThereAre() {
    // Two of them since the page says which mailbox it is (R22), and whether it is paused just now.
    assertThat(cost(Optional.empty(), "ada")).isLessThanOrEqualTo(23);
  }

  @Test
  void allOfAStateAreFoundByGoingThroughThePages() {
    List<ContactId> found = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    int pages = 0;
    do {
      Preview page = page("ada", Optional.of(PreviewState.NEW), after, 500);
      page.items().forEach(item -> found.add(item.contact()));
      after = page.next();
      pages++;
    } while (after.isPresent());

    assertThat(pages).isEqualTo(2);
    assertThat(new TreeSet<>(found)).hasSize((ALL - DECEASED) / 2).hasSameSizeAs(found);
  }

  private static List<Optional<PreviewState>> states() {
    return Stream.concat(
            Stream.of(Optional.<PreviewState>empty()),
            Stream.of(PreviewState.values()).map(Optional::of))
        .toList();
  }

  private long cost(Optional<PreviewState> state, String part) {
    world.crashes.never();
    page(part, state, Optional.empty(), ON_A_PAGE);
    return world.crashes.calls();
  }

  private Preview page(
      String part, Optional<PreviewState> state, Optional<ContactId> after, int limit) {
    return world
        .previewContacts
        .preview(ApiWorld.user("u1"), "me", new Criteria(part, state, after, limit))
        .value()
        .orElseThrow();
  }
}
