package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashedIdTest {
  /** Of "abc", whose SHA-256 is the example of FIPS 180-2: ba7816bf 8f01cfea … */
  @Test
  void itBeginsWithFourDigitsOfTheHashAndKeepsTheText() {
    ContactId id = HashedId.of("abc");
    assertThat(id).isEqualTo(new ContactId("ba78abc"));
    assertThat(HashedId.text(id)).isEqualTo("abc");
  }

  @Test
  void theOrderOfShardsIsThatOfIds() {
    List<ContactId> ids =
        IntStream.range(0, 5_000).mapToObj(i -> HashedId.of("c" + i)).sorted().toList();
    for (int shards : new int[] {1, 2, 16, 64, 100, 65_536}) {
      List<Integer> of = ids.stream().map(id -> HashedId.shard(id, shards)).toList();
      assertThat(of).isSorted().allMatch(shard -> shard >= 0 && shard < shards);
    }
  }

  @Test
  void shardsAreAboutEquallyFull() {
    int[] full = new int[64];
    IntStream.range(0, 64_000).forEach(i -> full[HashedId.shard(HashedId.of("c" + i), 64)]++);
    assertThat(Arrays.stream(full).boxed()).allMatch(count -> count > 800 && count < 1_200);
  }

  @Test
  void aTextThatIsNoIdIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> HashedId.of("two words"));
  }

  @Test
  void anIdOfAnotherFormIsInTheFirstShard() {
    assertThat(HashedId.shard(new ContactId("Zeta"), 64)).isZero();
    assertThat(HashedId.shard(new ContactId("c"), 64)).isZero();
  }
}
