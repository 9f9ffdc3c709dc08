package io.crmsync.simulators.crm;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** The feed itself, as its OpenAPI document has it. */
final class FeedHandler implements HttpHandler {
  private final Feed feed;
  private final CrmSimulatorOptions options;
  private final Faults faults;
  private final RequestCounts counts;
  private final Wire wire;

  FeedHandler(
      Feed feed, CrmSimulatorOptions options, Faults faults, RequestCounts counts, Wire wire) {
    this.feed = feed;
    this.options = options;
    this.faults = faults;
    this.counts = counts;
    this.wire = wire;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    wire.send(exchange, reply(exchange));
  }

  private Reply reply(HttpExchange exchange) {
    Optional<Operation> operation = operation(exchange.getRequestURI().getPath());
    if (operation.isEmpty()) {
      return Reply.empty(404);
    }
    return exchange.getRequestMethod().equals("GET")
        ? reply(operation.get(), exchange)
        : Reply.empty(405);
  }

  private static Optional<Operation> operation(String path) {
    return switch (path) {
      case "/contacts" -> Optional.of(Operation.LIST_CONTACTS);
      case "/users" -> Optional.of(Operation.LIST_USERS);
      case "/groups" -> Optional.of(Operation.LIST_GROUPS);
      default ->
          path.matches("/contacts/[^/]+") ? Optional.of(Operation.GET_CONTACT) : Optional.empty();
    };
  }

  private Reply reply(Operation operation, HttpExchange exchange) {
    if (!isAdmitted(exchange.getRequestHeaders())) {
      counts.refused(operation);
      return Reply.empty(401);
    }
    if (operation == Operation.GET_CONTACT && feed.contacts().isHidden(lastPart(exchange))) {
      counts.refused(operation);
      return Reply.empty(403);
    }
    try {
      return truth(operation, exchange).map(this::spoiltOrNot).orElseGet(() -> notFound(operation));
    } catch (IllegalArgumentException e) {
      counts.notFound(operation);
      return Reply.json(400, Json.newObject().put("detail", e.getMessage()).toString());
    }
  }

  private boolean isAdmitted(Headers headers) {
    return options
        .access()
        .admits(
            Optional.ofNullable(headers.getFirst("x-api-key")),
            Optional.ofNullable(headers.getFirst("Authorization")));
  }

  private Optional<FeedAnswer> truth(Operation operation, HttpExchange exchange) {
    return switch (operation) {
      case LIST_CONTACTS -> Optional.of(page(operation, feed.contacts(), exchange));
      case LIST_USERS -> Optional.of(page(operation, feed.users(), exchange));
      case LIST_GROUPS -> Optional.of(page(operation, feed.groups(), exchange));
      case GET_CONTACT -> feed.contacts().find(lastPart(exchange)).map(FeedAnswer::ofOne);
    };
  }

  private FeedAnswer page(Operation operation, FeedRecords records, HttpExchange exchange) {
    PageRequest request =
        PageRequest.of(Query.of(exchange.getRequestURI())).atMost(options.longestPage());
    return new FeedAnswer(
        operation, request.after(), records.page(request, options.endsWithEmptyPage()));
  }

  private static String lastPart(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().substring("/contacts/".length());
  }

  private Reply spoiltOrNot(FeedAnswer answer) {
    Optional<Fault> fault = faults.take(answer);
    counts.served(answer, fault.isPresent());
    return fault
        .map(taken -> taken.deliver(Reply.json(200, taken.body(answer))))
        .orElseGet(() -> Reply.json(200, answer.json()));
  }

  private Reply notFound(Operation operation) {
    counts.notFound(operation);
    return Reply.empty(404);
  }
}
