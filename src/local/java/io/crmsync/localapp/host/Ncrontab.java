package io.crmsync.localapp.host;

import java.util.List;
import java.util.regex.Pattern;

/** The form of a timer's schedule: second minute hour day month weekday. */
final class Ncrontab {

  private static final Pattern FIELD =
      Pattern.compile("[0-9*,/A-Za-z-]+", Pattern.CASE_INSENSITIVE);

  private Ncrontab() {}

  /**
   * Refuses what is not six fields: five would be read by Azure without seconds, and mean something
   * else.
   */
  static void check(String function, String schedule) {
    List<String> fields = List.of(schedule.strip().split("\\s+"));
    if (fields.size() != 6 || !fields.stream().allMatch(field -> FIELD.matcher(field).matches())) {
      throw new InvalidFunction(
          function + ": schedule '" + schedule + "' is not NCRONTAB with six fields.");
    }
  }
}
