package io.crmsync.sync;

import java.util.Optional;

/**
 * What became of something that was asked for: the request and its state, or why it is not done.
 */
public record Reply(Optional<RequestState> request, Optional<Refusal> refusal) {
  static Reply accepted(RequestState request) {
    return new Reply(Optional.of(request), Optional.empty());
  }

  static Reply refused(Refusal why) {
    return new Reply(Optional.empty(), Optional.of(why));
  }
}
