package io.crmsync.localapp;

import java.time.Duration;
import java.util.Locale;

/** How numbers and times are written for people. */
final class Text {
  private Text() {}

  /** 33118 as 33,118. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With two decimals. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** 0:09, 12:34, 1:02:03. */
  static String time(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    String rest = String.format(Locale.ROOT, "%02d", seconds % 60);
    long minutes = seconds / 60;
    return minutes < 60
        ? minutes + ":" + rest
        : minutes / 60 + ":" + String.format(Locale.ROOT, "%02d", minutes % 60) + ":" + rest;
  }

  /** Bytes in whole megabytes. */
  static String megabytes(long bytes) {
    return number(bytes / (1024 * 1024)) + " MB";
  }
}
