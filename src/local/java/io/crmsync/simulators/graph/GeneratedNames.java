package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the server makes up by itself: display name, file-as, and the names beside e-mail
 * addresses.
 */
final class GeneratedNames {
  private static final Set<ContactProperty> NAME_PARTS =
      Set.of(
          ContactProperty.TITLE,
          ContactProperty.GIVEN_NAME,
          ContactProperty.MIDDLE_NAME,
          ContactProperty.SURNAME,
          ContactProperty.GENERATION);

  private GeneratedNames() {}

  /** Fills in what the change left to the server. */
  static void complete(StoredContact contact, Set<ContactProperty> written) {
    boolean nameTouched = written.stream().anyMatch(NAME_PARTS::contains);
    boolean nameless = contact.text(ContactProperty.DISPLAY_NAME).isEmpty();
    if ((nameTouched || nameless) && !written.contains(ContactProperty.DISPLAY_NAME)) {
      contact.set(ContactProperty.DISPLAY_NAME, orNull(displayName(contact)));
    }
    boolean unfiled = contact.text(ContactProperty.FILE_AS).isEmpty();
    if ((nameTouched || unfiled) && !written.contains(ContactProperty.FILE_AS)) {
      contact.set(ContactProperty.FILE_AS, orNull(fileAs(contact)));
    }
    if (written.contains(ContactProperty.EMAIL_ADDRESSES)) {
      contact
          .value(ContactProperty.EMAIL_ADDRESSES)
          .ifPresent(list -> contact.set(ContactProperty.EMAIL_ADDRESSES, named(contact, list)));
    }
  }

  private static String displayName(StoredContact contact) {
    return joined(
        " ",
        contact.text(ContactProperty.GIVEN_NAME),
        contact.text(ContactProperty.MIDDLE_NAME),
        contact.text(ContactProperty.SURNAME),
        contact.text(ContactProperty.GENERATION));
  }

  private static String fileAs(StoredContact contact) {
    String first =
        joined(
            " ",
            contact.text(ContactProperty.GIVEN_NAME),
            contact.text(ContactProperty.MIDDLE_NAME));
    String name = joined(", ", contact.text(ContactProperty.SURNAME), first);
    return name.isEmpty() ? contact.text(ContactProperty.DISPLAY_NAME) : name;
  }

  private static ArrayNode named(StoredContact contact, JsonNode emails) {
    ArrayNode list = Json.array();
    emails.forEach(entry -> list.add(named(contact, (ObjectNode) entry)));
    return list;
  }

  private static ObjectNode named(StoredContact contact, ObjectNode email) {
    String address = email.path("address").asText();
    String given = email.path("name").asText("");
    String name = joined(" ", contact.text(ContactProperty.DISPLAY_NAME), "(" + address + ")");
    return Json.object().put("name", given.isEmpty() ? name : given).put("address", address);
  }

  private static JsonNode orNull(String text) {
    return text.isEmpty() ? NullNode.instance : TextNode.valueOf(text);
  }

  private static String joined(String separator, String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(separator));
  }
}
