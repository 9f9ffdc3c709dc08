package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A whole mailbox as JSON, bin and extended properties included: for looking at it, and for keeping
 * it.
 */
final class MailboxJson {
  private MailboxJson() {}

  /** Renders a mailbox; takes its lock. */
  static ObjectNode render(Mailbox mailbox) {
    synchronized (mailbox) {
      ObjectNode json =
          Json.object()
              .put("userPrincipalName", mailbox.userPrincipalName())
              .put("objectId", mailbox.objectId())
              .put("generation", mailbox.generation())
              .put("condition", mailbox.condition().name())
              .put("serial", mailbox.serial());
      ArrayNode aliases = json.putArray("aliases");
      mailbox.aliases().stream().sorted().forEach(aliases::add);
      ArrayNode folders = json.putArray("folders");
      mailbox.folders().forEach(folder -> folders.add(folder(mailbox, folder)));
      return json;
    }
  }

  private static ObjectNode folder(Mailbox mailbox, Folder folder) {
    ObjectNode json =
        FolderJson.complete(folder)
            .put("wellKnownName", folder.wellKnownName())
            .put("binned", mailbox.isBinned(folder));
    ArrayNode contacts = json.putArray("contacts");
    folder.contacts().forEach(contact -> contacts.add(contact(contact)));
    return json;
  }

  private static ObjectNode contact(StoredContact contact) {
    return ContactJson.complete()
        .render(contact)
        .put("mutableId", contact.mutableId())
        .put("deletedFrom", contact.deletedFrom());
  }

  /** The mailbox that {@link #render} gave. */
  static Mailbox read(ObjectNode json) {
    Mailbox mailbox =
        new Mailbox(
            json.path("userPrincipalName").asText(),
            json.path("objectId").asText(),
            json.path("generation").asInt());
    json.path("aliases").forEach(alias -> mailbox.aliases().add(alias.asText()));
    synchronized (mailbox) {
      json.path("folders").forEach(folder -> readFolder(mailbox, folder));
      mailbox.condition(MailboxCondition.valueOf(json.path("condition").asText()));
      mailbox.restoredTo(json.path("serial").asLong());
    }
    return mailbox;
  }

  private static void readFolder(Mailbox mailbox, JsonNode json) {
    Folder folder = mailbox.folder(json.path("id").asText()).orElseGet(() -> added(mailbox, json));
    folder.renamed(json.path("displayName").asText());
    json.path("contacts").forEach(contact -> readContact(mailbox, folder, contact));
  }

  private static Folder added(Mailbox mailbox, JsonNode json) {
    Folder folder =
        new Folder(json.path("id").asText(), "", "", json.path("parentFolderId").asText());
    mailbox.put(folder);
    return folder;
  }

  private static void readContact(Mailbox mailbox, Folder folder, JsonNode json) {
    String mutableId = json.path("mutableId").asText();
    StoredContact contact =
        new StoredContact(
            json.path("id").asText(), mutableId, folder, time(json, "createdDateTime"));
    contact.movedTo(folder, mutableId, json.path("deletedFrom").asText());
    contact.touched(time(json, "lastModifiedDateTime"), json.path("changeKey").asText());
    for (ContactProperty property : ContactProperty.values()) {
      JsonNode value = json.path(property.jsonName());
      if (value.isTextual() || !value.isEmpty()) {
        contact.set(property, value);
      }
    }
    json.path("singleValueExtendedProperties")
        .forEach(
            entry ->
                contact
                    .extended()
                    .put(
                        new ExtendedPropertyId(entry.path("id").asText()),
                        entry.path("value").asText()));
    mailbox.put(contact);
  }

  private static Instant time(JsonNode json, String name) {
    return Instant.parse(json.path(name).asText());
  }
}
