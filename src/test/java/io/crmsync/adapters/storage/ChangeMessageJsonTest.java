package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.StepMessage;
import org.junit.jupiter.api.Test;

class ChangeMessageJsonTest {
  @Test
  void whatIsWrittenIsRead() {
    StepMessage message = new StepMessage("r-1", 12, 3);

    assertThat(StepMessageJson.NOTICES.write(message))
        .isEqualTo(
            """
            {"v":1,"requestId":"r-1","sequence":12,"attempt":3}\
            """);
    assertThat(StepMessageJson.NOTICES.read(StepMessageJson.NOTICES.write(message)))
        .isEqualTo(message);
  }

  @Test
  void aMessageWithoutARequestIsRefused() {
    assertThatThrownBy(() -> StepMessageJson.NOTICES.read("{\"sequence\":1}"))
        .isInstanceOf(BadMessage.class)
        .hasMessage("requestId: missing");
  }
}
