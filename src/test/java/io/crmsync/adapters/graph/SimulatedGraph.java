package io.crmsync.adapters.graph;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.simulators.graph.FaultRule;
import io.crmsync.simulators.graph.GraphSimulator;
import io.crmsync.simulators.graph.GraphSimulatorOptions;
import io.crmsync.simulators.graph.MailboxUser;
import io.crmsync.simulators.graph.Quirk;
import io.crmsync.sync.port.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A simulator with one mailbox, and the adapter on it. */
final class SimulatedGraph implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String USER = "ann@example.org";

  final GraphSimulator simulator = GraphSimulator.start(GraphSimulatorOptions.defaults());
  final GraphRequests requests = new GraphRequests();
  final GraphMailboxes mailboxes = adapter(Duration.ofSeconds(30));

  SimulatedGraph(Quirk... quirks) {
    simulator.behave(simulator.behaviour().with(quirks));
  }

  GraphMailboxes adapter(Duration callTimeout) {
    return new GraphMailboxes(
        new GraphAddress(URI.create(simulator.baseUrl())),
        () -> {
          throw new IllegalStateException("no token is wanted on this machine");
        },
        InstantSource.fixed(NOW),
        requests,
        callTimeout);
  }

  Mailbox mailbox() {
    return mailboxes.at(new MailboxAddress(USER));
  }

  MailboxUser user() {
    return simulator.mailbox(USER);
  }

  void strike(FaultRule fault) {
    simulator.faults().add(fault);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
