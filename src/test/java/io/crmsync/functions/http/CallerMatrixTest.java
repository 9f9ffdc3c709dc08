package io.crmsync.functions.http;

import static io.crmsync.functions.http.ApiOperation.CONTACT_CHANGES;
import static io.crmsync.functions.http.ApiOperation.DISCARD_REMOVALS;
import static io.crmsync.functions.http.ApiOperation.EXPLAIN;
import static io.crmsync.functions.http.ApiOperation.GET_RUN;
import static io.crmsync.functions.http.ApiOperation.GET_SYNC_REQUEST;
import static io.crmsync.functions.http.ApiOperation.HEALTH;
import static io.crmsync.functions.http.ApiOperation.LIST_MAILBOXES;
import static io.crmsync.functions.http.ApiOperation.LIST_RUNS;
import static io.crmsync.functions.http.ApiOperation.LIST_RUN_PAIRS;
import static io.crmsync.functions.http.ApiOperation.PREVIEW_CONTACTS;
import static io.crmsync.functions.http.ApiOperation.RELEASE_REMOVALS;
import static io.crmsync.functions.http.ApiOperation.START_RUN;
import static io.crmsync.functions.http.ApiOperation.STOP_SYNC_TO_OUTLOOK;
import static io.crmsync.functions.http.ApiOperation.SYNC_SELECTED;
import static io.crmsync.functions.http.ApiOperation.SYNC_TO_OUTLOOK;
import static io.crmsync.functions.http.Asking.APP_ADMIN;
import static io.crmsync.functions.http.Asking.APP_ON_BEHALF;
import static io.crmsync.functions.http.Asking.DELEGATED_ON_BEHALF;
import static io.crmsync.functions.http.Asking.FOR_ANOTHER;
import static io.crmsync.functions.http.Asking.SELF;
import static io.crmsync.functions.http.Asking.USER_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Sent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sort of caller at every operation, exhaustively: a new function fails without a row. */
class CallerMatrixTest {
  private static final ApiSchema API = ApiSchema.httpApi();

  /** HTTP functions that are no operation of the contract, and have tests of their own. */
  private static final Set<String> NO_OPERATIONS = Set.of("Page");

  /** Of each operation: what it answers, and to whom. */
  private static final List<Row> ROWS =
      List.of(
          row(SYNC_TO_OUTLOOK, 202, SELF, APP_ON_BEHALF),
          row(STOP_SYNC_TO_OUTLOOK, 202, SELF, APP_ON_BEHALF),
          row(CONTACT_CHANGES, 202, APP_ON_BEHALF),
          row(GET_SYNC_REQUEST, 200, SELF, APP_ADMIN, USER_ADMIN)
              .hiddenFrom(FOR_ANOTHER, APP_ON_BEHALF, DELEGATED_ON_BEHALF),
          row(PREVIEW_CONTACTS, 200, SELF, APP_ON_BEHALF, APP_ADMIN, USER_ADMIN),
          row(SYNC_SELECTED, 202, SELF, APP_ON_BEHALF),
          row(EXPLAIN, 200, SELF, APP_ON_BEHALF, APP_ADMIN, USER_ADMIN),
          row(LIST_RUNS, 200, APP_ADMIN, USER_ADMIN),
          row(START_RUN, 202, APP_ADMIN, USER_ADMIN),
          row(GET_RUN, 200, APP_ADMIN, USER_ADMIN),
          row(LIST_RUN_PAIRS, 200, APP_ADMIN, USER_ADMIN),
          row(LIST_MAILBOXES, 200, APP_ADMIN, USER_ADMIN),
          row(RELEASE_REMOVALS, 202, APP_ADMIN, USER_ADMIN),
          row(DISCARD_REMOVALS, 202, APP_ADMIN, USER_ADMIN),
          row(HEALTH, 200, Asking.values()));

  /**
   * Who is not named gets 403, who is not signed in 401.
   *
   * @param granted what those get who may
   * @param to who may
   * @param hidden to whom it is told, by 404, that there is no such thing
   */
  private record Row(ApiOperation operation, int granted, Set<Asking> to, Set<Asking> hidden) {
    Row hiddenFrom(Asking... askers) {
      return new Row(operation, granted, to, Set.of(askers));
    }

    int status(Asking caller) {
      if (to.contains(caller)) {
        return granted;
      }
      return caller == Asking.NOBODY ? 401 : hidden.contains(caller) ? 404 : 403;
    }
  }

  private static Row row(ApiOperation operation, int granted, Asking... to) {
    return new Row(operation, granted, Set.of(to), Set.of());
  }

  static Stream<Arguments> everyCell() {
    return ROWS.stream()
        .flatMap(
            row ->
                Arrays.stream(Asking.values())
                    .map(caller -> Arguments.of(row.operation(), caller, row.status(caller))));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void everyCallerGetsWhatTheContractGrants(ApiOperation operation, Asking caller, int expected) {
    ApiSample at = new ApiSample();
    Sent answer = new ApiFunctions(at.api).call(operation, asked(at, operation, caller));
    assertThat(answer.getStatusCode()).isEqualTo(expected);
    assertThat(API.statuses(operation.id())).contains(expected);
    assertThat(API.validate(answer.json(), operation.id(), expected)).isEmpty();
  }

  /** Who may not ask learns nothing of the body's form: 403 comes first. */
  @ParameterizedTest
  @EnumSource(names = {"SYNC_TO_OUTLOOK", "CONTACT_CHANGES", "SYNC_SELECTED", "START_RUN"})
  void aBrokenBodyIsToldToNobodyWhoseRoleIsMissing(ApiOperation operation) {
    ApiSample at = new ApiSample();
    ApiRequest broken = asked(at, operation, Asking.APP_WITHOUT_ROLE).sending("no JSON");
    assertThat(new ApiFunctions(at.api).call(operation, broken).getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  void theHeaderIsBelievedOnlyWhereAuthenticationIsOn(ApiOperation operation) {
    ApiSample at = new ApiSample();
    for (Asking caller : Asking.values()) {
      Sent answer = new ApiFunctions(at.api, false).call(operation, asked(at, operation, caller));
      assertThat(answer.getStatusCode())
          .as(caller.name())
          .isEqualTo(operation == ApiOperation.HEALTH ? 200 : 401);
    }
  }

  @Test
  void everyOperationOfTheContractHasARow() {
    assertThat(Arrays.stream(ApiOperation.values()).map(ApiOperation::id))
        .containsExactlyElementsOf(API.operations());
    assertThat(ROWS.stream().map(Row::operation)).containsExactlyInAnyOrder(ApiOperation.values());
  }

  @Test
  void everyHttpFunctionIsAnOperationOrNamedHere() {
    Set<String> operations =
        Arrays.stream(ApiOperation.values())
            .map(ApiOperation::id)
            .map(id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    operations.addAll(NO_OPERATIONS);
    assertThat(httpFunctions()).containsExactlyInAnyOrderElementsOf(operations);
  }

  private static List<String> httpFunctions() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.crmsync.functions")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(FunctionName.class))
            .filter(CallerMatrixTest::answersHttp)
            .map(method -> method.getAnnotationOfType(FunctionName.class).value())
            .toList();
  }

  private static boolean answersHttp(JavaMethod method) {
    return method.getParameters().stream()
        .anyMatch(parameter -> parameter.isAnnotatedWith(HttpTrigger.class));
  }

  private static ApiRequest asked(ApiSample at, ApiOperation operation, Asking caller) {
    return at.asked(operation, caller.headers(), caller.forUser());
  }
}
