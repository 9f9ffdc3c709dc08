package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.StorageUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private final Parallel parallel = new Parallel(4);

  @Test
  void allAreDoneWhenItReturns() {
    List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
    Queue<Integer> done = new ConcurrentLinkedQueue<>();
    parallel.forEach(items, done::add);

    assertThat(done).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void noMoreAreUnderWayThanThereAreThreads() {
    AtomicInteger underWay = new AtomicInteger();
    Queue<Integer> seen = new ConcurrentLinkedQueue<>();
    parallel.forEach(
        IntStream.range(0, 200).boxed().toList(),
        item -> {
          seen.add(underWay.incrementAndGet());
          underWay.decrementAndGet();
        });

    assertThat(seen).allMatch(count -> count <= 4);
  }

  @Test
  void aFailureIsThrownAndNoMoreAreBegunAfterIt() {
    AtomicInteger begun = new AtomicInteger();

    assertThatThrownBy(
            () ->
                parallel.forEach(
                    IntStream.range(0, 10_000).boxed().toList(),
                    item -> {
                      begun.incrementAndGet();
                      throw new StorageUnavailable("x", new IOException());
                    }))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(begun.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void nothingToDoIsNoError() {
    parallel.forEach(List.of(), item -> assertThat(item).isNull());
  }
}
