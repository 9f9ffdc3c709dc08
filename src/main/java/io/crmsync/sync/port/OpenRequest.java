package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * That a request may still wait for messages, one of which may be lost (R19). It stays until a
 * night finds that nothing is left of it to be done.
 *
 * @param part of a request of many pairs, from 0
 * @param user whose pairs it asks for; empty: a change notice, which finds its pairs itself
 * @param contacts of that user's pairs, as far as they are of this part
 * @param since when the request was accepted
 */
public record OpenRequest(
    String requestId, int part, Optional<UserId> user, Set<ContactId> contacts, Instant since) {
  private static final int MOST = 1_000;

  public OpenRequest {
    contacts = Set.copyOf(contacts);
  }

  /** A change notice. */
  public static OpenRequest notice(SyncRequest request) {
    return new OpenRequest(
        request.requestId(), 0, Optional.empty(), Set.of(), request.acceptedAt());
  }

  /** A request for these pairs of one user, in parts of 1,000. */
  public static List<OpenRequest> ofPairs(
      SyncRequest request, UserId user, Collection<ContactId> contacts) {
    List<ContactId> sorted = new ArrayList<>(new TreeSet<>(contacts));
    List<OpenRequest> parts = new ArrayList<>();
    for (int start = 0; start < sorted.size(); start += MOST) {
      List<ContactId> some = sorted.subList(start, Math.min(sorted.size(), start + MOST));
      parts.add(
          new OpenRequest(
              request.requestId(),
              parts.size(),
              Optional.of(user),
              Set.copyOf(some),
              request.acceptedAt()));
    }
    return parts;
  }
}
