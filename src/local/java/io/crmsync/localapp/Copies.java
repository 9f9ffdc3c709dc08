package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The marked contacts in all mailboxes, as the Graph simulator holds them; those in Deleted Items
 * do not count.
 */
record Copies(List<Mailbox> mailboxes) {
  /** Written out a second time on purpose: what the product marks with must not change unseen. */
  private static final String MARK =
      "String {46d07f44-fb2c-4aa4-b67c-6f8720bb1cd5} Name CrmContactId";

  /**
   * One mailbox.
   *
   * @param name principal name in lower case
   * @param objectId in lower case
   * @param marks how often each CRM id is found as a mark
   */
  record Mailbox(String name, String objectId, Map<String, Integer> marks) {}

  static Copies read(URI graph) {
    List<Mailbox> mailboxes = new ArrayList<>();
    for (JsonNode line : Http.get(graph.resolve("/_sim/mailboxes")).path("mailboxes")) {
      String name = line.path("userPrincipalName").asText();
      mailboxes.add(
          new Mailbox(
              name.toLowerCase(Locale.ROOT),
              line.path("objectId").asText().toLowerCase(Locale.ROOT),
              marks(Http.get(mailbox(graph, name)))));
    }
    return new Copies(mailboxes);
  }

  /** Where the simulator shows a whole mailbox. */
  static URI mailbox(URI graph, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    String path = encoded.replace("%40", "@").replace("+", "%20");
    return graph.resolve("/_sim/mailboxes/" + path);
  }

  int total() {
    return mailboxes.stream()
        .flatMap(mailbox -> mailbox.marks().values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static Map<String, Integer> marks(JsonNode mailbox) {
    Map<String, Integer> marks = new TreeMap<>();
    for (JsonNode folder : mailbox.path("folders")) {
      if (!folder.path("binned").asBoolean()) {
        folder.path("contacts").forEach(contact -> count(contact, marks));
      }
    }
    return marks;
  }

  private static void count(JsonNode contact, Map<String, Integer> marks) {
    for (JsonNode property : contact.path("singleValueExtendedProperties")) {
      String mark = property.path("value").asText();
      if (MARK.equalsIgnoreCase(property.path("id").asText()) && !mark.isEmpty()) {
        marks.merge(mark, 1, Integer::sum);
      }
    }
  }
}
