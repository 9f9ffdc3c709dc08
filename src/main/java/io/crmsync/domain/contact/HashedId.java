package io.crmsync.domain.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The form of ids of sources that have no order which we share: four hex digits of the SHA-256 of
 * the id's UTF-8 text, then the id. So any ids are spread evenly over shards, and the order of
 * shards is that of ids.
 */
public final class HashedId {
  private static final int DIGITS = 4;
  private static final int SHARE = 1 << (4 * DIGITS);

  private HashedId() {}

  /**
   * Takes the CRM's own text, gives our id of it.
   *
   * @throws IllegalArgumentException it is no id: docs/api/crm-feed.openapi.yaml
   */
  public static ContactId of(String text) {
    return new ContactId(hash(text) + text);
  }

  /** The CRM's own text of such an id. */
  public static String text(ContactId id) {
    return id.value().substring(Math.min(DIGITS, id.value().length()));
  }

  /**
   * The shard that an id belongs to.
   *
   * @param shards how many there are, 1 to 65536
   * @return from 0; greater ids are in the same shard or a greater one. An id of another form is in
   *     the first
   */
  public static int shard(ContactId id, int shards) {
    String prefix = id.value().substring(0, Math.min(DIGITS, id.value().length()));
    return prefix.matches("[0-9a-f]{4}")
        ? (int) ((long) Integer.parseInt(prefix, 16) * shards / SHARE)
        : 0;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
