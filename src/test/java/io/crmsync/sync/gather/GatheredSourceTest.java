package io.crmsync.sync.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.sync.fakes.InMemorySpool;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A source without an order, gathered")
class GatheredSourceTest {
  private static final String RUN = "r1";

  private final Shuffled shuffled = new Shuffled();
  private final InMemorySpool spool = new InMemorySpool();
  private final GatheredSource source =
      new GatheredSource(shuffled, spool, GatheredSource.USUAL_SHARDS);

  @Test
  void everyContactIsGivenOnceInTheOrderOfIdsWhateverTheSizeOfPages() {
    long seed = System.nanoTime();
    System.out.println("gathered source: seed " + seed);
    Random random = new Random(seed);
    for (int count : new int[] {0, 1, 2, 63, 64, 65, 700}) {
      shuffled.contacts(count, random);
      shuffled.partSize = 1 + random.nextInt(100);
      String run = "r" + count;
      gather(run);
      assertThat(ids(run, 1 + random.nextInt(90)))
          .as("%d contacts, seed %d", count, seed)
          .isSorted()
          .doesNotHaveDuplicates()
          .hasSize(count);
    }
  }

  @Test
  void aPartThatIsGatheredAgainAfterAKillCountsOnce() {
    shuffled.contacts(30, new Random(1));
    shuffled.partSize = 10;
    Optional<String> second = source.gather(RUN, "");
    source.gather(RUN, "");
    Optional<String> third = source.gather(RUN, second.orElseThrow());
    source.gather(RUN, second.orElseThrow());
    assertThat(source.gather(RUN, third.orElseThrow())).isEmpty();

    assertThat(ids(RUN, 7)).hasSize(30);
  }

  /** Gone meanwhile, and not in the part that replaces the first try. */
  @Test
  void whatIsNoLongerInAPartIsNotKeptOfTheFirstTry() {
    shuffled.contacts(3, new Random(1));
    source.gather(RUN, "");
    shuffled.all.remove(0);
    source.gather(RUN, "");

    assertThat(ids(RUN, 7)).hasSize(2);
  }

  @Test
  void nothingIsGivenBeforeEverythingWasGathered() {
    shuffled.contacts(30, new Random(1));
    shuffled.partSize = 10;
    source.gather(RUN, "");

    assertThatThrownBy(() -> source.contacts(RUN, Optional.empty(), 10))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("what was gathered for run r1 is not there, or not all of it");
  }

  @Test
  void whatWasForgottenIsNotTakenForAnEmptyCrm() {
    shuffled.contacts(30, new Random(1));
    gather(RUN);
    source.contacts(RUN, Optional.empty(), 10);
    source.forget(RUN);

    assertThatThrownBy(() -> source.contacts(RUN, Optional.empty(), 10))
        .isInstanceOf(CrmBroken.class);
  }

  @Test
  void twoRecordsWithOneIdAreAnErrorThatNamesIt() {
    shuffled.contacts(2, new Random(1));
    shuffled.all.add(shuffled.all.get(0));
    gather(RUN);

    assertThatThrownBy(() -> ids(RUN, 10))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("two records have the id " + HashedId.text(shuffled.all.get(0)));
  }

  @Test
  void recordsWhoseIdCannotBeReadComeWithTheFirstPage() {
    shuffled.contacts(5, new Random(1));
    shuffled.unnamed = 2;
    gather(RUN);

    SourcePage first = source.contacts(RUN, Optional.empty(), 4);
    assertThat(first.records()).hasSize(4);
    assertThat(first.records().stream().filter(record -> record.id().isEmpty())).hasSize(2);
    assertThat(first.last()).isFalse();
  }

  @Test
  void runsAreGatheredApart() {
    shuffled.contacts(5, new Random(1));
    gather("r1");
    shuffled.contacts(9, new Random(2));
    gather("r2");

    assertThat(ids("r1", 3)).hasSize(5);
    assertThat(ids("r2", 3)).hasSize(9);
  }

  private void gather(String run) {
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      token = source.gather(run, token.get());
    }
  }

  private List<ContactId> ids(String run, int limit) {
    List<ContactId> ids = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    SourcePage page;
    do {
      page = source.contacts(run, after, limit);
      assertThat(page.records()).hasSizeLessThanOrEqualTo(limit);
      page.records().forEach(record -> ids.add(record.id().orElseThrow()));
      after = ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    } while (!page.last());
    return ids;
  }

  /** Contacts in an order that has nothing to do with ours, in parts of any size. */
  private static final class Shuffled implements UnorderedSource {
    private List<ContactId> all = new ArrayList<>();
    private int partSize = 1_000;
    private int unnamed;

    void contacts(int count, Random random) {
      all =
          new ArrayList<>(
              IntStream.range(0, count).mapToObj(i -> HashedId.of("contact-" + i)).toList());
      Collections.shuffle(all, random);
    }

    @Override
    public Part part(String token, int limit) {
      int from = token.isEmpty() ? 0 : Integer.parseInt(token);
      int to = Math.min(from + Math.min(partSize, limit), all.size());
      List<Gathered> records = new ArrayList<>();
      all.subList(from, to)
          .forEach(id -> records.add(new Gathered(Optional.of(id), "line of\t" + id.value())));
      for (int i = 0; from == 0 && i < unnamed; i++) {
        records.add(new Gathered(Optional.empty(), "unnamed " + i));
      }
      return new Part(
          records, to == all.size() ? Optional.empty() : Optional.of(Integer.toString(to)));
    }

    @Override
    public Lookup contact(ContactId id) {
      return all.contains(id)
          ? Lookup.found(SourceRecord.bad(Optional.of(id), "of no interest here"))
          : Lookup.gone();
    }

    @Override
    public Directory directory() {
      return new Directory(List.of(), Map.of());
    }

    @Override
    public SourceRecord read(String line) {
      Optional<ContactId> id =
          line.startsWith("line of\t")
              ? Optional.of(new ContactId(line.substring("line of\t".length())))
              : Optional.empty();
      return SourceRecord.bad(id, "of no interest here");
    }
  }
}
