package io.crmsync.sync.request;

import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.RequestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds the request in which a user chose the same before and which is still under way: choosing it
 * again is answered with that request, and loads nobody's lane a second time.
 */
final class OpenSelections {
  /** What took longer may have lost its messages: it is asked for anew. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(30);

  private static final String ALL = "all";

  private final RequestStore requests;
  private final Clock clock;

  OpenSelections(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** All that waits, whatever that is at the time. */
  static String all() {
    return ALL;
  }

  /** These, in whatever order they were named. */
  static String of(Collection<ContactId> chosen) {
    return Digest.short96(
        chosen.stream().sorted().map(ContactId::value).distinct().toArray(String[]::new));
  }

  /** Its state; empty: there is none of this requester's, who may read it, under way. */
  Optional<RequestState> find(UserId user, String requester, String chosen) {
    Instant oldest = clock.instant().minus(UNDER_WAY);
    return requests
        .selection(user, chosen)
        .flatMap(requests::find)
        .filter(request -> request.requester().equals(requester))
        .filter(request -> request.acceptedAt().isAfter(oldest))
        .map(request -> new RequestState(request, requests.results(request.requestId())))
        .filter(state -> state.open() > 0);
  }

  /** To be said when its messages are sent: what was cut short before is asked for anew. */
  void remember(UserId user, String chosen, String requestId) {
    requests.rememberSelection(user, chosen, requestId);
  }
}
