package io.crmsync.staged.alone;

import java.net.URI;

/** {@code JarAlone <Graph's URL> <the CRM's URL> <storage's connection string>}: a line a step. */
public final class JarAlone {
  private JarAlone() {}

  /** Takes every step in turn; the first that fails ends it with a stack trace. */
  public static void main(String[] arguments) {
    URI graph = URI.create(arguments[0]);
    URI crm = URI.create(arguments[1]);
    new GraphSteps(graph).take();
    new StorageSteps(arguments[2]).take();
    new TokenSteps(crm).take();
    OriginSteps.take();
  }

  static void say(String line) {
    System.out.println(line);
  }
}
