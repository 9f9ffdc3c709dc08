package io.crmsync.simulators.graph;

import java.util.Optional;

/** What may be the matter with a mailbox, each with the answer that Graph gives then. */
public enum MailboxCondition {
  /** Nothing is the matter. */
  HEALTHY(200, "", ""),
  /** No mailbox in the cloud: inactive, soft-deleted or on-premise. */
  NOT_ENABLED(
      404,
      "MailboxNotEnabledForRESTAPI",
      "The mailbox is either inactive, soft-deleted, or is hosted on-premise."),
  /** No such user. */
  INVALID_USER(404, "ErrorInvalidUser", "The requested user is invalid."),
  /** No such user, as the directory says it. */
  RESOURCE_NOT_FOUND(404, "ResourceNotFound", "Resource could not be discovered."),
  /** No mailbox, said in words that are also used for a missing contact. */
  ITEM_NOT_FOUND(404, "ErrorItemNotFound", "The specified object was not found in the store."),
  /** Outside the management scope of the app. */
  OUT_OF_SCOPE(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."),
  /** Full: creations are refused with 507. */
  FULL(507, "ErrorQuotaExceeded", "The mailbox has reached its storage quota."),
  /** Full: creations are refused with 403. */
  FULL_FORBIDDEN(403, "ErrorQuotaExceeded", "The mailbox has reached its storage quota."),
  /** Being moved to another database, for hours. */
  MOVING(503, "ErrorMailboxMoveInProgress", "Mailbox move in progress. Try again later."),
  /** The front end does not know where the mailbox is just now. */
  STALE(503, "MailboxInfoStale", "Mailbox info is stale."),
  /** A gateway's time ran out. */
  GATEWAY_TIMEOUT(504, "UnknownError", "");

  private final int status;
  private final String code;
  private final String message;

  MailboxCondition(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The refusal that a request of this kind gets, if any. */
  Optional<GraphError> refusal(RequestKind kind) {
    return switch (this) {
      case HEALTHY -> Optional.empty();
      case FULL, FULL_FORBIDDEN -> kind.creates() ? Optional.of(error()) : Optional.empty();
      case NOT_ENABLED,
          INVALID_USER,
          RESOURCE_NOT_FOUND,
          ITEM_NOT_FOUND,
          OUT_OF_SCOPE,
          MOVING,
          STALE,
          GATEWAY_TIMEOUT ->
          Optional.of(error());
    };
  }

  private GraphError error() {
    return new GraphError(status, code, message);
  }
}
