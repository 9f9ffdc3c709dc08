package io.crmsync.simulators.graph;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** A simulator of its own for each test, with a clock that stands still until it is moved. */
abstract class SimulatorTest {
  static final String ANNA = "/users/anna@example.org";
  static final String MARK = "String {9D3A8C5E-1B2F-4A6D-8E7C-0F1A2B3C4D5E} Name CrmContactId";

  private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");
  final GraphSimulator simulator =
      GraphSimulator.start(GraphSimulatorOptions.defaults().at(() -> now));
  final SimulatorClient graph = new SimulatorClient(simulator.baseUrl());
  final SimulatorClient admin = new SimulatorClient(simulator.adminUrl());
  final MailboxUser anna = simulator.mailbox("anna@example.org");

  @AfterEach
  void stop() {
    simulator.close();
  }

  void secondsPass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  void behaving(Quirk... quirks) {
    simulator.behave(GraphBehaviour.usual().with(quirks));
  }

  String create(String json) {
    return createIn("/contacts", json);
  }

  String createIn(String collection, String json) {
    Answer answer = graph.post(ANNA + collection, json);
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.id();
  }

  Answer read(String id) {
    return graph.get(contact(id));
  }

  static String contact(String id) {
    return ANNA + "/contacts/" + UrlText.encode(id);
  }

  static String folder(String id) {
    return ANNA + "/contactFolders/" + UrlText.encode(id);
  }

  static List<String> values(Answer page, String property) {
    return StreamSupport.stream(page.json().path("value").spliterator(), false)
        .map(entry -> entry.path(property).asText())
        .toList();
  }
}
