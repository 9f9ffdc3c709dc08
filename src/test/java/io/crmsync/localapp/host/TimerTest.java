package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerTest {

  private final Sample sample = new Sample();

  @Test
  void aTimerFiresOnDemandWithThePayloadOfTheRealHost() throws Exception {
    try (FunctionHost host = host()) {
      host.fire("Tick");
      assertThat(host.counts()).containsEntry("Tick", new FunctionCounts(1, 0, 0));
      assertThat(host.drained()).isTrue();
    }
    JsonNode payload = new ObjectMapper().readTree(sample.payloads.get(0));
    assertThat(payload.at("/IsPastDue").isBoolean()).isTrue();
    assertThat(Instant.parse(payload.at("/ScheduleStatus/Last").asText()))
        .isBefore(Instant.parse(payload.at("/ScheduleStatus/Next").asText()));
  }

  @Test
  void everyInvocationHasAnIdOfItsOwnAndTheFunctionsName() throws Exception {
    try (FunctionHost host = host()) {
      host.fire("Tick");
      host.fire("Tick");
    }
    assertThat(sample.contexts).extracting(ExecutionContext::getFunctionName).containsOnly("Tick");
    assertThat(sample.contexts)
        .extracting(ExecutionContext::getInvocationId)
        .doesNotHaveDuplicates();
    assertThat(sample.contexts.get(0).getLogger().getName()).isEqualTo("Function.Tick");
  }

  @Test
  void aTimerThatThrowsSaysSoAndIsCounted() {
    try (FunctionHost host = host()) {
      assertThatThrownBy(() -> host.fire("Fail"))
          .isInstanceOf(FunctionFailed.class)
          .hasRootCauseMessage("on purpose");
      assertThat(host.counts()).containsEntry("Fail", new FunctionCounts(0, 1, 0));
    }
  }

  @Test
  void aTimerThatThrowsIsCalledAgainAsItsRetryPolicySays() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    try (FunctionHost host = host()) {
      host.fire("Limp", pauses::add);
    }
    assertThat(pauses).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(5));
    assertThat(sample.contexts)
        .extracting(context -> context.getRetryContext().getRetrycount())
        .containsExactly(0, 1, 2);
  }

  @Test
  void inTheEndItIsGivenUp() {
    List<Duration> pauses = new ArrayList<>();
    sample.limps = 4;
    try (FunctionHost host = host()) {
      assertThatThrownBy(() -> host.fire("Limp", pauses::add)).isInstanceOf(FunctionFailed.class);
      assertThat(host.counts()).containsEntry("Limp", new FunctionCounts(0, 4, 0));
    }
    assertThat(pauses).hasSize(3);
  }

  @Test
  void anUnknownTimerIsRefused() {
    try (FunctionHost host = host()) {
      assertThatThrownBy(() -> host.fire("Nothing")).hasMessageContaining("No timer Nothing");
    }
  }

  @Test
  void withoutAnInjectorEachInvocationHasAnInstanceOfItsOwn() throws Exception {
    FunctionInstances instances = FunctionInstances.by(List.of());

    assertThat(instances.of(Sample.class)).isNotSameAs(instances.of(Sample.class));
  }

  @Test
  void anInjectorGivesTheInstances() throws Exception {
    assertThat(FunctionInstances.by(List.of(new Injector(sample))).of(Sample.class))
        .isSameAs(sample);
  }

  @Test
  void twoInjectorsAreRefused() {
    Injector injector = new Injector(sample);

    assertThatThrownBy(() -> FunctionInstances.by(List.of(injector, injector)))
        .isInstanceOf(InvalidFunction.class);
  }

  private FunctionHost host() {
    return HostSetup.of(List.of(Sample.class)).instances(type -> sample).start();
  }

  public static class Sample {

    private final List<String> payloads = new ArrayList<>();
    private final List<ExecutionContext> contexts = new ArrayList<>();
    private int limps = 2;

    @FunctionName("Limp")
    @FixedDelayRetry(maxRetryCount = 3, delayInterval = "00:05:00")
    public void limp(
        @TimerTrigger(name = "timer", schedule = "0 */5 * * * *") String timer,
        ExecutionContext context) {
      contexts.add(context);
      if (context.getRetryContext().getRetrycount() < limps) {
        throw new IllegalStateException("limping");
      }
    }

    @FunctionName("Tick")
    public void tick(
        @TimerTrigger(name = "timer", schedule = "0 */5 * * * *") String timer,
        ExecutionContext context) {
      payloads.add(timer);
      contexts.add(context);
    }

    @FunctionName("Fail")
    public void fail(@TimerTrigger(name = "timer", schedule = "0 0 1 * * MON-FRI") String timer) {
      throw new IllegalStateException("on purpose");
    }
  }

  private record Injector(Sample sample) implements FunctionInstanceInjector {
    @Override
    public <T> T getInstance(Class<T> type) {
      return type.cast(sample);
    }
  }
}
