package io.crmsync.staged;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import io.crmsync.localapp.WorkerClassPath;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.simulators.crm.Access;
import io.crmsync.simulators.crm.CrmSimulator;
import io.crmsync.simulators.crm.CrmSimulatorOptions;
import io.crmsync.simulators.graph.FaultEffect;
import io.crmsync.simulators.graph.FaultRule;
import io.crmsync.simulators.graph.GraphSimulator;
import io.crmsync.simulators.graph.GraphSimulatorOptions;
import io.crmsync.simulators.graph.MailboxUser;
import io.crmsync.staged.alone.JarAlone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class missing from the slim jar shows at run time only. So a plain JVM with the worker's few
 * jars in front, the oldest gson among them, and the staged jar sends each kind of request once.
 */
@NeverHangs
class JarAloneIT {
  private static final int TWO_PAGES = 1001;
  private final StagedApp app = StagedApp.ofThisBuild();

  @Test
  void itSendsEveryKindOfRequestThatTheAppSends(@TempDir Path steps) throws Exception {
    // With all the tests beside it the jar would not be alone.
    PackageCopy.of(JarAlone.class, steps);
    try (GraphSimulator graph = GraphSimulator.start(GraphSimulatorOptions.defaults());
        CrmSimulator crm =
            CrmSimulator.start(CrmSimulatorOptions.sample().withAccess(Access.anyBearer()));
        TokenEndpoint tokens = TokenEndpoint.start()) {
      MailboxUser ann = graph.mailbox("ann@example.org");
      for (int i = 0; i < TWO_PAGES; i++) {
        ann.addContact("contacts", Map.of("displayName", "contact " + i));
      }
      graph
          .faults()
          .add(FaultRule.next(FaultEffect.answer(400, "ErrorInvalidProperty")).onMethod("GET"));
      graph
          .faults()
          .add(
              FaultRule.next(FaultEffect.answer(503, "").withBody(FaultEffect.Body.EMPTY))
                  .onMethod("GET"));

      List<String> said = run(steps, graph, crm, tokens);

      assertThat(said).containsExactly(expected());
      assertThat(tokens.answered)
          .singleElement()
          .asString()
          .contains("resource=api://crm", "client_id=11111111-2222-3333-4444-555555555555");
    }
  }

  private String[] expected() {
    return new String[] {
      "graph: rehearsed",
      "graph: error body: ErrorInvalidProperty",
      "graph: no body: OUTCOME_UNKNOWN",
      "graph: same folder again: true",
      "graph: folder there: true",
      "graph: no such folder: false",
      "graph: folders: 2",
      "graph: beside: 1",
      "graph: found: 2",
      "graph: read: c1",
      "graph: updated: true",
      "graph: deleted: true",
      "graph: deleted for good: true",
      "graph: gone: true",
      "graph: pages: " + TWO_PAGES,
      "table: there: true",
      "table: query: 1",
      "table: deleted: true",
      "queue: sent",
      "crm: users: 10",
      "crm: users again: 10",
      "origin: GraphServiceClient: " + app.appJar().getFileName(),
      "origin: ManagedIdentityCredential: " + app.appJar().getFileName(),
      "origin: Gson: gson-2.9.0.jar"
    };
  }

  private List<String> run(Path steps, GraphSimulator graph, CrmSimulator crm, TokenEndpoint tokens)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                WorkerClassPath.with(app.appJar(), steps),
                JarAlone.class.getName(),
                graph.baseUrl(),
                crm.baseUrl().toString(),
                SharedAzurite.connectionString())
            .redirectErrorStream(true);
    builder.environment().putAll(tokens.environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().filter(line -> line.matches("[a-z]+: .*")).toList();
  }
}
