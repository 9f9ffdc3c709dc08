package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What v1.0 has no property for. Each is set by itself: others of the contact stay. */
enum ExtendedProperty {
  /** PidTagBusinessFaxNumber: Outlook's own. */
  FAX("String 0x3A24"),
  /**
   * The mark: holds the CRM id. One name for good, in a set of our own: a mailbox takes only so
   * many names, and what is marked by another is not ours.
   */
  MARK("String {46d07f44-fb2c-4aa4-b67c-6f8720bb1cd5} Name CrmContactId");

  private final String id;

  ExtendedProperty(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** A condition on this property's id, for filters and for what to expand. */
  String idFilter() {
    return "id eq '" + id + "'";
  }

  /** The server gives ids back in a case of its own. A blank is none: see {@link FaxClearing}. */
  @Nullable String read(Contact contact) {
    return all(contact).stream()
        .filter(property -> id.equalsIgnoreCase(property.getId()))
        .findFirst()
        .map(SingleValueLegacyExtendedProperty::getValue)
        .filter(value -> !value.isBlank())
        .orElse(null);
  }

  /** Null clears: there is no way to remove such a property, so it is emptied. */
  void write(Contact contact, @Nullable String value) {
    SingleValueLegacyExtendedProperty property = new SingleValueLegacyExtendedProperty();
    property.setId(id);
    property.setValue(value == null ? "" : value);
    List<SingleValueLegacyExtendedProperty> properties = new ArrayList<>(all(contact));
    properties.add(property);
    contact.setSingleValueExtendedProperties(properties);
  }

  private static List<SingleValueLegacyExtendedProperty> all(Contact contact) {
    return Optional.ofNullable(contact.getSingleValueExtendedProperties()).orElse(List.of());
  }
}
