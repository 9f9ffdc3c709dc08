package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.OpenRequest;
import java.util.Optional;

/** Requests that may wait for messages, together in one partition: all that there are is read. */
final class OpenRequestRow {
  /** No request's partition: one that begins so is longer. */
  static final String PARTITION = "!open";

  private OpenRequestRow() {}

  static String key(OpenRequest open) {
    return RequestRow.partition(open.requestId()) + "!" + open.part();
  }

  static NewRow write(OpenRequest open, StorageTable table) {
    return table
        .row(PARTITION, key(open))
        .text("requestId", open.requestId())
        .number("part", open.part())
        .text("user", open.user().map(UserId::value))
        .ids("contacts", open.contacts())
        .instant("since", open.since());
  }

  static OpenRequest read(StoredRow row) {
    Optional<UserId> user = row.optional("user").map(UserId::new);
    return new OpenRequest(
        row.text("requestId"),
        row.number("part"),
        user,
        row.ids("contacts", ContactId::new),
        row.required("since"));
  }
}
