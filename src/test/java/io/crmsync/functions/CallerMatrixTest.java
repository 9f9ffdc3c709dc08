package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmsync.contracts.ApiSchema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Who asks, and for whom. People are u1, but for the one who is no user of the CRM. */
  private enum Asking {
    NOBODY("u1"),
    STRANGER("u1"),
    SELF("u1"),
    FOR_ANOTHER("u2"),
    OTHER_TENANT("u1"),
    GUEST("u1"),
    /** Whose token says nothing of the account, but who vouches for it. */
    GUEST_BY_PROVIDER("u1"),
    APP_WITHOUT_ROLE("u1"),
    APP_ON_BEHALF("u1"),
    APP_ADMIN("u1"),
    /** A person with Sync.Admin. */
    USER_ADMIN("u2"),
    /** A person whose delegated token carries Sync.OnBehalf. */
    DELEGATED_ON_BEHALF("u2");

    private final String forUser;

    Asking(String forUser) {
      this.forUser = forUser;
    }
  }

  private static final Map<ApiOperation, Map<Asking, Integer>> STATUSES =
      Map.ofEntries(
          // nobody, stranger, self, for another, other tenant, guest, guest by provider,
          // app without role, app OnBehalf, app Admin, user Admin, delegated OnBehalf
          row(ApiOperation.SYNC_TO_OUTLOOK, 401, 403, 202, 403, 403, 403, 403, 403, 202, 403, 403, 403),
          row(
              ApiOperation.STOP_SYNC_TO_OUTLOOK,
              401, 403, 202, 403, 403, 403, 403, 403, 202, 403, 403, 403),
          row(ApiOperation.CONTACT_CHANGES, 401, 403, 403, 403, 403, 403, 403, 403, 202, 403, 403, 403),
          // who did not ask for it, and whom it does not concern, does not find it
          row(ApiOperation.GET_SYNC_REQUEST, 401, 403, 200, 404, 403, 403, 403, 403, 404, 200, 200, 404),
          row(ApiOperation.PREVIEW_CONTACTS, 401, 403, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403),
          row(ApiOperation.SYNC_SELECTED, 401, 403, 202, 403, 403, 403, 403, 403, 202, 403, 403, 403),
          row(ApiOperation.EXPLAIN, 401, 403, 200, 403, 403, 403, 403, 403, 200, 200, 200, 403),
          row(ApiOperation.LIST_RUNS, 401, 403, 403, 403, 403, 403, 403, 403, 403, 200, 200, 403),
          row(ApiOperation.START_RUN, 401, 403, 403, 403, 403, 403, 403, 403, 403, 202, 202, 403),
          row(ApiOperation.GET_RUN, 401, 403, 403, 403, 403, 403, 403, 403, 403, 200, 200, 403),
          row(ApiOperation.LIST_RUN_PAIRS, 401, 403, 403, 403, 403, 403, 403, 403, 403, 200, 200, 403),
          row(ApiOperation.LIST_MAILBOXES, 401, 403, 403, 403, 403, 403, 403, 403, 403, 200, 200, 403),
          row(ApiOperation.RELEASE_REMOVALS, 401, 403, 403, 403, 403, 403, 403, 403, 403, 202, 202, 403),
          row(ApiOperation.DISCARD_REMOVALS, 401, 403, 403, 403, 403, 403, 403, 403, 403, 202, 202, 403),
          row(ApiOperation.HEALTH, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200));

  private static Map.Entry<ApiOperation, Map<Asking, Integer>> row(
      ApiOperation operation, Integer... statuses) {
    Map<Asking, Integer> row = new EnumMap<>(Asking.class);
    Iterator<Integer> each = List.of(statuses).iterator();
    for (Asking caller : Asking.values()) {
      row.put(caller, each.next());
    }
    if (each.hasNext()) {
      throw new IllegalArgumentException("too many statuses for " + operation);
    }
    return Map.entry(operation, row);
  }

  static Stream<Arguments> everyCell() {
    return Arrays.stream(ApiOperation.values())
        .flatMap(
            operation ->
                Arrays.stream(Asking.values()).map(caller -> Arguments.of(operation, caller)));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void everyCallerGetsWhatTheContractGrants(ApiOperation operation, Asking caller) {
    ApiDesk at = new ApiDesk();
    int expected = STATUSES.getOrDefault(operation, Map.of()).getOrDefault(caller, 0);
    Sent answer = new ApiFunctions(at.desk).call(operation, asked(at, operation, caller));
    assertThat(answer.getStatusCode()).isEqualTo(expected);
    assertThat(API.statuses(operation.id())).contains(expected);
    assertThat(API.validate(answer.json(), operation.id(), expected)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theHeaderIsBelievedOnlyWhereAuthenticationIsOn(ApiOperation operation) {
    ApiDesk at = new ApiDesk();
    for (Asking caller : Asking.values()) {
      Sent answer = new ApiFunctions(at.desk, false).call(operation, asked(at, operation, caller));
      assertThat(answer.getStatusCode())
          .as(caller.name())
          .isEqualTo(operation == ApiOperation.HEALTH ? 200 : 401);
    }
  }

  @Test
  void everyOperationOfTheContractHasARow() {
    assertThat(Arrays.stream(ApiOperation.values()).map(ApiOperation::id))
        .containsExactlyElementsOf(API.operations());
    assertThat(STATUSES.keySet()).containsExactlyInAnyOrder(ApiOperation.values());
    assertThat(STATUSES.values()).allMatch(row -> row.size() == Asking.values().length);
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

  private static ApiRequest asked(ApiDesk at, ApiOperation operation, Asking caller) {
    return at.asked(operation, headers(caller), caller.forUser);
  }

  private static Map<String, String> headers(Asking caller) {
    return switch (caller) {
      case NOBODY -> Map.of();
      case STRANGER -> Principal.user("eve@example.com").headers();
      case SELF, FOR_ANOTHER -> Principal.user("u1@example.com").headers();
      case OTHER_TENANT ->
          Principal.empty()
              .with("tid", "99999999-2222-3333-4444-555555555555")
              .with("oid", Principal.OID)
              .with("roles", "Sync.Admin")
              .with("preferred_username", "u1@example.com")
              .headers();
      case GUEST -> Principal.user("u1@example.com").with("acct", "1").headers();
      case GUEST_BY_PROVIDER ->
          Principal.user("u1@example.com")
              .with("idp", "https://sts.windows.net/99999999-2222-3333-4444-555555555555/")
              .with("roles", "Sync.Admin")
              .headers();
      case APP_WITHOUT_ROLE -> Principal.ofTenant().headers();
      case APP_ON_BEHALF -> Principal.application("Sync.OnBehalf").headers();
      case APP_ADMIN -> Principal.application("Sync.Admin").headers();
      case USER_ADMIN -> Principal.user("u1@example.com").with("roles", "Sync.Admin").headers();
      case DELEGATED_ON_BEHALF ->
          Principal.user("u1@example.com")
              .with("scp", "user_impersonation")
              .with("roles", "Sync.OnBehalf")
              .headers();
    };
  }
}
