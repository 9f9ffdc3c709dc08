package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.RunMessage;
import org.junit.jupiter.api.Test;

class RunMessageJsonTest {
  @Test
  void whatIsWrittenIsRead() {
    RunMessage message = new RunMessage("20261122T010000Z-x", 12, 3);

    assertThat(RunMessageJson.write(message))
        .isEqualTo(
            """
            {"v":1,"runId":"20261122T010000Z-x","sequence":12,"attempt":3}""");
    assertThat(RunMessageJson.read(RunMessageJson.write(message))).isEqualTo(message);
  }

  @Test
  void aMessageWithoutARunIsRefused() {
    assertThatThrownBy(() -> RunMessageJson.read("{\"sequence\":1}"))
        .isInstanceOf(BadMessage.class)
        .hasMessage("runId: missing");
  }
}
