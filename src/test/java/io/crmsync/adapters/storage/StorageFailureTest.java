package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StorageUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storage that answers badly, or not at all. */
class StorageFailureTest {
  private static final PairId PAIR = new PairId(new UserId("anna"), new ContactId("a"));
  private static final String SECRET = "Sample Person";

  private final StorageOperations operations = new StorageOperations();
  private HttpServer server;
  private int status;
  private String code = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body =
              """
              {"odata.error":{"code":"%s","message":{"lang":"en","value":"%s"}}}\
              """
                  .formatted(code, SECRET)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("x-ms-error-code", code);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aServerThatIsBusyIsAskedThreeTimesAndThenLater() {
    answer(503, "ServerBusy");

    assertThatThrownBy(() -> new TablePairStore(clients()).find(PAIR))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("Pairs");
    assertThat(operations.counted()).containsEntry("tables.Pairs.create", 3L);
  }

  @Test
  void aQueueThatIsBusyIsAskedThreeTimesAndThenLater() {
    answer(500, "InternalError");
    StorageJobQueue queue = new StorageJobQueue(clients());
    PairMessage message = PairMessage.of(PAIR);

    assertThatThrownBy(() -> queue.sendPair(message, Lane.NOW, Duration.ZERO))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("contact-sync-now");
    assertThat(operations.counted()).containsEntry("queues.contact-sync-now.put", 3L);
  }

  @Test
  void aServerThatIsNotThereIsForLater() {
    server.stop(0);

    assertThatThrownBy(() -> new TablePairStore(clients()).find(PAIR))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aRefusalSaysItsCodeAndNoneOfItsText() {
    answer(403, "AuthorizationPermissionMismatch");

    assertThatThrownBy(() -> new TablePairStore(clients()).find(PAIR))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("AuthorizationPermissionMismatch")
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  private void answer(int newStatus, String newCode) {
    status = newStatus;
    code = newCode;
  }

  private StorageClients clients() {
    String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/account";
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return StorageClients.of(
        "AccountName=account;AccountKey=%s;TableEndpoint=%s;QueueEndpoint=%s"
            .formatted(key, base, base),
        operations);
  }
}
