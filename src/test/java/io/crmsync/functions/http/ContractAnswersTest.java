package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.http.RateLimiter.Size;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.PortCalls;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with every status that the contract and its overlay have for it: brought about,
 * and the answer and the request checked against their schemas.
 */
class ContractAnswersTest {
  private static final ApiSchema API = ApiSchema.httpApi();
  private static final Size NOTHING = new Size(0, 1);
  private static final Principal STRANGER = Principal.user("eve@example.com");

  /** A cell of the table, and how it comes about. */
  private record Row(ApiOperation operation, int status, BiFunction<ApiSample, Row, Sent> deed) {
    String cell() {
      return operation.id() + " " + status;
    }

    @Override
    public String toString() {
      return cell();
    }
  }

  static Stream<Row> rows() {
    Stream<Row> everywhere =
        Arrays.stream(ApiOperation.values())
            .filter(operation -> operation != ApiOperation.HEALTH)
            .flatMap(ContractAnswersTest::likeAnyOther);
    Stream<Row> fromForms =
        Arrays.stream(ApiOperation.values())
            .filter(operation -> API.takesBody(operation.id()))
            .map(operation -> row(operation, 415, ApiRequest::fromAForm));
    Stream<Row> tooOften =
        Arrays.stream(Operation.values())
            .filter(operation -> operation.cost() > 0)
            .map(
                operation ->
                    new Row(
                        ApiOperation.valueOf(operation.name()),
                        429,
                        ContractAnswersTest::tooOften));
    return Stream.of(everywhere, fromForms, tooOften, ITS_OWN.stream()).flatMap(rows -> rows);
  }

  private static Stream<Row> likeAnyOther(ApiOperation operation) {
    return Stream.of(
        row(operation, 401, asked -> asked.from(Principal.empty().provider("other"))),
        row(operation, 403, asked -> asked.from(STRANGER)),
        new Row(operation, 503, ContractAnswersTest::withoutStorage));
  }

  private static final List<Row> ITS_OWN =
      List.of(
          row(ApiOperation.SYNC_TO_OUTLOOK, 202, asked -> asked),
          row(ApiOperation.SYNC_TO_OUTLOOK, 400, asked -> asked.sending("{\"userId\":\"u1\"}")),
          row(ApiOperation.SYNC_TO_OUTLOOK, 404, asked -> asked.about("c99")),
          row(ApiOperation.SYNC_TO_OUTLOOK, 422, asked -> asked.about("o1")),
          row(ApiOperation.STOP_SYNC_TO_OUTLOOK, 202, asked -> asked),
          row(
              ApiOperation.STOP_SYNC_TO_OUTLOOK,
              400,
              asked -> asked.from(ApiSample.BACK_END).forNobodyElse()),
          row(ApiOperation.STOP_SYNC_TO_OUTLOOK, 404, asked -> asked.about("c99")),
          row(ApiOperation.STOP_SYNC_TO_OUTLOOK, 409, asked -> asked.about("l1")),
          row(ApiOperation.CONTACT_CHANGES, 202, asked -> asked),
          row(ApiOperation.CONTACT_CHANGES, 400, asked -> asked.sending("{\"contactIds\":[]}")),
          row(ApiOperation.GET_SYNC_REQUEST, 200, asked -> asked),
          row(ApiOperation.GET_SYNC_REQUEST, 404, asked -> asked.at("none")),
          row(ApiOperation.PREVIEW_CONTACTS, 200, asked -> asked),
          row(ApiOperation.PREVIEW_CONTACTS, 400, asked -> asked.with("limit", "0")),
          row(
              ApiOperation.PREVIEW_CONTACTS,
              404,
              asked -> asked.from(ApiSample.ADMIN).forUser("u9")),
          row(ApiOperation.SYNC_SELECTED, 202, asked -> asked),
          row(ApiOperation.SYNC_SELECTED, 400, asked -> asked.sending("{\"all\":\"yes\"}")),
          row(
              ApiOperation.SYNC_SELECTED,
              404,
              asked -> asked.from(ApiSample.BACK_END).forUser("u9")),
          row(ApiOperation.EXPLAIN, 200, asked -> asked),
          row(ApiOperation.EXPLAIN, 400, asked -> asked.with("outlook", "yes")),
          row(ApiOperation.EXPLAIN, 404, asked -> asked.about("c99")),
          row(ApiOperation.LIST_RUNS, 200, asked -> asked),
          row(ApiOperation.START_RUN, 202, asked -> asked),
          row(ApiOperation.START_RUN, 400, asked -> asked.sending("{\"mode\":\"all\"}")),
          twice(ApiOperation.START_RUN, 409),
          row(ApiOperation.GET_RUN, 200, asked -> asked),
          row(ApiOperation.GET_RUN, 404, asked -> asked.at("none")),
          row(ApiOperation.LIST_RUN_PAIRS, 200, asked -> asked),
          row(ApiOperation.LIST_RUN_PAIRS, 400, asked -> asked.with("after", "c1")),
          row(ApiOperation.LIST_RUN_PAIRS, 404, asked -> asked.at("none")),
          row(ApiOperation.LIST_MAILBOXES, 200, asked -> asked),
          row(ApiOperation.LIST_MAILBOXES, 400, asked -> asked.with("state", "lost")),
          row(ApiOperation.RELEASE_REMOVALS, 202, asked -> asked),
          row(ApiOperation.RELEASE_REMOVALS, 404, asked -> asked.at("none")),
          atTheOlderRun(ApiOperation.RELEASE_REMOVALS),
          row(ApiOperation.DISCARD_REMOVALS, 202, asked -> asked),
          row(ApiOperation.DISCARD_REMOVALS, 404, asked -> asked.at("none")),
          atTheOlderRun(ApiOperation.DISCARD_REMOVALS),
          row(ApiOperation.HEALTH, 200, asked -> asked));

  @ParameterizedTest
  @MethodSource("rows")
  void anAnswerIsAsTheContractSays(Row row) {
    Sent answer = row.deed().apply(new ApiSample(), row);
    assertThat(answer.getStatusCode()).isEqualTo(row.status());
    assertThat(API.validate(answer.json(), row.operation().id(), row.status())).isEmpty();
    assertThat(answer.getHeader("Content-Type"))
        .isEqualTo(row.status() < 400 ? "application/json" : "application/problem+json");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("Location").startsWith("/api/")).isEqualTo(row.status() == 202);
    assertThat(answer.getHeader("Retry-After").isEmpty())
        .isEqualTo(row.status() != 503 && row.status() != 429);
  }

  @Test
  void everyStatusOfEveryOperationIsBroughtAbout() {
    assertThat(rows().map(Row::cell))
        .containsExactlyInAnyOrderElementsOf(
            API.operations().stream()
                .flatMap(id -> API.statuses(id).stream().map(status -> id + " " + status))
                .toList());
  }

  private static Row row(ApiOperation operation, int status, UnaryOperator<ApiRequest> change) {
    return new Row(
        operation,
        status,
        (at, row) -> {
          ApiRequest asked = change.apply(at.allowed(operation));
          assertBodyFits(row, asked.bodyFor(operation));
          return new ApiFunctions(at.api).call(operation, asked);
        });
  }

  /** What is refused with 400 breaks the schema of the body, unless it is a parameter that does. */
  private static void assertBodyFits(Row row, Optional<String> body) {
    assertThat(body.isPresent()).isEqualTo(API.takesBody(row.operation().id()));
    body.ifPresent(
        text ->
            assertThat(API.validateRequest(json(text), row.operation().id()).isEmpty())
                .isEqualTo(row.status() != 400));
  }

  private static Sent tooOften(ApiSample at, Row row) {
    RateLimiter none = new RateLimiter(Clock.systemUTC(), NOTHING, NOTHING);
    return new ApiFunctions(at.api, none).call(row.operation(), at.allowed(row.operation()));
  }

  private static Sent withoutStorage(ApiSample at, Row row) {
    PortCalls ports = new PortCalls();
    ApiFunctions functions = new ApiFunctions(at.api.watched(ports));
    ports.failWith(new StorageUnavailable("table", new IOException("refused")));
    return functions.call(row.operation(), at.allowed(row.operation()));
  }

  private static Row twice(ApiOperation operation, int status) {
    return new Row(
        operation,
        status,
        (at, row) -> {
          ApiFunctions functions = new ApiFunctions(at.api);
          functions.call(operation, at.allowed(operation));
          return functions.call(operation, at.allowed(operation));
        });
  }

  private static Row atTheOlderRun(ApiOperation operation) {
    return new Row(
        operation,
        409,
        (at, row) ->
            new ApiFunctions(at.api).call(operation, at.allowed(operation).at(at.olderRun)));
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
