package io.crmsync.functions.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that begin as ours do. A misspelt one would be passed over, and its default taken in
 * silence: so it is refused.
 */
public final class SettingNames {
  private static final List<String> PREFIXES = List.of("SYNC_", "CRM_", "GRAPH_");

  /** All of docs/settings.md that begin with one of the prefixes. */
  public static final Set<String> OURS =
      Set.of(
          "CRM_API_KEY",
          "CRM_BASE_URL",
          "CRM_SCOPE",
          "CRM_SOURCE",
          "GRAPH_BASE_URL",
          "SYNC_CATEGORY",
          "SYNC_FOLDER",
          "SYNC_INACTIVE",
          "SYNC_MAILBOX_CONCURRENCY",
          "SYNC_NEW",
          "SYNC_PAGE_SIZE",
          "SYNC_REMOVAL",
          "SYNC_REMOVAL_LIMIT",
          "SYNC_REMOVAL_LIMIT_PERCENT",
          "SYNC_REMOVAL_SECURITY",
          "SYNC_SCHEDULE",
          "SYNC_TENANT_ID",
          "SYNC_USERS_GROUP");

  private SettingNames() {}

  /**
   * Takes the names that are set, ours and others.
   *
   * @throws BadSetting one that begins as ours do is none of ours; the message says which it may
   *     have been meant to be
   */
  public static void refuseUnknown(Collection<String> names) {
    new TreeSet<>(names)
        .stream()
            .filter(SettingNames::isMeantForUs)
            .filter(name -> !OURS.contains(name))
            .findFirst()
            .ifPresent(
                name -> {
                  throw BadSetting.unknown(name, nearest(name));
                });
  }

  /** Whether the name begins with one of our prefixes, in whatever case. */
  public static boolean isMeantForUs(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return PREFIXES.stream().anyMatch(upper::startsWith);
  }

  private static String nearest(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    Optional<String> nearest =
        OURS.stream()
            .min(
                Comparator.<String>comparingInt(known -> distance(upper, known))
                    .thenComparing(Comparator.naturalOrder()));
    return nearest.orElseThrow();
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
