package io.crmsync.sync.port;

import java.util.List;
import java.util.function.Consumer;

/** Keeps for a run what was gathered of the CRM's contacts, in shards that fit into memory. */
public interface Spool {
  /**
   * Keeps lines, none of which has a line break. The same part once more replaces what was kept of
   * it: steps are repeated.
   *
   * @param part names the part within the shard: letters and digits
   */
  void put(String run, int shard, String part, List<String> lines);

  /** Gives every line of a shard, in no order; none where nothing was kept. */
  void read(String run, int shard, Consumer<String> each);

  /** Forgets all that was kept for a run; nothing kept is no error. */
  void delete(String run);
}
