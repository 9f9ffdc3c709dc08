package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was asked for over HTTP, and for whom.
 *
 * @param requester who asked: {@code user:<id>} or {@code app:<object id>}
 * @param total how many pairs it concerns, also those of unknown contacts
 * @param unknown how many of them are of contacts that are not there for its user: they failed, and
 *     have no results
 * @param failure why it failed as a whole; empty: it did not
 */
public record SyncRequest(
    String requestId,
    Kind kind,
    String requester,
    Optional<UserId> user,
    Optional<ContactId> contact,
    int total,
    int unknown,
    Instant acceptedAt,
    String failure) {

  /** None of its contacts is unknown. */
  public SyncRequest(
      String requestId,
      Kind kind,
      String requester,
      Optional<UserId> user,
      Optional<ContactId> contact,
      int total,
      Instant acceptedAt,
      String failure) {
    this(requestId, kind, requester, user, contact, total, 0, acceptedAt, failure);
  }

  /** Whether a text that somebody sent may be the id of a request. */
  public static boolean mayBeId(String text) {
    return text.matches("[A-Za-z0-9-]{1,64}");
  }

  /** All its pairs are known, or it failed as a whole. */
  public SyncRequest counted(int pairs, String why) {
    return new SyncRequest(
        requestId, kind, requester, user, contact, pairs, unknown, acceptedAt, why);
  }

  /** As the HTTP API names it. */
  public enum Kind {
    SYNC_TO_OUTLOOK("syncToOutlook"),
    STOP("stop"),
    SELECTION("selection"),
    CONTACT_CHANGES("contactChanges");
    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
