package io.crmsync.functions.http;

import static io.crmsync.functions.http.ApiOperation.CONTACT_CHANGES;
import static io.crmsync.functions.http.ApiOperation.DISCARD_REMOVALS;
import static io.crmsync.functions.http.ApiOperation.EXPLAIN;
import static io.crmsync.functions.http.ApiOperation.GET_SYNC_REQUEST;
import static io.crmsync.functions.http.ApiOperation.HEALTH;
import static io.crmsync.functions.http.ApiOperation.LIST_RUN_PAIRS;
import static io.crmsync.functions.http.ApiOperation.PREVIEW_CONTACTS;
import static io.crmsync.functions.http.ApiOperation.RELEASE_REMOVALS;
import static io.crmsync.functions.http.ApiOperation.START_RUN;
import static io.crmsync.functions.http.ApiOperation.STOP_SYNC_TO_OUTLOOK;
import static io.crmsync.functions.http.ApiOperation.SYNC_SELECTED;
import static io.crmsync.functions.http.ApiOperation.SYNC_TO_OUTLOOK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.functions.FunctionInstances;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.http.RateLimiter.Size;
import io.crmsync.localapp.host.FunctionClasses;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation over HTTP: which are limited, which are audited, and that none is forgotten. */
class OperationsTest {
  private static final Set<ApiOperation> LIMITED =
      EnumSet.of(
          SYNC_TO_OUTLOOK,
          STOP_SYNC_TO_OUTLOOK,
          GET_SYNC_REQUEST,
          PREVIEW_CONTACTS,
          SYNC_SELECTED,
          EXPLAIN);

  /** Whoever asks. */
  private static final Set<ApiOperation> AUDITED =
      EnumSet.of(
          SYNC_TO_OUTLOOK,
          STOP_SYNC_TO_OUTLOOK,
          CONTACT_CHANGES,
          SYNC_SELECTED,
          START_RUN,
          LIST_RUN_PAIRS,
          RELEASE_REMOVALS,
          DISCARD_REMOVALS);

  /** Of these, who looks at another's. */
  private static final Set<ApiOperation> AUDITED_FOR_OTHERS = EnumSet.of(PREVIEW_CONTACTS, EXPLAIN);

  private static final RateLimiter NOTHING =
      new RateLimiter(Clock.systemUTC(), new Size(0, 1), new Size(0, 1));

  @Test
  void everyHttpFunctionButHealthAndThePageIsAnOperationBehindTheDoor() {
    Set<String> functions =
        FunctionClasses.besides(FunctionInstances.class).stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(FunctionName.class))
            .filter(OperationsTest::servesHttp)
            .map(method -> method.getAnnotation(FunctionName.class).value())
            .collect(Collectors.toSet());
    assertThat(functions).contains("Health", "Page");
    functions.removeAll(Set.of("Health", "Page"));
    assertThat(Stream.of(Operation.values()).map(Operation::functionName))
        .containsExactlyInAnyOrderElementsOf(functions);
  }

  @ParameterizedTest
  @EnumSource
  void whoHasNothingLeftIsToldWhenToAskAgainWhereAskingCosts(ApiOperation operation) {
    ApiSample at = new ApiSample();
    Sent answer = new ApiFunctions(at.api, NOTHING).call(operation, at.allowed(operation));
    assertThat(answer.getStatusCode() == 429).isEqualTo(LIMITED.contains(operation));
    assertThat(answer.getHeader("Retry-After").isEmpty()).isNotEqualTo(LIMITED.contains(operation));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDoneIsAudited(ApiOperation operation) {
    ApiSample at = new ApiSample();
    assertThat(audited(at, operation, at.allowed(operation)))
        .hasSize(AUDITED.contains(operation) ? 1 : 0)
        .allMatch(about(operation));
  }

  @ParameterizedTest
  @EnumSource(names = {"PREVIEW_CONTACTS", "EXPLAIN"})
  void whoLooksAtAnothersContactsIsWrittenDown(ApiOperation operation) {
    assertThat(AUDITED_FOR_OTHERS).contains(operation);
    ApiSample at = new ApiSample();
    ApiRequest others = at.asked(operation, ApiSample.ADMIN.headers(), "u2");
    assertThat(audited(at, operation, others))
        .hasSize(1)
        .allMatch(line -> line.contains("\"user\":\"u2\"") && line.contains("\"outcome\":200"));
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNotSignedInIsWrittenDown(ApiOperation operation) {
    ApiSample at = new ApiSample();
    ApiRequest asked = at.allowed(operation).from(Principal.empty());
    assertThat(audited(at, operation, asked))
        .hasSize(operation == HEALTH ? 0 : 1)
        .allMatch(about(operation))
        .allMatch(line -> line.contains("\"outcome\":40"));
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNotAllowedIsWrittenDown(ApiOperation operation) {
    ApiSample at = new ApiSample();
    ApiRequest asked = at.allowed(operation).from(Principal.user("eve@example.com"));
    assertThat(audited(at, operation, asked))
        .hasSize(operation == HEALTH ? 0 : 1)
        .allMatch(about(operation))
        .allMatch(line -> line.contains("\"outcome\":403"))
        .allMatch(line -> line.contains("\"caller\":\"" + Principal.OID + "\""))
        .noneMatch(line -> line.contains("eve"));
  }

  private static List<String> audited(ApiSample at, ApiOperation operation, ApiRequest asked) {
    ApiFunctions functions = new ApiFunctions(at.api);
    functions.call(operation, asked);
    return functions.logged();
  }

  private static Predicate<String> about(ApiOperation operation) {
    String id = operation.id();
    String function = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return line -> line.startsWith("audit {\"operation\":\"" + function + "\",");
  }

  private static boolean servesHttp(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(HttpTrigger.class));
  }
}
