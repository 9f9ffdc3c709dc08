package io.crmsync.sync.call;

import java.util.Optional;

/**
 * What became of something that was asked for: the request and its state, or why it is not done.
 */
public record Reply(Optional<RequestState> request, Optional<Refusal> refusal) {
  public static Reply accepted(RequestState request) {
    return new Reply(Optional.of(request), Optional.empty());
  }

  public static Reply refused(Refusal why) {
    return new Reply(Optional.empty(), Optional.of(why));
  }
}
