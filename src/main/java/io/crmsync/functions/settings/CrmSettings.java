package io.crmsync.functions.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which CRM is read, and what is needed for that.
 *
 * @param feed with {@link Kind#FEED}; else empty
 */
public record CrmSettings(Kind kind, Optional<FeedSettings> feed) {
  private static final String SOURCE = "CRM_SOURCE";
  private static final Map<String, Kind> KINDS = Map.of("feed", Kind.FEED, "csv", Kind.CSV);

  /** The kinds of CRMs that can be read (docs/sources). */
  public enum Kind {
    /** A server of docs/api/crm-feed.openapi.yaml. */
    FEED,
    /** Files in the storage account. */
    CSV
  }

  static CrmSettings read(GivenSettings environment) {
    String word = environment.filled(SOURCE).orElse("feed");
    Kind kind =
        Optional.ofNullable(KINDS.get(word))
            .orElseThrow(
                () ->
                    BadSetting.holding(
                        SOURCE, word, String.join(" or ", new TreeSet<>(KINDS.keySet()))));
    return new CrmSettings(
        kind, kind == Kind.FEED ? Optional.of(FeedSettings.read(environment)) : Optional.empty());
  }
}
