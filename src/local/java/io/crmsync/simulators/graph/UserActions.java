package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A user's actions, told in JSON: {@code {"action": "editContact", "contactId": "…", "properties":
 * {…}}}.
 *
 * <pre>
 * addContact      properties, folder (else contacts)      gives its id
 * copyContact     contactId, folder (else contacts)       gives the copy's id
 * createFolder    displayName, parent (else the root)     gives its id
 * editContact     contactId, properties
 * deleteContact, purgeContact, restoreContact             contactId
 * moveContact     contactId, folder
 * renameFolder    folder, displayName
 * moveFolder      folder, parent (may be root)
 * deleteFolder    folder
 * emptyBin
 * renameMailbox   userPrincipalName
 * addAlias        name
 * makeAnew
 * setCondition    condition, of MailboxCondition
 * </pre>
 */
final class UserActions {
  private final MailboxUser user;
  private final ObjectNode order;

  private UserActions(MailboxUser user, ObjectNode order) {
    this.user = user;
    this.order = order;
  }

  /** Carries out an action; gives the id of what was created, or an empty text. */
  static String perform(MailboxUser user, ObjectNode order) {
    return new UserActions(user, order).perform(order.path("action").asText());
  }

  private String perform(String action) {
    return switch (action) {
      case "addContact" -> user.addContact(folderOr("contacts"), properties());
      case "copyContact" -> user.copyContact(text("contactId"), folderOr("contacts"));
      case "createFolder" -> createFolder();
      default -> {
        performSilently(action);
        yield "";
      }
    };
  }

  private void performSilently(String action) {
    switch (action) {
      case "editContact" -> user.editContact(text("contactId"), properties());
      case "deleteContact" -> user.deleteContact(text("contactId"));
      case "purgeContact" -> user.purgeContact(text("contactId"));
      case "restoreContact" -> user.restoreContact(text("contactId"));
      case "moveContact" -> user.moveContact(text("contactId"), text("folder"));
      case "renameFolder" -> user.renameFolder(text("folder"), text("displayName"));
      case "deleteFolder" -> user.deleteFolder(text("folder"));
      case "moveFolder" -> user.moveFolder(text("folder"), text("parent"));
      case "emptyBin" -> user.emptyBin();
      case "renameMailbox" -> user.renameMailbox(text("userPrincipalName"));
      case "addAlias" -> user.addAlias(text("name"));
      case "makeAnew" -> user.makeAnew();
      case "setCondition" -> user.condition(MailboxCondition.valueOf(text("condition")));
      default -> throw new IllegalArgumentException("no action '" + action + "'");
    }
  }

  private String createFolder() {
    return order.has("parent")
        ? user.createFolder(text("displayName"), text("parent"))
        : user.createFolder(text("displayName"));
  }

  private String folderOr(String usual) {
    return order.has("folder") ? text("folder") : usual;
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    order.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    return properties;
  }

  private String text(String name) {
    String text = order.path(name).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return text;
  }
}
