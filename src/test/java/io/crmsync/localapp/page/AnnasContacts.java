package io.crmsync.localapp.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.localapp.RunningApp;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the contacts of one user into as many states as there are. */
final class AnnasContacts {
  private static final int SYNCHRONISED = 20;
  private static final String MAILBOX = "mailboxes/" + PageWorld.ANNA;

  private AnnasContacts() {}

  static void inManyStates(RunningApp app) {
    List<String> ids = coveredByHer();
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

  /**
   * From the records, not from the page: its listing of the mailbox is kept for ten minutes, and
   * would not show what is deleted afterwards.
   */
  private static List<String> coveredByHer() {
    Pattern hers = Pattern.compile("\"coverageTeam\":\\[[^\\]]*\"u-01\"");
    return PageWorld.records().stream()
        .filter(record -> hers.matcher(record).find())
        .filter(record -> record.startsWith("{\"id\":\"c-0"))
        .map(PageWorld::id)
        .toList();
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
