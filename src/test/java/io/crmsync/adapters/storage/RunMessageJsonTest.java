package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.StepMessage;
import org.junit.jupiter.api.Test;

class RunMessageJsonTest {
  @Test
  void whatIsWrittenIsRead() {
    StepMessage message = new StepMessage("20261122T010000Z-x", 12, 3);

    assertThat(StepMessageJson.RUNS.write(message))
        .isEqualTo(
            """
            {"v":1,"runId":"20261122T010000Z-x","sequence":12,"attempt":3}\
            """);
    assertThat(StepMessageJson.RUNS.read(StepMessageJson.RUNS.write(message))).isEqualTo(message);
  }

  @Test
  void aMessageWithoutARunIsRefused() {
    assertThatThrownBy(() -> StepMessageJson.RUNS.read("{\"sequence\":1}"))
        .isInstanceOf(BadMessage.class)
        .hasMessage("runId: missing");
  }
}
