package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.mailbox.FindMailboxes.KnownMailbox;

/** Mailboxes in the words of the HTTP API: by user id, never by address (R20). */
final class MailboxReplies {
  private MailboxReplies() {}

  static Answer page(Granted<Page<KnownMailbox>> granted) {
    return PageReplies.page(granted, MailboxReplies::json);
  }

  private static JsonNode json(KnownMailbox mailbox) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("userId", mailbox.state().user().value())
        .put("state", mailbox.state().parked().isPresent() ? "parked" : "ok");
    mailbox
        .state()
        .parked()
        .ifPresent(
            parked -> {
              json.put("reason", parked.why().reason().code())
                  .put("since", parked.since().toString());
              if (!parked.why().detail().isEmpty()) {
                json.put("code", parked.why().detail());
              }
              if (!parked.endsInCrm()) {
                json.put("nextTry", parked.nextTry().toString());
              }
            });
    return json.put("pairs", mailbox.pairs());
  }
}
