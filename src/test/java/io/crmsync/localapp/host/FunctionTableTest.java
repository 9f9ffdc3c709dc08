package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionTableTest {

  private static final Map<String, String> SETTINGS =
      Map.of("SCHEDULE", "0 0 1 * * *", "SHORT", "0 1 * * *", "QUEUE", "some-queue");

  @Test
  void functionsAreFoundByTheirAnnotationsAndSettingsFilledIn() {
    FunctionTable table = table(Right.class);

    assertThat(table.names()).containsExactlyInAnyOrder("Nightly", "Take", "Answer");
    assertThat(table.timers().get(0).schedule()).isEqualTo("0 0 1 * * *");
    assertThat(table.queues().get(0).queue()).isEqualTo("some-queue");
    assertThat(table.https().get(0).methods()).containsExactly(HttpMethod.GET);
    assertThat(table.https().get(0).route()).isEqualTo(new Route(List.of("Answer")));
  }

  @Test
  void functionClassesAreFoundBesidesAnAnchor() {
    assertThat(FunctionClasses.besides(FunctionHost.class))
        .contains(Right.class, Overloaded.class)
        .doesNotContain(FunctionTableTest.class);
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> FunctionTable.of(List.of(Right.class), new SettingNames(Map.of())))
        .isInstanceOf(InvalidFunction.class)
        .hasMessageContainingAll("Nightly", "SCHEDULE", "missing");
  }

  @Test
  void oneNameTwiceIsRefused() {
    assertRefused("Two functions are called Nightly", Right.class, SameName.class);
  }

  @Test
  void aScheduleOfFiveFieldsIsRefused() {
    assertRefused("six fields", FiveFields.class);
  }

  @Test
  void aMethodThatIsNotPublicIsRefused() {
    assertRefused("public method", Hidden.class);
  }

  @Test
  void anOverloadedMethodIsRefused() {
    assertRefused("overloaded", Overloaded.class);
  }

  @Test
  void aRecordAsMessageIsRefused() {
    assertRefused("Bind String", RecordMessage.class);
  }

  @Test
  void aRequestBodyOfAnotherTypeIsRefused() {
    assertRefused("can't be bound", RecordBody.class);
  }

  @Test
  void aFunctionThatDemandsAKeyIsRefused() {
    assertRefused("use ANONYMOUS", Keyed.class);
  }

  @Test
  void aRouteConstraintIsRefused() {
    assertRefused("route segment '{id:int}'", Constrained.class);
  }

  @Test
  void aMethodWithoutTriggerIsRefused() {
    assertRefused("needs one timer, queue or HTTP trigger", Triggerless.class);
  }

  @Test
  void aClassWithoutFunctionsIsRefused() {
    assertRefused("no method with @FunctionName", FunctionTableTest.class);
  }

  @Test
  void anotherStorageAccountIsRefused() {
    assertRefused("connection must be", Elsewhere.class);
  }

  @Test
  void aNameEndingInLibIsRefused() {
    assertRefused("must not end in lib", Lib.class);
  }

  private static void assertRefused(String message, Class<?>... classes) {
    assertThatThrownBy(() -> table(classes))
        .isInstanceOf(InvalidFunction.class)
        .hasMessageContaining(message);
  }

  private static FunctionTable table(Class<?>... classes) {
    return FunctionTable.of(List.of(classes), new SettingNames(SETTINGS));
  }

  public static class Right {
    @FunctionName("Nightly")
    public void nightly(@TimerTrigger(name = "t", schedule = "%SCHEDULE%") String timer) {}

    @FunctionName("Take")
    public void take(@QueueTrigger(name = "m", queueName = "%QUEUE%") String message) {}

    @FunctionName("Answer")
    public HttpResponseMessage answer(
        @HttpTrigger(name = "r", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<String> request) {
      return request.createResponseBuilder(HttpStatus.OK).build();
    }
  }

  public static class SameName {
    @FunctionName("Nightly")
    public void again(@QueueTrigger(name = "m", queueName = "abc") String message) {}
  }

  public static class FiveFields {
    @FunctionName("F")
    public void f(@TimerTrigger(name = "t", schedule = "%SHORT%") String timer) {}
  }

  public static class Hidden {
    @FunctionName("F")
    void f(@QueueTrigger(name = "m", queueName = "abc") String message) {}
  }

  public static class Overloaded {
    @FunctionName("F")
    public void f(@QueueTrigger(name = "m", queueName = "abc") String message) {}

    public void f() {}
  }

  public static class RecordMessage {
    @FunctionName("F")
    public void f(@QueueTrigger(name = "m", queueName = "abc") Route message) {}
  }

  public static class RecordBody {
    @FunctionName("F")
    public HttpResponseMessage f(
        @HttpTrigger(name = "r", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Route> request) {
      return request.createResponseBuilder(HttpStatus.OK).build();
    }
  }

  public static class Keyed {
    @FunctionName("F")
    public HttpResponseMessage f(@HttpTrigger(name = "r") HttpRequestMessage<String> request) {
      return request.createResponseBuilder(HttpStatus.OK).build();
    }
  }

  public static class Constrained {
    @FunctionName("F")
    public HttpResponseMessage f(
        @HttpTrigger(
                name = "r",
                route = "things/{id:int}",
                authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<String> request) {
      return request.createResponseBuilder(HttpStatus.OK).build();
    }
  }

  public static class Triggerless {
    @FunctionName("F")
    public void f() {}
  }

  public static class Elsewhere {
    @FunctionName("F")
    public void f(
        @QueueTrigger(name = "m", queueName = "abc", connection = "Other") String message) {}
  }

  public static class Lib {
    @FunctionName("MyLib")
    public void f(@QueueTrigger(name = "m", queueName = "abc") String message) {}
  }
}
