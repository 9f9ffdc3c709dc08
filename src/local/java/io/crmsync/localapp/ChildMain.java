package io.crmsync.localapp;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another class's main method, and ends the process when its standard input does. Whoever
 * started it holds that, so it ends with its parent, however that one died; shutdown hooks run.
 */
public final class ChildMain {
  private ChildMain() {}

  /** Takes the name of the class and its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread watch = new Thread(ChildMain::exitWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // nobody has anything to say here: only the end counts
      }
    } catch (IOException e) {
      // as good as the end
    }
    System.exit(0);
  }
}
