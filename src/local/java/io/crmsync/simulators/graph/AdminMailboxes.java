package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/** The part of the admin interface under {@code /_sim/mailboxes}. */
final class AdminMailboxes {
  private final Simulation simulation;

  AdminMailboxes(Simulation simulation) {
    this.simulation = simulation;
  }

  Reply answer(Call call, List<String> rest) {
    String order = call.method() + " " + rest.size();
    return switch (order) {
      case "GET 0" -> list();
      case "POST 0" -> add(call.json());
      case "GET 1" -> show(rest.get(0));
      case "POST 2" -> perform(rest.get(0), rest.get(1), call.json());
      default -> Reply.json(404, Json.object().put("error", "no such order"));
    };
  }

  private Reply list() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("mailboxes");
    simulation.mailboxes().all().stream()
        .sorted(Comparator.comparing(Mailbox::userPrincipalName))
        .forEach(mailbox -> list.add(line(mailbox)));
    return Reply.json(200, json);
  }

  private ObjectNode line(Mailbox mailbox) {
    MailboxUser user = new MailboxUser(simulation, mailbox);
    return Json.object()
        .put("userPrincipalName", mailbox.userPrincipalName())
        .put("objectId", mailbox.objectId())
        .put("condition", mailbox.condition().name())
        .put("contacts", user.contacts().size())
        .put("binned", user.bin().size());
  }

  private Reply add(ObjectNode json) {
    String name = json.path("userPrincipalName").asText("");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("'userPrincipalName' is missing");
    }
    Mailbox mailbox =
        json.has("objectId")
            ? simulation.mailboxes().added(name, json.path("objectId").asText())
            : simulation.mailboxes().findOrAdd(name);
    return Reply.json(201, line(mailbox));
  }

  private Reply show(String user) {
    return simulation
        .mailboxes()
        .find(user)
        .map(mailbox -> Reply.json(200, MailboxJson.render(mailbox)))
        .orElseGet(() -> Reply.json(404, Json.object().put("error", "no mailbox")));
  }

  private Reply perform(String user, String what, ObjectNode order) {
    if (!what.equals("actions")) {
      throw new IllegalArgumentException("only actions can be posted");
    }
    Mailbox mailbox = simulation.mailboxes().findOrAdd(user);
    String id = UserActions.perform(new MailboxUser(simulation, mailbox), order);
    return Reply.json(200, id.isEmpty() ? Json.object() : Json.object().put("id", id));
  }
}
