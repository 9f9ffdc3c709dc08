package io.crmsync.simulators.graph;

import java.util.Map;

/**
 * Carries out Graph requests: find the mailbox, admit or throttle, wait, strike with a fault, and
 * answer under the mailbox's lock; no lock is held while a request waits.
 */
final class GraphEndpoint {
  private final Simulation simulation;
  private final String origin;

  GraphEndpoint(Simulation simulation, String origin) {
    this.simulation = simulation;
    this.origin = origin;
  }

  Reply answer(Call call) {
    Route route = Route.of(call.path());
    RequestKind kind = route.kind(call);
    try {
      Reply reply = withHeaders(answerOrRefuse(call, route, kind), call);
      record(call, route, kind, reply.status());
      return reply;
    } catch (ConnectionDropped e) {
      record(call, route, kind, 0);
      throw e;
    }
  }

  private Reply answerOrRefuse(Call call, Route route, RequestKind kind) {
    try {
      return admitted(call, route, kind);
    } catch (GraphError e) {
      return ErrorJson.reply(e, call, simulation.now());
    }
  }

  private Reply admitted(Call call, Route route, RequestKind kind) {
    GraphBehaviour behaviour = simulation.behaviour();
    requireToken(call, behaviour);
    Mailbox mailbox = mailbox(route, behaviour);
    simulation.throttle().enter(mailbox, behaviour, simulation.now());
    try {
      Pause.around(behaviour.latency());
      Work work = new Work(call, route, mailbox, behaviour, simulation.now(), origin);
      return simulation.faults().around(work, kind, () -> execute(work, kind));
    } finally {
      simulation.throttle().leave(mailbox);
    }
  }

  private static void requireToken(Call call, GraphBehaviour behaviour) {
    boolean token =
        call.header("Authorization").filter(text -> text.startsWith("Bearer ")).isPresent();
    if (behaviour.has(Quirk.TOKEN_REQUIRED) && !token) {
      throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty.");
    }
  }

  private Mailbox mailbox(Route route, GraphBehaviour behaviour) {
    if (route.user().isEmpty()) {
      throw GraphError.invalidRequest("BadRequest", "Resource not found for the segment.");
    }
    return behaviour.has(Quirk.UNKNOWN_USERS_REFUSED)
        ? simulation.mailboxes().find(route.user()).orElseThrow(() -> unknown(route.user()))
        : simulation.mailboxes().findOrAdd(route.user());
  }

  private static GraphError unknown(String user) {
    return new GraphError(
        404, "ErrorInvalidUser", "The requested user '%s' is invalid.".formatted(user));
  }

  private static Reply execute(Work work, RequestKind kind) {
    synchronized (work.mailbox()) {
      try {
        return healthy(work, kind);
      } catch (GraphError e) {
        return ErrorJson.reply(e, work.call(), work.now());
      }
    }
  }

  private static Reply healthy(Work work, RequestKind kind) {
    work.mailbox().condition().refusal(kind).ifPresent(GraphEndpoint::refuse);
    return switch (work.route().resource()) {
      case FOLDERS -> FolderRequests.topLevel(work);
      case CHILD_FOLDERS -> FolderRequests.children(work);
      case FOLDER -> FolderRequests.one(work);
      case CONTACTS -> ContactRequests.many(work);
      case CONTACT -> ContactRequests.one(work);
      case PERMANENT_DELETE -> ContactRequests.permanentDelete(work);
      case MAIL -> throw GraphError.accessDenied();
      case UNKNOWN ->
          throw GraphError.invalidRequest("BadRequest", "Resource not found for the segment.");
    };
  }

  private static void refuse(GraphError error) {
    throw error;
  }

  private static Reply withHeaders(Reply reply, Call call) {
    Reply marked = reply.with(Map.of("request-id", call.requestId()));
    return call.wantsImmutableIds()
        ? marked.with(Map.of("Preference-Applied", "IdType=\"ImmutableId\""))
        : marked;
  }

  private void record(Call call, Route route, RequestKind kind, int status) {
    String name =
        simulation
            .mailboxes()
            .find(route.user())
            .map(Mailbox::userPrincipalName)
            .orElse(route.user());
    simulation
        .journal()
        .record(
            new RecordedRequest(
                kind, call.method(), route.user(), call.address(), call.body(), status),
            name);
  }
}
