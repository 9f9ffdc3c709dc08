package io.crmsync.staged;

import java.util.Locale;

/**
 * What a function promises to the outside: compared between documents and package.
 *
 * @param name as Azure knows it
 * @param trigger type of the trigger's binding in function.json
 * @param address what the trigger listens to: schedule, queue, or method and route
 */
record FunctionFacts(String name, String trigger, String address)
    implements Comparable<FunctionFacts> {

  static FunctionFacts timer(String name, String schedule) {
    return new FunctionFacts(name, "timerTrigger", schedule);
  }

  static FunctionFacts queue(String name, String queue) {
    return new FunctionFacts(name, "queueTrigger", queue);
  }

  /** {@code route} without a slash before it. */
  static FunctionFacts http(String name, String method, String route) {
    return new FunctionFacts(name, "httpTrigger", method.toUpperCase(Locale.ROOT) + " " + route);
  }

  @Override
  public int compareTo(FunctionFacts other) {
    return name.compareTo(other.name);
  }
}
