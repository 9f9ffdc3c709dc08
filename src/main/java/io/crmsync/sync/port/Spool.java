package io.crmsync.sync.port;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps for a run what was gathered of the CRM's contacts, in shards that fit into memory. */
public interface Spool {
  /**
   * Keeps a part. The same part once more replaces what was kept of it, in every shard that is
   * named: steps are repeated.
   *
   * @param part names the part: letters and digits
   * @param shards lines, none of which has a line break, by shard; a shard without lines is named
   *     too
   */
  void put(String run, String part, Map<Integer, List<String>> shards);

  /** Gives every line of a shard, in no order; none where nothing was kept. */
  void read(String run, int shard, Consumer<String> each);

  /** Forgets all that was kept for a run; nothing kept is no error. */
  void delete(String run);
}
