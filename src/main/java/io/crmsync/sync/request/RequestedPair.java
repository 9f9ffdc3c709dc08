package io.crmsync.sync.request;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.ActingUser;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.ParsedId;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.port.SyncRequest.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one contact and the one user that a caller asks about, found to be the caller's to ask for.
 *
 * @param requester under whose name the request is kept
 */
record RequestedPair(PairId id, String requester, Directory directory) {

  private static RequestedPair of(
      Caller caller, ContactId contact, CrmUser user, Directory directory) {
    return new RequestedPair(
        new PairId(user.id(), contact), caller.nameIn(directory).orElse(""), directory);
  }

  /**
   * Answers a caller who asks about one contact: by the work, if the caller may ask for the user
   * and the id can be one.
   *
   * @param userId empty: the caller's own
   * @param noSuch what an id that cannot be one is answered with
   */
  static Reply answer(
      Caller caller,
      String contactId,
      Optional<String> userId,
      Directory directory,
      MailboxOwners owners,
      Refusal noSuch,
      Function<RequestedPair, Reply> work) {
    ActingUser acting =
        ActingUser.of(caller, userId, directory, user -> owners.twice(user, directory));
    if (acting.refusal().isPresent()) {
      return Reply.refused(acting.refusal().get());
    }
    return ParsedId.of(contactId, ContactId::new)
        .map(id -> of(caller, id, acting.user().orElseThrow(), directory))
        .map(work)
        .orElse(Reply.refused(noSuch));
  }

  /** Whose mailbox it is about. */
  UserId user() {
    return id.user();
  }

  /** Which contact is asked for. */
  ContactId contact() {
    return id.contact();
  }

  SyncRequest request(String requestId, Kind kind, Instant now) {
    return new SyncRequest(
        requestId, kind, requester, Optional.of(user()), Optional.of(contact()), 1, now, "");
  }

  PairMessage message(String requestId) {
    return PairMessage.of(id).forRequest(requestId);
  }
}
