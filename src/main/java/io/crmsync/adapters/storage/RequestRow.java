package io.crmsync.adapters.storage;

import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.SyncRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request, and each of its results, as rows of one partition. */
final class RequestRow {
  /** Before every id's characters, so that keys sort by user, then contact. */
  private static final String SEPARATOR = "!";

  /** Keys of results begin with the separator, which is less than every letter and digit. */
  static final Filter RESULTS = Filter.compare(Filter.ROW, "lt", "0");

  /** The partition of what users chose: no request's, because of the separator. */
  static final String SELECTIONS = SEPARATOR + "selection";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  private RequestRow() {}

  /** Request ids come out of URLs: what cannot be a key is one by its hash. */
  static String partition(String requestId) {
    return SAFE.matcher(requestId).matches() ? requestId : SEPARATOR + Digest.short96(requestId);
  }

  /** Not a constant: Azurite finds rows by their key first. */
  static String key(String requestId) {
    return "request" + partition(requestId);
  }

  /** A digest has letters, digits, hyphens and underscores. */
  static String selectionKey(UserId user, String chosen) {
    return user + SEPARATOR + chosen;
  }

  /** Of the row beside the request that tells which selection is its own. */
  static String selectionNote(String requestId) {
    return "selection" + partition(requestId);
  }

  static NewRow write(SyncRequest request, StorageTable table) {
    return table
        .row(partition(request.requestId()), key(request.requestId()))
        .text("requestId", request.requestId())
        .text("kind", StoredCodes.KIND.of(request.kind()))
        .text("requester", request.requester())
        .text("user", request.user().map(UserId::value))
        .text("contact", request.contact().map(ContactId::value))
        .number("total", request.total())
        .number("unknown", request.unknown())
        .instant("acceptedAt", request.acceptedAt())
        .text("failure", request.failure());
  }

  static SyncRequest readRequest(StoredRow row) {
    return new SyncRequest(
        row.text("requestId"),
        StoredCodes.KIND.stored(row.text("kind")),
        row.text("requester"),
        row.optional("user").map(UserId::new),
        row.optional("contact").map(ContactId::new),
        row.number("total"),
        row.number("unknown"),
        row.required("acceptedAt"),
        row.text("failure"));
  }

  static NewRow write(String requestId, PairResult result, StorageTable table) {
    String key = SEPARATOR + result.user() + SEPARATOR + result.contact();
    NewRow row = table.row(partition(requestId), key);
    return StoredWhy.write(row, "reason", result.why())
        .text("user", result.user().value())
        .text("contact", result.contact().value())
        .text("outcome", StoredCodes.OUTCOME.of(result.outcome()))
        .instant("at", result.at());
  }

  static PairResult readResult(StoredRow row) {
    Outcome outcome = StoredCodes.OUTCOME.stored(row.text("outcome"));
    return new PairResult(
        new PairId(new UserId(row.text("user")), new ContactId(row.text("contact"))),
        outcome,
        StoredWhy.ofAttempt(row, Optional.of(outcome)),
        row.required("at"));
  }
}
