package io.crmsync.functions.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import io.crmsync.adapters.storage.PairMessageJson;
import io.crmsync.adapters.storage.StepMessageJson;
import io.crmsync.functions.Meters;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.pair.ReconcilePair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the queue functions make of a message that is none: it must fail loudly, and leak nothing.
 */
class QueueFunctionsTest {
  private final ExecutionContext context = mock(ExecutionContext.class);
  private final List<String> log = new ArrayList<>();
  private final Meter meter = Meters.silent();
  private final Logger logger = Logger.getAnonymousLogger();

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            log.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    when(context.getLogger()).thenReturn(logger);
    when(context.getFunctionName()).thenReturn("Tested");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret garbage",
        "[]",
        "{\"userId\":\"u1\"}",
        "{\"userId\":\"u1\",\"contactId\":7}",
        "{\"userId\":\"a secret id!\",\"contactId\":\"c1\"}"
      })
  void garbageGoesToPoisonWithALogLineThatSaysWhyAndQuotesNothing(String garbage) {
    SyncContact sync = new SyncContact(PairMessageJson::read, QueueFunctionsTest::never, meter);
    fails(() -> sync.nightly(garbage, context));
    fails(() -> sync.now(garbage, context));
    fails(() -> poison().contactSync(garbage, context));
    fails(() -> poison().contactSyncNow(garbage, context));
    assertThat(log).filteredOn(line -> line.contains("BadMessage")).hasSize(4);
    assertThat(log).filteredOn(line -> line.contains("poison.messages")).hasSize(2);
    assertThat(log).hasSize(6);
    assertThat(log).noneSatisfy(line -> assertThat(line).contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "garbage", "{\"sequence\":1}", "{\"runId\":\"r\",\"sequence\":\"x\"}"})
  void soDoesAStepOfARunThatIsNone(String garbage) {
    fails(
        () ->
            new SnapshotPage(StepMessageJson.RUNS::read, QueueFunctionsTest::never, meter)
                .run(garbage, context));
    fails(() -> poison().snapshotPages(garbage, context));
    fails(() -> poison().contactChanges(garbage, context));
    assertThat(log).filteredOn(line -> line.contains("BadMessage")).hasSize(3);
    assertThat(log).filteredOn(line -> line.contains("poison.messages")).hasSize(2);
  }

  @Test
  void aFailureOfTheUseCaseIsToldByKindAndPlaceOnly() {
    Supplier<ReconcilePair> broken =
        () -> {
          throw new IllegalStateException("somebody@example.com");
        };
    fails(
        () ->
            new SyncContact(PairMessageJson::read, broken, meter)
                .now("{\"userId\":\"u1\",\"contactId\":\"c1\"}", context));
    assertThat(log).singleElement().asString().contains("IllegalStateException");
    assertThat(log.get(0)).doesNotContain("somebody@example.com");
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // it never returns
  private static <T> T never() {
    throw new AssertionError("the use case must not be asked for");
  }

  private PoisonQueues poison() {
    return new PoisonQueues(
        new PoisonQueues.Formats(
            PairMessageJson::read, StepMessageJson.RUNS::read, StepMessageJson.NOTICES::read),
        QueueFunctionsTest::never,
        QueueFunctionsTest::never,
        QueueFunctionsTest::never,
        meter);
  }

  private static void fails(Runnable function) {
    assertThatThrownBy(function::run).isInstanceOf(QueueMiddleware.FailedMessage.class);
  }
}
