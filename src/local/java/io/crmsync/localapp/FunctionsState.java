package io.crmsync.localapp;

import io.crmsync.localapp.host.FunctionCounts;
import java.util.Map;

/**
 * What the functions' process tells of itself.
 *
 * @param functions how often each ran since the process began
 * @param queues messages in each queue, hidden and delayed ones too
 * @param drained whether nothing is left to do
 * @param peakMemory in bytes
 * @param pilot SYNC_USERS_GROUP; empty: none
 * @param keepInactive SYNC_INACTIVE=keep
 */
record FunctionsState(
    Map<String, FunctionCounts> functions,
    Map<String, Long> queues,
    boolean drained,
    long peakMemory,
    String pilot,
    boolean keepInactive) {

  private static final String POISON = "-poison";

  FunctionsState {
    functions = Map.copyOf(functions);
    queues = Map.copyOf(queues);
  }

  long running() {
    return functions.values().stream().mapToLong(FunctionCounts::running).sum();
  }

  long running(String function) {
    return functions.getOrDefault(function, new FunctionCounts(0, 0, 0)).running();
  }

  long failed() {
    return functions.values().stream().mapToLong(FunctionCounts::failed).sum();
  }

  /** How often a function of a poison queue had to run. */
  long poisoned() {
    return functions.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("Poison"))
        .mapToLong(entry -> entry.getValue().started())
        .sum();
  }

  long length(String queue) {
    return queues.getOrDefault(queue, 0L);
  }

  long messages() {
    return queues.values().stream().mapToLong(Long::longValue).sum();
  }

  long poisonMessages() {
    return queues.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(POISON))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
