package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Requests and the results of their pairs. */
public interface RequestStore {
  /** Stores a request; one with the same id is replaced. */
  void put(SyncRequest request);

  Optional<SyncRequest> find(String requestId);

  /**
   * The latest request in which this user chose this.
   *
   * @param chosen what was chosen, as a digest
   */
  Optional<String> selection(UserId user, String chosen);

  /** Says so; an older one is replaced. */
  void rememberSelection(UserId user, String chosen, String requestId);

  /** Stores the result of one pair: no counter, so that a repeated message counts once. */
  void record(String requestId, PairResult result);

  /** Stores the result of one pair, unless there is one already. */
  void recordIfNone(String requestId, PairResult result);

  List<PairResult> results(String requestId);

  /** Adds pairs that the request waits for; those that it waits for already are no error. */
  void expect(String requestId, ContactId contact, Set<UserId> users);

  /** For how many pairs the request waits, or waited. */
  int expected(String requestId);

  /** The pairs that the request waits for, or waited, in order of contact. */
  SortedMap<ContactId, Set<UserId>> expectedPairs(String requestId);

  /** Says that these may wait for messages; repeating it is harmless. */
  void keepOpen(Collection<OpenRequest> parts);

  /** All that may, in no promised order. Costs as much as there are. */
  List<OpenRequest> open();

  /** It waits no more; one that is closed already is no error. */
  void close(OpenRequest part);

  /**
   * Forgets requests that were accepted before, the oldest first, with all that is kept of them but
   * what {@link #close} is for. Costs as much as it forgets. Of very large ones it may forget
   * fewer, and the last in part: the next call goes on. Repeating it is harmless.
   *
   * @param atMost so many requests
   * @return how many it forgot
   */
  int forget(Instant acceptedBefore, int atMost);

  Optional<Versioned<ChangeNotice>> notice(String requestId);

  /**
   * Writes a notice on the version that was read.
   *
   * @return its version
   * @throws StaleWrite someone changed it meanwhile
   */
  Version writeNotice(Versioned<ChangeNotice> notice);
}
