package io.crmsync.sync.port;

import java.util.List;
import java.util.Optional;

/** Requests and the results of their pairs. */
public interface RequestStore {
  /** Stores a request; one with the same id is replaced. */
  void put(SyncRequest request);

  Optional<SyncRequest> find(String requestId);

  /** Stores the result of one pair: no counter, so that a repeated message counts once. */
  void record(String requestId, PairResult result);

  /** Stores the result of one pair, unless there is one already. */
  void recordIfNone(String requestId, PairResult result);

  List<PairResult> results(String requestId);
}
