package io.crmsync.functions.measure;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure for the log. Our own exceptions carry ids and reasons only, and are quoted; of all
 * others the message may hold anything, and only kind and place are told (R20).
 */
public final class SafeTrace {
  private static final String OURS = "io.crmsync.";

  /** Libraries that the package carries under our name: their messages quote what they read. */
  private static final String SHADED = "io.crmsync.shaded.";

  private static final int FRAMES = 5;
  private static final int CAUSES = 5;

  private SafeTrace() {}

  /** One line: kinds and places, from the failure to its causes. */
  public static String of(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, one -> one.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .limit(CAUSES)
        .map(SafeTrace::one)
        .collect(Collectors.joining(" <- "));
  }

  private static String one(Throwable failure) {
    String kind = failure.getClass().getName();
    String said = ours(kind) ? ": " + failure.getMessage() : "";
    return kind + said + " at " + places(failure);
  }

  private static boolean ours(String kind) {
    return kind.startsWith(OURS) && !kind.startsWith(SHADED);
  }

  private static String places(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .limit(FRAMES)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .collect(Collectors.joining(" "));
  }
}
