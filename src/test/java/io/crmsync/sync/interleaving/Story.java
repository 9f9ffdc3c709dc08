package io.crmsync.sync.interleaving;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What two workers meet who look at the pair of user u1 and contact c1 at once.
 *
 * @param name for whoever reads the counts
 * @param begin makes the world in which they begin
 * @param deed what somebody else does at some moment, at once and whole; empty: nothing
 * @param calm what is over before the rest is done: a lag of the server's, for one
 * @param check takes the world when all has settled, and what happened on the way
 * @param warm whether each worker remembers a listing of the folder from making other copies
 */
record Story(
    String name,
    Supplier<World> begin,
    Optional<Consumer<World>> deed,
    Consumer<World> calm,
    BiConsumer<World, Happened> check,
    boolean warm) {
  /** Contacts to be made: the first is looked up, for the second the folder is listed. */
  static final List<String> FOR_WARMING_UP = List.of("c4", "c5", "c6", "c7");

  /**
   * What happened on the way to an end.
   *
   * @param deed the story's deed
   * @param death a worker was killed with a request answered that nobody heard of
   */
  record Happened(boolean deed, boolean death) {}

  static final PairMessage PAIR = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1")));

  static Story of(String name, Supplier<World> begin, Consumer<World> check) {
    return new Story(
        name,
        begin,
        Optional.empty(),
        world -> {},
        (world, happened) -> check.accept(world),
        false);
  }

  /** The same beginning, and somebody does this in the middle. */
  Story with(String what, Consumer<World> newDeed, BiConsumer<World, Happened> newCheck) {
    return new Story(name + ", " + what, begin, Optional.of(newDeed), calm, newCheck, warm);
  }

  /** The same, for workers who listed the folder a moment before. */
  Story afterAListing() {
    return new Story(name + ", after a listing", begin, deed, calm, check, true);
  }

  /** The same, and this is over before what is left is done. */
  Story calmedBy(Consumer<World> newCalm) {
    return new Story(name, begin, deed, newCalm, check, warm);
  }

  /**
   * What a worker does before it looks at the pair.
   *
   * @param which 0 or 1: each its own half
   */
  List<PairMessage> warmUp(int which) {
    int half = FOR_WARMING_UP.size() / 2;
    return warm
        ? FOR_WARMING_UP.subList(which * half, (which + 1) * half).stream()
            .map(id -> PairMessage.of(new PairId(new UserId("u1"), new ContactId(id))))
            .toList()
        : List.of();
  }

  @Override
  public String toString() {
    return name;
  }
}
