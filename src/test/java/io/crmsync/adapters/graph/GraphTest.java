package io.crmsync.adapters.graph;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.sync.port.Mailbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A test of the adapter against a simulator of its own. */
abstract class GraphTest {
  static final ContactId CONTACT = new ContactId("c1");
  static final ContactPatch ADA =
      new ContactPatch(
          Map.of(Field.FULL_NAME, "Ada"),
          Map.of(ListSlot.EMAILS, List.of("ada@example.org")),
          Map.of(),
          Optional.of(CONTACT),
          Optional.empty());

  final SimulatedGraph graph = new SimulatedGraph();
  final Mailbox mailbox = graph.mailbox();
  final FolderId home = mailbox.defaultFolder();

  @AfterEach
  void close() {
    graph.close();
  }

  static ContactPatch plain(Field field, String value) {
    return new ContactPatch(
        Map.of(field, value), Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }
}
