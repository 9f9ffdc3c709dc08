package io.crmsync.localapp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last fifteen seconds. */
final class Rate {
  private static final Duration WINDOW = Duration.ofSeconds(15);

  private record Point(Duration at, long count) {}

  private final Deque<Point> points = new ArrayDeque<>();

  /** Takes the count at a time; gives its growth per second. */
  double perSecond(Duration at, long count) {
    points.addLast(new Point(at, count));
    while (points.size() > 2 && points.getFirst().at().compareTo(at.minus(WINDOW)) < 0) {
      points.removeFirst();
    }
    Point first = points.getFirst();
    double seconds = at.minus(first.at()).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : (count - first.count()) / seconds;
  }
}
