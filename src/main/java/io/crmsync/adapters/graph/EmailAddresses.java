package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.EmailAddress;
import io.crmsync.domain.contact.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** E-mail addresses with the names they bear. An entry without an address holds nothing. */
final class EmailAddresses {
  private EmailAddresses() {}

  static List<String> read(Contact contact) {
    return entries(contact).stream().map(EmailAddress::getAddress).toList();
  }

  /** By address; of two entries with one address, the first. */
  static Map<String, String> names(Contact contact) {
    Map<String, String> names = new HashMap<>();
    for (EmailAddress entry : entries(contact)) {
      Optional.ofNullable(entry.getName())
          .ifPresent(name -> names.putIfAbsent(entry.getAddress(), name));
    }
    return names;
  }

  /** An address without a name gets one from the server. */
  static void write(List<String> addresses, Map<String, String> names, Contact contact) {
    List<EmailAddress> entries = new ArrayList<>();
    for (String address : addresses) {
      EmailAddress entry = new EmailAddress();
      entry.setAddress(address);
      Optional.ofNullable(names.get(address)).ifPresent(entry::setName);
      entries.add(entry);
    }
    contact.setEmailAddresses(entries);
  }

  private static List<EmailAddress> entries(Contact contact) {
    return Optional.ofNullable(contact.getEmailAddresses()).orElse(List.of()).stream()
        .filter(Objects::nonNull)
        .filter(entry -> !Text.blank(Optional.ofNullable(entry.getAddress()).orElse("")))
        .toList();
  }
}
