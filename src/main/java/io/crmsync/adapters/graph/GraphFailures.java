package io.crmsync.adapters.graph;

import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import java.util.Optional;
import java.util.Set;

/** Names each failure by what is to be done about it. Texts carry no value and no address (R20). */
final class GraphFailures {
  static final String FOLDER_EXISTS = "ErrorFolderExists";
  private static final String MOVING = "ErrorMailboxMoveInProgress";
  private static final Set<String> NO_MAILBOX =
      Set.of(
          "MailboxNotEnabledForRESTAPI",
          "MailboxNotSupportedForRESTAPI",
          "ErrorInvalidUser",
          "ErrorNonExistentMailbox",
          "MailboxNotHostedInExchangeOnline",
          "ErrorMissingEmailAddress",
          "ErrorEntityNotFound",
          "ResourceNotFound",
          "Request_ResourceNotFound");

  /** It is there, and does not open; whatever status it comes with. */
  private static final Set<String> NOT_OPENED =
      Set.of("AuthenticationError", "ErrorMailboxStoreUnavailable");

  private static final String FULL = "ErrorQuotaExceeded";
  private static final String NO_FOLDER = "ErrorFolderNotFound";

  /** An id of another mailbox, such as the user's former one, or of none. */
  private static final Set<String> NOT_OF_THIS_MAILBOX =
      Set.of("ErrorInvalidMailboxItemId", "ErrorInvalidIdMalformed", "ErrorInvalidId");

  private static final Set<String> NO_ACCESS =
      Set.of("", "ErrorAccessDenied", "AccessDenied", "Authorization_RequestDenied", "Forbidden");

  private GraphFailures() {}

  /** Takes what Graph's client threw; gives what the caller is to throw. */
  static RuntimeException of(GraphOperation operation, RuntimeException thrown) {
    if (thrown instanceof MailboxRefused) {
      return thrown; // by us: the answer is good, and what is in it cannot be used
    }
    return answerIn(thrown)
        .map(answer -> named(operation, answer))
        .orElseGet(() -> unknownWrites(operation, thrown));
  }

  /** The answer behind what Graph's client threw; empty: there was none, or none to be read. */
  static Optional<GraphAnswer> answerIn(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof GraphAnswer answer) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  /** A broken connection, a time-out, or a good status with a body that cannot be read. */
  private static RuntimeException unknownWrites(GraphOperation operation, RuntimeException thrown) {
    Throwable root = Optional.ofNullable(thrown.getCause()).orElse(thrown);
    String what = operation + " without a readable answer: " + root.getClass().getSimpleName();
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, what, Optional.empty());
  }

  private static RuntimeException named(GraphOperation operation, GraphAnswer answer) {
    String what = text(operation, answer);
    if (answer.code().equals(MOVING)) {
      return busy(MailboxBusy.Cause.MOVING, what, answer);
    }
    boolean refusal = answer.status() >= 400 && answer.status() < 500;
    if (refusal && NO_MAILBOX.contains(answer.code())) {
      return new MailboxClosed(MailboxClosed.Cause.MISSING, what);
    }
    if (NOT_OPENED.contains(answer.code())) {
      return new MailboxClosed(MailboxClosed.Cause.UNAVAILABLE, what);
    }
    if (answer.code().equals(FULL)) {
      return new MailboxClosed(MailboxClosed.Cause.FULL, what);
    }
    if (refusal && isAbsence(answer.code())) {
      return absent(operation, what);
    }
    return answer.code().equals(FOLDER_EXISTS)
        ? refused(what, answer)
        : byStatus(operation, what, answer);
  }

  private static boolean isAbsence(String code) {
    return NOT_OF_THIS_MAILBOX.contains(code) || code.equals(NO_FOLDER);
  }

  /**
   * 401 and 429 were not carried out. 409, 412 and 423 are the server's own quarrels over an item
   * that someone else is changing: the next try finds it at peace.
   */
  private static RuntimeException byStatus(
      GraphOperation operation, String what, GraphAnswer answer) {
    return switch (answer.status()) {
      case 401, 429 -> busy(MailboxBusy.Cause.THROTTLED, what, answer);
      case 403 -> forbidden(what, answer);
      case 404 -> absent(operation, what);
      case 507 -> new MailboxClosed(MailboxClosed.Cause.FULL, what);
      case 408, 409, 412, 423 -> busy(MailboxBusy.Cause.OUTCOME_UNKNOWN, what, answer);
      default ->
          answer.status() >= 300 && answer.status() < 500
              ? refused(what, answer)
              : busy(MailboxBusy.Cause.OUTCOME_UNKNOWN, what, answer);
    };
  }

  private static RuntimeException forbidden(String what, GraphAnswer answer) {
    if (answer.code().contains("Quota")) {
      return new MailboxClosed(MailboxClosed.Cause.FULL, what);
    }
    return NO_ACCESS.contains(answer.code())
        ? new MailboxClosed(MailboxClosed.Cause.OUT_OF_SCOPE, what)
        : refused(what, answer);
  }

  private static RuntimeException absent(GraphOperation operation, String what) {
    return switch (operation.missing()) {
      case MAILBOX -> new MailboxClosed(MailboxClosed.Cause.MISSING, what);
      case FOLDER -> new FolderGone(what);
      case ITEM -> new ItemAbsent(what);
    };
  }

  private static RuntimeException busy(MailboxBusy.Cause cause, String what, GraphAnswer answer) {
    return new MailboxBusy(cause, what, answer.retryAfter());
  }

  private static RuntimeException refused(String what, GraphAnswer answer) {
    String code = answer.code().isEmpty() ? "http" + answer.status() : answer.code();
    return new MailboxRefused(code, what);
  }

  private static String text(GraphOperation operation, GraphAnswer answer) {
    return "%s %d %s, request %s"
        .formatted(operation, answer.status(), answer.code(), answer.requestId());
  }
}
