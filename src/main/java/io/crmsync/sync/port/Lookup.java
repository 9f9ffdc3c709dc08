package io.crmsync.sync.port;

import java.util.Optional;

/**
 * What the CRM says of one contact that it was asked for by its id (R23). Three answers, and none
 * of them a failure: without an answer there is an exception.
 *
 * @param record with {@link Kind#FOUND}: the contact, or a bad record; else empty
 */
public record Lookup(Kind kind, Optional<SourceRecord> record) {
  private static final Lookup IS_GONE = new Lookup(Kind.GONE, Optional.empty());
  private static final Lookup IS_HIDDEN = new Lookup(Kind.HIDDEN, Optional.empty());

  /** The answers there are. */
  public enum Kind {
    /** The CRM has it. */
    FOUND,
    /** The CRM says that it has no such contact (R13). */
    GONE,
    /** The CRM may have it, and does not show it to us: nothing is known of it. */
    HIDDEN
  }

  public static Lookup found(SourceRecord record) {
    return new Lookup(Kind.FOUND, Optional.of(record));
  }

  public static Lookup gone() {
    return IS_GONE;
  }

  public static Lookup hidden() {
    return IS_HIDDEN;
  }
}
