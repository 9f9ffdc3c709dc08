package io.crmsync.supervision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Kusto's own language service, which comes by npm and runs in Node.js. */
final class KustoService {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SCRIPT = Path.of("src/test/resources/kql/analyse.js");
  private static final Path MODULES = Path.of("node_modules");

  private KustoService() {}

  /** Has it look at all of them, as Application Insights would. */
  static List<QueryFacts> analyse(List<Query> queries) throws IOException {
    if (!Files.isDirectory(MODULES.resolve("@kusto"))) {
      throw new IllegalStateException("Run `npm ci --ignore-scripts`: Kusto's service is missing.");
    }
    Path input = Files.createTempFile("queries", ".json");
    try {
      MAPPER.writeValue(input.toFile(), queries);
      Process node =
          new ProcessBuilder("node", SCRIPT.toString(), MODULES.toAbsolutePath().toString())
              .redirectInput(input.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return MAPPER.readValue(told, new TypeReference<>() {});
    } finally {
      Files.delete(input);
    }
  }
}
