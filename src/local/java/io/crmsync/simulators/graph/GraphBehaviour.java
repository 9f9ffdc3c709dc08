package io.crmsync.simulators.graph;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the simulated service behaves; can be changed while it runs.
 *
 * @param quirks where it differs from its default
 * @param latency mean time before a request is carried out; each takes half to one and a half of it
 * @param filterLag for how long after its creation a contact is not found by a filter
 * @param concurrentRequests how many requests one mailbox takes at once
 * @param requestsPerTenMinutes how many requests one mailbox takes in ten minutes
 */
public record GraphBehaviour(
    Set<Quirk> quirks,
    Duration latency,
    Duration filterLag,
    int concurrentRequests,
    int requestsPerTenMinutes) {

  /** Copies the quirks and refuses limits below one. */
  public GraphBehaviour {
    quirks = Set.copyOf(quirks);
    if (concurrentRequests < 1 || requestsPerTenMinutes < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }

  /** No quirks, no latency, no lag, 4 requests at once, 10,000 in ten minutes. */
  public static GraphBehaviour usual() {
    return new GraphBehaviour(Set.of(), Duration.ZERO, Duration.ZERO, 4, 10_000);
  }

  /** Whether a quirk is on. */
  public boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  /** The same with these quirks as well. */
  public GraphBehaviour with(Quirk... more) {
    Set<Quirk> all = EnumSet.noneOf(Quirk.class);
    all.addAll(quirks);
    all.addAll(List.of(more));
    return withQuirks(all);
  }

  /** The same with exactly these quirks. */
  public GraphBehaviour withQuirks(Set<Quirk> all) {
    return new GraphBehaviour(all, latency, filterLag, concurrentRequests, requestsPerTenMinutes);
  }

  /** The same with this mean latency. */
  public GraphBehaviour withLatency(Duration mean) {
    return new GraphBehaviour(quirks, mean, filterLag, concurrentRequests, requestsPerTenMinutes);
  }

  /** The same, with filters this much behind. */
  public GraphBehaviour withFilterLag(Duration lag) {
    return new GraphBehaviour(quirks, latency, lag, concurrentRequests, requestsPerTenMinutes);
  }

  /** The same with other limits per mailbox: requests at once, and requests in ten minutes. */
  public GraphBehaviour withLimits(int atOnce, int inTenMinutes) {
    return new GraphBehaviour(quirks, latency, filterLag, atOnce, inTenMinutes);
  }
}
