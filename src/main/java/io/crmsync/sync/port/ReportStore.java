package io.crmsync.sync.port;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The reports of dry runs, one list of pairs each, in order of user and contact. */
public interface ReportStore {
  /** Writes the pairs into the run's report, whatever was there of them. */
  void put(String run, Collection<ReportedPair> pairs);

  /** Takes pairs out of the report; absent ones are no error. */
  void delete(String run, Collection<PairId> pairs);

  /**
   * A part of the report.
   *
   * @param after exclusive; empty: from the first
   * @param limit 1 to 1000
   */
  List<ReportedPair> list(String run, Optional<PairId> after, int limit);

  /** The pairs of one user in the report. */
  List<ReportedPair> ofUser(String run, UserId user);

  /** The first user with pairs in the report behind this one; empty: there is none. */
  Optional<UserId> userAfter(String run, Optional<UserId> user);

  /** Deletes the whole report; an absent one is no error. */
  void deleteAll(String run);
}
