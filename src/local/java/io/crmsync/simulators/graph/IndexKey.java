package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The texts under which a folder finds contacts: e-mail addresses and extended values, both
 * ignoring case.
 */
final class IndexKey {
  private IndexKey() {}

  static String email(String address) {
    return "email " + address.toLowerCase(Locale.ROOT);
  }

  static String extended(ExtendedPropertyId id, String value) {
    return "extended " + id.text() + " = " + value.toLowerCase(Locale.ROOT);
  }

  static Set<String> all(StoredContact contact) {
    Set<String> keys = new HashSet<>();
    JsonNode emails =
        contact.value(ContactProperty.EMAIL_ADDRESSES).orElse(MissingNode.getInstance());
    emails.forEach(entry -> keys.add(email(entry.path("address").asText())));
    contact.extended().forEach((id, value) -> keys.add(extended(id, value)));
    return keys;
  }
}
