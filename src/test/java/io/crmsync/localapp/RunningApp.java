package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.localapp.waiting.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;

/** The whole app, running here, for tests that look at it from outside. */
public final class RunningApp implements AutoCloseable {
  /** An admin who is no user of the sample's contacts. */
  public static final String ADMIN = "ines.silva@example.org:Sync.Admin";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Landscape landscape;

  private RunningApp(Landscape landscape) {
    this.landscape = landscape;
  }

  /**
   * Starts everything; no run has begun.
   *
   * @param options as {@code mvn -Plocal} takes them
   */
  public static RunningApp start(Properties options) {
    return new RunningApp(Landscape.start(RunOptions.of(options)));
  }

  /** Where the page and the API answer, without a slash at the end. */
  public URI address() {
    return landscape.functions().address();
  }

  /** Starts a run; returns when it does not go on any more. */
  public void run() {
    String id = call(ADMIN, "POST", "/api/runs", "").path("runId").asText();
    String path = "/api/runs/" + id;
    Eventually.until(() -> !call(ADMIN, "GET", path, "").path("status").asText().equals("running"));
  }

  /** Asks for these contacts, each in quotes; returns when each has an outcome. */
  public void sync(String who, String contactIds) {
    await(who, call(who, "POST", "/api/users/me/sync", "{\"contactIds\":[" + contactIds + "]}"));
  }

  /** Puts a contact on somebody's list; returns when it is in the mailbox. */
  public void rightClick(String who, String contactId) {
    await(who, call(who, "POST", "/api/sync-to-outlook", "{\"contactId\":\"" + contactId + "\"}"));
  }

  private void await(String who, JsonNode request) {
    String path = "/api/sync-requests/" + request.path("requestId").asText();
    Eventually.until(() -> call(who, "GET", path, "").has("completedAt"));
  }

  /** What the API answers to {@code who}, a name and maybe roles. */
  public JsonNode call(String who, String method, String path, String body) {
    return send(
        request(address().resolve(path), method, body).header("Authorization", bearer(who)));
  }

  /** Gives an order to the simulated CRM, such as DELETE of contacts/c-001. */
  public void crm(String method, String path, String body) {
    send(request(landscape.crm().resolve("/_sim/" + path), method, body));
  }

  /** Gives an order to the simulated Graph, or asks it something. */
  public JsonNode graph(String method, String path, String body) {
    return send(request(landscape.graph().resolve("/_sim/" + path), method, body));
  }

  /** Changes a text of a copy, as its user does; the copy is the one with this surname. */
  public void editInOutlook(String mailbox, String surname, String property, String value) {
    String address = "mailboxes/" + mailbox;
    for (JsonNode folder : graph("GET", address, "").path("folders")) {
      for (JsonNode contact : folder.path("contacts")) {
        if (contact.path("surname").asText().equals(surname)) {
          ObjectNode order = Http.JSON.createObjectNode().put("action", "editContact");
          order.put("contactId", contact.path("id").asText());
          order.putObject("properties").put(property, value);
          graph("POST", address + "/actions", order.toString());
        }
      }
    }
  }

  /** The Authorization header that stands for someone signed in. */
  public static String bearer(String who) {
    return "Bearer local:" + who;
  }

  @Override
  public void close() {
    landscape.close();
  }

  private static HttpRequest.Builder request(URI address, String method, String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            answer.uri() + ": " + answer.statusCode() + " " + answer.body());
      }
      return Http.JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
