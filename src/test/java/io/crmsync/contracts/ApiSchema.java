package io.crmsync.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the project's OpenAPI 3.1 documents, whose schemas are JSON Schema 2020-12. Formats such
 * as {@code date} are checked. Every complaint is a line that says where in the body and what.
 */
public final class ApiSchema {
  private static final String ROOT = "https://schema.example/openapi";

  private final JsonNode document;
  private final boolean nullIsEmpty;
  private final JsonSchemaFactory schemas;

  private ApiSchema(JsonNode document, boolean nullIsEmpty) {
    this.document = document;
    this.nullIsEmpty = nullIsEmpty;
    this.schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of(ROOT, document.toString()))));
  }

  /**
   * What the CRM serves. A property that is null counts as absent, as the description of its
   * contacts says.
   */
  public static ApiSchema crmFeed() {
    return new ApiSchema(read("crm-feed.openapi.yaml"), true);
  }

  /** What the app serves: the contract, and what the overlay says in schemas. */
  public static ApiSchema httpApi() {
    Overlay overlay = new Overlay(read("http-api.overlay.yaml"));
    return new ApiSchema(overlay.appliedTo(read("http-api.openapi.yaml")), false);
  }

  /** The ids of all operations, in the document's order. */
  public List<String> operations() {
    return document.findValuesAsText("operationId");
  }

  /**
   * The statuses that the document has for an operation.
   *
   * @throws IllegalArgumentException if the document has no such operation
   */
  public Set<Integer> statuses(String operationId) {
    return document.at(operation(operationId)).path("responses").properties().stream()
        .map(response -> Integer.valueOf(response.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether an operation takes a body. */
  public boolean takesBody(String operationId) {
    return document.at(operation(operationId)).has("requestBody");
  }

  /**
   * Checks an answer's body.
   *
   * @return the complaints; none if the document describes no body for the status
   * @throws IllegalArgumentException if the document has no such operation, or the operation no
   *     such status
   */
  public List<String> validate(JsonNode body, String operationId, int status) {
    return validateContent(body, operation(operationId) + "/responses/" + status);
  }

  /**
   * Checks a request's body.
   *
   * @return the complaints
   * @throws IllegalArgumentException if the document has no such operation, or the operation takes
   *     no body
   */
  public List<String> validateRequest(JsonNode body, String operationId) {
    return validateContent(body, operation(operationId) + "/requestBody");
  }

  /**
   * Checks one object by the name of its schema, such as {@code Contact}.
   *
   * @return the complaints
   * @throws IllegalArgumentException if there is no such schema
   */
  public List<String> validate(JsonNode body, String schema) {
    return validateAt(body, existing("/components/schemas/" + schema));
  }

  private List<String> validateContent(JsonNode body, String pointer) {
    String content = existing(pointer) + "/content";
    return Stream.of("/application~1json/schema", "/application~1problem+json/schema")
        .map(content::concat)
        .filter(schema -> !document.at(schema).isMissingNode())
        .findFirst()
        .map(schema -> validateAt(body, schema))
        .orElse(List.of());
  }

  private List<String> validateAt(JsonNode body, String pointer) {
    return schemas
        .getSchema(SchemaLocation.of(ROOT + "#" + pointer))
        .validate(nullIsEmpty ? withoutNulls(body) : body, ApiSchema::withFormats)
        .stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  private static JsonNode withoutNulls(JsonNode body) {
    JsonNode copy = body.deepCopy();
    removeNulls(copy);
    return copy;
  }

  /** Of properties only: an item of a list that is null stays, and is complained of. */
  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(property -> property.getValue().isNull());
    }
    node.forEach(ApiSchema::removeNulls);
  }

  private static void withFormats(ExecutionContext context) {
    context.getExecutionConfig().setFormatAssertionsEnabled(true);
  }

  private String operation(String operationId) {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(
                        method ->
                            method.getValue().path("operationId").asText().equals(operationId))
                    .map(
                        method ->
                            "/paths/"
                                + path.getKey().replace("~", "~0").replace("/", "~1")
                                + "/"
                                + method.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation " + operationId));
  }

  /** Where a response, or anything else, is written down once and named by a reference. */
  private String existing(String pointer) {
    JsonNode reference = document.at(pointer).path("$ref");
    if (reference.isTextual()) {
      return existing(reference.asText().substring(1));
    }
    if (document.at(pointer).isMissingNode()) {
      throw new IllegalArgumentException("the document has no " + pointer);
    }
    return pointer;
  }

  private static JsonNode read(String file) {
    try {
      return new YAMLMapper().readTree(Path.of("docs", "api", file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
