package io.crmsync.sync.interleaving;

import io.crmsync.sync.interleaving.Interleaving.Trouble;
import io.crmsync.sync.interleaving.Interleaving.Turn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through every way in which two workers can take turns at one pair, handing over at each call
 * to a port, and looks at each end. Ways that lead to one state (of storage, mailbox, queues, clock
 * and of what each worker was answered) go on alike, so each state is gone on from once.
 */
final class Interleavings {
  /** Whether every call to a port is a stop, and every story is told, with all its troubles. */
  static final boolean ALL = System.getProperty("interleavings", "").equals("all");

  private final Story story;
  private final Trouble trouble;
  private final Map<String, List<String>> next = new HashMap<>();
  private final Set<String> ends = new LinkedHashSet<>();

  private record Way(String from, List<Turn> turns) {}

  /**
   * How many there were.
   *
   * @param ways interleavings, each from the beginning to an end
   * @param states that they lead through
   * @param ends different ones, each of which was looked at
   */
  record Count(BigInteger ways, int states, int ends) {
    Count plus(Count more) {
      return new Count(ways.add(more.ways), states + more.states, ends + more.ends);
    }
  }

  Interleavings(Story story, Trouble trouble) {
    this.story = story;
    this.trouble = trouble;
  }

  /**
   * Goes through all.
   *
   * @throws AssertionError an end is not as it must be; says by which turns it is reached
   */
  Count all() {
    Deque<Way> left = new ArrayDeque<>(List.of(new Way("", List.of())));
    while (!left.isEmpty()) {
      follow(left.pop(), left);
    }
    return new Count(ways("", new HashMap<>()), next.size(), ends.size());
  }

  /**
   * To its end, or to a state that was seen before; leaves the other turns on the way for later.
   */
  private void follow(Way way, Deque<Way> left) {
    List<Turn> turns = new ArrayList<>();
    Interleaving live = new Interleaving(story, trouble);
    try {
      way.turns().forEach(turn -> take(live, turn, turns));
      String from = way.from();
      while (true) {
        String here = turns.isEmpty() ? "" : digest(live.state());
        if (!turns.isEmpty()) {
          next.computeIfAbsent(from, none -> new ArrayList<>()).add(here);
        }
        if (next.containsKey(here) || ends.contains(here)) {
          return;
        }
        List<Turn> possible = live.turns();
        if (possible.isEmpty()) {
          ends.add(here);
          live.settle();
          return;
        }
        next.put(here, new ArrayList<>());
        for (Turn other : possible.subList(1, possible.size())) {
          List<Turn> branch = new ArrayList<>(turns);
          branch.add(other);
          left.push(new Way(here, branch));
        }
        take(live, possible.get(0), turns);
        from = here;
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(story + ", " + trouble + ", by " + turns, e);
    } finally {
      live.abandon();
    }
  }

  private static void take(Interleaving live, Turn turn, List<Turn> turns) {
    turns.add(turn);
    live.take(turn);
  }

  private BigInteger ways(String from, Map<String, BigInteger> known) {
    BigInteger before = known.get(from);
    if (before != null) {
      return before;
    }
    BigInteger count =
        next.containsKey(from)
            ? next.get(from).stream()
                .map(to -> ways(to, known))
                .reduce(BigInteger.ZERO, BigInteger::add)
            : BigInteger.ONE;
    known.put(from, count);
    return count;
  }

  private static String digest(String state) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
