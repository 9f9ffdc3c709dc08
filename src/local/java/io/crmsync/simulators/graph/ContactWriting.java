package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Carries out changes of a contact's content, as the service does. */
final class ContactWriting {
  private final GraphBehaviour behaviour;
  private final Instant now;

  ContactWriting(GraphBehaviour behaviour, Instant now) {
    this.behaviour = behaviour;
    this.now = now;
  }

  StoredContact create(Mailbox mailbox, Folder folder, ContactChange change) {
    StoredContact contact = mailbox.newContact(folder, now);
    write(contact, change);
    mailbox.put(contact);
    mailbox.touched(contact, now);
    return contact;
  }

  void update(Mailbox mailbox, StoredContact contact, ContactChange change) {
    if (!change.isEmpty()) {
      write(contact, change);
      mailbox.touched(contact, now);
    }
  }

  /** A copy in a folder, extended properties and all. */
  StoredContact copy(Mailbox mailbox, StoredContact original, Folder folder) {
    StoredContact copy = mailbox.newContact(folder, now);
    for (ContactProperty property : ContactProperty.values()) {
      original.value(property).ifPresent(value -> copy.set(property, value));
    }
    copy.extended().putAll(original.extended());
    mailbox.put(copy);
    mailbox.touched(copy, now);
    return copy;
  }

  private void write(StoredContact contact, ContactChange change) {
    change.extended().forEach((id, value) -> writeExtended(contact, id, value));
    change
        .values()
        .forEach((property, value) -> contact.set(property, stored(contact, property, value)));
    GeneratedNames.complete(contact, change.values().keySet());
  }

  private void writeExtended(StoredContact contact, ExtendedPropertyId id, String value) {
    if (!value.isEmpty()) {
      contact.extended().put(id, value);
    } else if (behaviour.has(Quirk.EMPTY_EXTENDED_VALUE_REFUSED)) {
      throw ExtendedPropertyId.invalid();
    } else if (behaviour.has(Quirk.EMPTY_EXTENDED_VALUE_REMOVES)) {
      contact.extended().remove(id);
    } else {
      contact.extended().put(id, value);
    }
  }

  private JsonNode stored(StoredContact contact, ContactProperty property, JsonNode value) {
    if (property == ContactProperty.EMAIL_ADDRESSES
        && behaviour.has(Quirk.EMAIL_ADDRESSES_REWRITTEN)) {
      return RewrittenEmails.of(value);
    }
    boolean address = property.type() == ContactProperty.Type.ADDRESS && value.isObject();
    return address ? address(contact, property, (ObjectNode) value) : value;
  }

  private JsonNode address(StoredContact contact, ContactProperty property, ObjectNode parts) {
    ObjectNode address = Json.object();
    if (behaviour.has(Quirk.ADDRESS_PATCH_MERGES)) {
      contact.value(property).ifPresent(old -> address.setAll((ObjectNode) old));
    }
    address.setAll(parts);
    address.properties().removeIf(part -> part.getValue().isNull());
    return address.isEmpty() ? NullNode.instance : address;
  }
}
