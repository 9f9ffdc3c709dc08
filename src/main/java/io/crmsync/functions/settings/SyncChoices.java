package io.crmsync.functions.settings;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.SyncSettings;
import java.util.Map;
import java.util.Optional;

/** The settings that the use cases follow. */
final class SyncChoices {
  private static final Map<String, Removal> REMOVALS =
      Map.of("soft", Removal.SOFT, "permanent", Removal.PERMANENT);
  private static final int ANY_NUMBER = 999_999_999;

  private SyncChoices() {}

  static SyncSettings read(GivenSettings environment, GraphSettings graph) {
    return new SyncSettings(
        folder(environment),
        category(environment),
        environment.word("SYNC_NEW", "automatic", Map.of("automatic", false, "onRequest", true)),
        new AudiencePolicy(
            pilot(environment),
            environment.word("SYNC_INACTIVE", "remove", Map.of("remove", false, "keep", true))),
        removal(environment, "SYNC_REMOVAL", "soft", graph),
        removal(environment, "SYNC_REMOVAL_SECURITY", "permanent", graph),
        environment.number("SYNC_REMOVAL_LIMIT", 500, 0, ANY_NUMBER),
        environment.number("SYNC_REMOVAL_LIMIT_PERCENT", 20, 0, 100),
        environment.number("SYNC_PAGE_SIZE", 1000, 1, 5000),
        environment.number("SYNC_MAILBOX_CONCURRENCY", 2, 1, 4));
  }

  private static String folder(GivenSettings environment) {
    String name = environment.find("SYNC_FOLDER").orElse("CRM Contacts");
    boolean misspelt =
        name.equalsIgnoreCase(SyncSettings.OWN_CONTACTS) && !name.equals(SyncSettings.OWN_CONTACTS);
    if (misspelt || !shown(name)) {
      throw BadSetting.holding(
          "SYNC_FOLDER",
          name,
          "a folder's name of 1 to 255 characters, or default in lower case for the own Contacts");
    }
    return name;
  }

  /** Outlook takes a comma or a semicolon for the end of a category. */
  private static String category(GivenSettings environment) {
    String name = environment.filled("SYNC_CATEGORY").orElse("");
    if (!name.isEmpty() && (!shown(name) || name.matches(".*[,;].*"))) {
      throw BadSetting.holding(
          "SYNC_CATEGORY", name, "nothing, or a name of 1 to 255 characters without comma");
    }
    return name;
  }

  private static boolean shown(String name) {
    boolean printable = name.codePoints().noneMatch(Character::isISOControl);
    return printable && !name.isBlank() && name.equals(name.strip()) && name.length() <= 255;
  }

  private static Optional<GroupId> pilot(GivenSettings environment) {
    return environment.filled("SYNC_USERS_GROUP").map(SyncChoices::group);
  }

  private static GroupId group(String value) {
    try {
      return new GroupId(value);
    } catch (IllegalArgumentException e) {
      throw BadSetting.holding("SYNC_USERS_GROUP", value, "nothing, or the id of a CRM group");
    }
  }

  /** R16: refused where Graph cannot do it, the default included. */
  private static Removal removal(
      GivenSettings environment, String name, String byDefault, GraphSettings graph) {
    Removal removal = environment.word(name, byDefault, REMOVALS);
    if (removal == Removal.PERMANENT && !graph.removesForGood()) {
      throw BadSetting.holding(
          name, environment.find(name).orElse(byDefault), "soft, outside the global cloud");
    }
    return removal;
  }
}
