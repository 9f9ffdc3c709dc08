package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** {@link Quirk#EMAIL_ADDRESSES_REWRITTEN}. */
final class RewrittenEmails {
  private static final String COLLEAGUES = "@colleagues.example";

  private RewrittenEmails() {}

  static ArrayNode of(JsonNode sent) {
    ArrayNode stored = Json.array();
    sent.forEach(entry -> stored.add(entry((ObjectNode) entry)));
    return stored;
  }

  private static ObjectNode entry(ObjectNode sent) {
    String address = sent.path("address").asText("");
    String folded = address.toLowerCase(Locale.ROOT);
    if (isLost(address)) {
      return sent.deepCopy().put("address", "");
    }
    if (!folded.endsWith(COLLEAGUES)) {
      return sent;
    }
    String who = folded.substring(0, folded.length() - COLLEAGUES.length());
    return Json.object()
        .put("name", "Directory " + who)
        .put("address", "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=" + who);
  }

  private static boolean isLost(String address) {
    int at = Math.max(address.lastIndexOf('@'), 0);
    return address.endsWith(",") || address.chars().limit(at).anyMatch(each -> each > 0x7F);
  }
}
