package io.crmsync.localapp;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The most memory that this process ever had, in bytes. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private PeakMemory() {}

  /** All of the process's memory where the system tells (Linux), else the peaks of Java's pools. */
  static long bytes() {
    return resident().orElseGet(PeakMemory::pools);
  }

  private static Optional<Long> resident() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines.filter(line -> line.startsWith(PEAK)).map(PeakMemory::kilobytes).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long kilobytes(String line) {
    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
  }

  private static long pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
