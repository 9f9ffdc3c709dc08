package io.crmsync.simulators.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The endpoints under /_sim that edit the records, arm faults and read the counts. They need no
 * credentials.
 */
final class AdminHandler implements HttpHandler {
  private final Feed feed;
  private final Faults faults;
  private final RequestCounts counts;
  private final Wire wire;

  AdminHandler(Feed feed, Faults faults, RequestCounts counts, Wire wire) {
    this.feed = feed;
    this.faults = faults;
    this.counts = counts;
    this.wire = wire;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath().substring("/_sim/".length());
    wire.send(exchange, reply(exchange.getRequestMethod(), List.of(path.split("/", -1)), body));
  }

  private Reply reply(String method, List<String> path, String body) {
    try {
      return path.size() == 1
          ? whole(method + " " + path.get(0), body)
          : record(method, path, body);
    } catch (NoSuchElementException e) {
      return Reply.json(404, Json.newObject().put("detail", e.getMessage()).toString());
    } catch (IllegalArgumentException e) {
      return Reply.json(400, Json.newObject().put("detail", e.getMessage()).toString());
    }
  }

  private Reply whole(String what, String body) {
    return switch (what) {
      case "POST edit-share" -> editShare(Json.object(body));
      case "POST faults" -> arm(FaultOrder.of(Json.object(body)));
      case "DELETE faults" -> done(faults::clear);
      case "GET counts" -> Reply.json(200, Json.tree(counts.byOperationId()).toString());
      case "DELETE counts" -> done(counts::reset);
      default -> throw new NoSuchElementException("no endpoint " + what);
    };
  }

  private Reply record(String method, List<String> path, String body) {
    FeedRecords records = feed.named(path.get(0)).orElseThrow();
    String id = Json.checkedId(path.get(1));
    String action = String.join("/", path.subList(2, path.size()));
    return switch (method + action) {
      case "GET" -> Reply.json(200, records.find(id).orElseThrow());
      case "PUT" -> done(() -> records.put(withId(body, id)));
      case "PATCH" -> done(() -> records.patch(id, body));
      case "DELETE" -> done(() -> records.delete(id));
      case "POSTundelete" -> done(() -> records.undelete(id));
      case "POSTunlist" -> done(() -> records.unlist(id));
      case "POSThide" -> done(() -> records.hide(id));
      case "POSTshow" -> done(() -> records.show(id));
      default -> Reply.empty(405);
    };
  }

  private static String withId(String json, String id) {
    return Json.object(json).put("id", id).toString();
  }

  private Reply editShare(ObjectNode order) {
    EditShare edit =
        new EditShare(
            order.path("field").asText(),
            order.path("percent").asDouble(-1),
            order.path("seed").asLong());
    List<String> ids = edit.applyTo(feed.contacts());
    ObjectNode answer = Json.newObject().put("changed", ids.size());
    return Reply.json(200, answer.set("ids", Json.tree(ids)).toString());
  }

  private Reply arm(FaultOrder order) {
    return done(() -> faults.next(order.operation(), order.times(), order.fault()));
  }

  private static Reply done(Runnable edit) {
    edit.run();
    return Reply.empty(204);
  }
}
