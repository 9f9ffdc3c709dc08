package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphWarmUpTest {
  @Test
  void everyRequestOfAContactsLifeIsPlayedAndNobodyIsAsked() {
    GraphRequests played = new GraphRequests();
    try (RawServer server = RawServer.json(200, "{}")) {
      GraphWarmUp.play(new GraphAddress(URI.create(server.url())), played);
      assertThat(server.asked).isEmpty();
    }
    assertThat(played.byKind())
        .containsAllEntriesOf(
            Map.of(
                GraphOperation.CREATE_FOLDER, 1L,
                GraphOperation.LIST_FOLDERS, 1L,
                GraphOperation.FIND_CONTACTS, 1L,
                GraphOperation.CREATE_CONTACT, 1L,
                GraphOperation.GET_CONTACT, 1L,
                GraphOperation.UPDATE_CONTACT, 1L,
                GraphOperation.DELETE_CONTACT, 1L));
  }

  @Test
  void byItselfItNeedsNothingAtAll() {
    GraphWarmUp.play();
  }
}
