package io.crmsync.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a workflow of this repository must not do, whatever else it does. */
final class WorkflowRules {
  private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses:\\s*(.+)$");

  /**
   * A tag can be moved to other code; a commit cannot. The version is for readers and Dependabot.
   */
  private static final Pattern PINNED =
      Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

  private static final Pattern OURS_OR_A_LIBRARYS =
      Pattern.compile("\\.ci/|\\b(?:mvn|npm|npx|node|make|bash|sh)\\b");

  private WorkflowRules() {}

  /** Sentences of what is wrong with it; empty if nothing is. */
  static List<String> brokenBy(String workflow) throws IOException {
    List<String> broken = new ArrayList<>();
    USES.matcher(workflow)
        .results()
        .map(uses -> uses.group(1).strip())
        .filter(action -> !PINNED.matcher(action).matches())
        .forEach(action -> broken.add("not pinned to a commit: " + action));
    JsonNode root = new YAMLMapper().readTree(workflow);
    if (!mayOnlyRead(root.path("permissions"))) {
      broken.add("its jobs may do more than read unless they say otherwise");
    }
    for (Map.Entry<String, JsonNode> job : root.path("jobs").properties()) {
      checkJob(job.getKey(), job.getValue(), broken);
    }
    return broken;
  }

  private static boolean mayOnlyRead(JsonNode permissions) {
    return permissions.size() == 1 && permissions.path("contents").asText().equals("read");
  }

  private static void checkJob(String name, JsonNode job, List<String> broken) {
    boolean writes = job.has("permissions") && !mayOnlyRead(job.path("permissions"));
    if (!job.has("timeout-minutes")) {
      broken.add(name + " has no limit of time");
    }
    for (JsonNode step : job.path("steps")) {
      String run = step.path("run").asText();
      boolean checksOut = step.path("uses").asText().startsWith("actions/checkout@");
      if (run.contains("${{")) {
        broken.add(name + " puts an expression into a shell's command");
      }
      if (checksOut && !step.at("/with/persist-credentials").asText().equals("false")) {
        broken.add(name + " leaves its token in the checkout");
      }
      if (writes && (checksOut || OURS_OR_A_LIBRARYS.matcher(run).find())) {
        broken.add(name + " may write, and runs what is not GitHub's own");
      }
    }
  }
}
