package io.crmsync.localapp.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.localapp.RunningApp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the contacts of one user into as many states as there are. */
final class AnnasContacts {
  private static final int SYNCHRONISED = 24;
  private static final String MAILBOX = "mailboxes/" + PageWorld.ANNA;

  private AnnasContacts() {}

  static void inManyStates(RunningApp app) {
    List<String> ids = newOnes(app);
    List<String> first = ids.subList(0, SYNCHRONISED);
    app.sync(PageWorld.ANNA, quoted(first));
    deleteInOutlook(app);
    holdBackChanges(app);
    app.crm("PATCH", "contacts/" + first.get(1), "{\"position\":\"Head of Purchasing\"}");
    app.crm(
        "PATCH",
        "contacts/" + first.get(3),
        "{\"mobilePhone\":\"+49 151 5550 0102\",\"position\":\"Managing Director\"}");
    app.crm("PATCH", "contacts/" + first.get(4), "{\"lastName\":\"Garcia Lopez\"}");
    app.crm("DELETE", "contacts/" + first.get(6), "");
    app.crm("DELETE", "contacts/" + first.get(8), "");
    app.run();
  }

  private static List<String> newOnes(RunningApp app) {
    JsonNode page =
        app.call(PageWorld.ANNA, "GET", "/api/users/me/contacts?state=new&limit=500", "");
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("contactId").asText()));
    return ids;
  }

  private static String quoted(List<String> ids) {
    return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
  }

  /** One of her copies, by her own hand. */
  private static void deleteInOutlook(RunningApp app) {
    for (JsonNode folder : app.graph("GET", MAILBOX, "").path("folders")) {
      JsonNode contact = folder.path("contacts").path(11);
      if (contact.has("id")) {
        app.graph(
            "POST",
            MAILBOX + "/actions",
            "{\"action\":\"deleteContact\",\"contactId\":\"" + contact.path("id").asText() + "\"}");
        return;
      }
    }
  }

  /** Graph takes no change of hers for ten minutes. */
  private static void holdBackChanges(RunningApp app) {
    app.graph(
        "POST",
        "faults",
        "{\"kinds\":[\"updateContact\"],\"mailbox\":\""
            + PageWorld.ANNA
            + "\",\"times\":-1,\"status\":429,\"code\":\"TooManyRequests\",\"retryAfter\":\"600\"}");
  }
}
