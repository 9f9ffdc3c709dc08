package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.ChangeMessage;
import org.junit.jupiter.api.Test;

class ChangeMessageJsonTest {
  @Test
  void whatIsWrittenIsRead() {
    ChangeMessage message = new ChangeMessage("r-1", 12, 3);

    assertThat(ChangeMessageJson.write(message))
        .isEqualTo(
            """
            {"v":1,"requestId":"r-1","sequence":12,"attempt":3}""");
    assertThat(ChangeMessageJson.read(ChangeMessageJson.write(message))).isEqualTo(message);
  }

  @Test
  void aMessageWithoutARequestIsRefused() {
    assertThatThrownBy(() -> ChangeMessageJson.read("{\"sequence\":1}"))
        .isInstanceOf(BadMessage.class)
        .hasMessage("requestId: missing");
  }
}
