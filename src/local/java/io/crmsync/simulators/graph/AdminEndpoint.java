package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The interface under {@code /_sim}, through which another process drives the simulator; bodies are
 * JSON.
 *
 * <pre>
 * GET    counts                    requests by kind, mailbox and status
 * POST   counts/reset
 * GET    requests                  the latest requests with their bodies
 * GET    faults                    how often each struck
 * POST   faults                    {method, path, mailbox, kinds, skip, times, moment, status, code, body, retryAfter,
 *                                  delayMillis}: the fields of FaultRule and FaultEffect
 * POST   faults/release            lets held requests go
 * DELETE faults
 * GET    behaviour
 * POST   behaviour                 {quirks, latencyMillis, filterLagMillis, concurrentRequests, requestsPerTenMinutes}
 * POST   reset                     removes mailboxes, faults and counts
 * GET    mailboxes                 all, with numbers of contacts
 * POST   mailboxes                 {userPrincipalName, objectId}
 * GET    mailboxes/{user}          all folders and contacts, bin and marks included
 * POST   mailboxes/{user}/actions  {action, …}: see UserActions
 * </pre>
 */
final class AdminEndpoint {
  private final Simulation simulation;
  private final AdminMailboxes mailboxes;

  AdminEndpoint(Simulation simulation) {
    this.simulation = simulation;
    this.mailboxes = new AdminMailboxes(simulation);
  }

  /** Answers; what makes no sense is 400 with a message, what is not there 404. */
  Reply answer(Call call) {
    List<String> rest = call.path().subList(1, call.path().size());
    try {
      return !rest.isEmpty() && rest.get(0).equals("mailboxes")
          ? mailboxes.answer(call, rest.subList(1, rest.size()))
          : answer(call, call.method() + " " + String.join("/", rest));
    } catch (GraphError | IllegalArgumentException e) {
      return Reply.json(400, Json.object().put("error", e.getMessage()));
    }
  }

  private Reply answer(Call call, String order) {
    return switch (order) {
      case "GET counts" -> Reply.json(200, Json.object(simulation.counts()));
      case "POST counts/reset" -> done(simulation::resetCounts);
      case "GET requests" -> requests();
      case "GET faults" -> faults();
      case "POST faults" -> addFault(call);
      case "DELETE faults" -> done(simulation.faults()::clear);
      case "POST faults/release" -> done(() -> simulation.faults().all().forEach(Fault::release));
      case "GET behaviour" -> Reply.json(200, BehaviourJson.show(simulation.behaviour()));
      case "POST behaviour" -> behave(call);
      case "POST reset" -> done(this::reset);
      default -> Reply.json(404, Json.object().put("error", "nothing under " + order));
    };
  }

  private static Reply done(Runnable order) {
    order.run();
    return Reply.empty(204);
  }

  private void reset() {
    simulation.faults().clear();
    simulation.mailboxes().clear();
    simulation.resetCounts();
  }

  private Reply requests() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("requests");
    simulation.journal().latest().forEach(request -> list.add(Json.object(request)));
    return Reply.json(200, json);
  }

  private Reply faults() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("faults");
    List<Fault> faults = simulation.faults().all();
    for (int i = 0; i < faults.size(); i++) {
      list.add(FaultJson.show(i, faults.get(i)));
    }
    return Reply.json(200, json);
  }

  private Reply addFault(Call call) {
    simulation.faults().add(FaultJson.rule(call.json()));
    return Reply.empty(204);
  }

  private Reply behave(Call call) {
    simulation.behave(BehaviourJson.updated(simulation.behaviour(), call.json()));
    return Reply.json(200, BehaviourJson.show(simulation.behaviour()));
  }
}
