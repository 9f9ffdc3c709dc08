package io.crmsync.sync.interleaving;

import io.crmsync.sync.interleaving.StoppedWorker.Order;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.world.PortCalls;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One way in which two workers take turns, from its beginning to where it is now. */
final class Interleaving {
  /** Longer than a claim lasts. */
  private static final Duration A_LONG_PAUSE = Duration.ofMinutes(6);

  /** One thing that may happen next. */
  enum Turn {
    FIRST_GOES_ON,
    SECOND_GOES_ON,
    FIRST_DIES,
    SECOND_DIES,
    DEED,
    PAUSE
  }

  /**
   * What may happen besides that the two go on, each at most once.
   *
   * @param death a worker is killed after one of its calls was carried out
   * @param pause the clock goes on by 6 minutes, unless a request to the mailbox is about to be
   *     sent
   * @param ahead how far the second worker's clock is ahead of the first one's
   */
  record Trouble(boolean death, boolean pause, Duration ahead) {}

  private final Story story;
  private final Trouble trouble;
  private final World world;
  private final StoppedWorker first;
  private final StoppedWorker second;
  private boolean died;
  private boolean paused;
  private boolean deedDone;

  Interleaving(Story story, Trouble trouble) {
    this.story = story;
    this.trouble = trouble;
    world = story.begin().get();
    first = worker(0, Lane.NIGHTLY, Duration.ZERO);
    second = worker(1, Lane.NOW, trouble.ahead());
  }

  private StoppedWorker worker(int which, Lane lane, Duration ahead) {
    return new StoppedWorker(
        "w" + which + "-", world, story.warmUp(which), Story.PAIR, lane, ahead);
  }

  /** What may happen now; nothing: both have ended. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    if (first.call().isPresent()) {
      turns.add(Turn.FIRST_GOES_ON);
    }
    if (second.call().isPresent()) {
      turns.add(Turn.SECOND_GOES_ON);
    }
    if (turns.isEmpty()) {
      return turns;
    }
    if (trouble.death() && !died) {
      first.call().ifPresent(call -> turns.add(Turn.FIRST_DIES));
      second.call().ifPresent(call -> turns.add(Turn.SECOND_DIES));
    }
    boolean sending = Stream.of(first, second).anyMatch(Interleaving::isSending);
    if (story.deed().isPresent() && !deedDone && !sending) {
      turns.add(Turn.DEED);
    }
    if (trouble.pause() && !paused && !sending) {
      turns.add(Turn.PAUSE);
    }
    return turns;
  }

  /**
   * Graph has no conditional request for contacts: between the last reading and the request that it
   * leads to, nobody can be kept from changing the contact, nor the clock from going on.
   */
  private static boolean isSending(StoppedWorker worker) {
    return worker
        .call()
        .filter(
            call ->
                call.equals("Mailbox.create")
                    || call.equals("Mailbox.update")
                    || call.equals("Mailbox.remove"))
        .isPresent();
  }

  void take(Turn turn) {
    switch (turn) {
      case FIRST_GOES_ON -> first.go(Order.CARRY_OUT);
      case SECOND_GOES_ON -> second.go(Order.CARRY_OUT);
      case FIRST_DIES -> die(first);
      case SECOND_DIES -> die(second);
      case DEED -> {
        story.deed().orElseThrow().accept(world);
        deedDone = true;
      }
      case PAUSE -> {
        world.clock.forward(A_LONG_PAUSE);
        paused = true;
      }
    }
  }

  private void die(StoppedWorker worker) {
    worker.go(Order.DIE_AFTER);
    if (worker.killed()) {
      worker.deliverAgain();
    }
    died = true;
  }

  /**
   * All that decides how it goes on: two ways that lead to one state are one from there on. What a
   * worker that has ended was answered decides nothing any more.
   */
  String state() {
    String text =
        String.join(
            "\n",
            first.place(),
            second.place(),
            "" + died + paused + deedDone,
            world.clock.instant().toString(),
            DeepText.of(PortCalls.ports(world, (port, fake) -> fake)));
    return DeepText.withComparableVersions(text);
  }

  /** Lets all that is queued be done, and some nights pass; then looks whether all is well. */
  void settle() {
    story.calm().accept(world);
    world.restart();
    world.drain();
    world.night();
    world.night();
    story.check().accept(world, new Story.Happened(deedDone, died));
    world.outlook.forgetCalls();
    world.night();
    if (world.outlook.calls() > 0) {
      throw new AssertionError("a quiet night sent " + world.outlook.calls() + " requests");
    }
  }

  /** Its threads end. */
  void abandon() {
    first.abandon();
    second.abandon();
  }
}
