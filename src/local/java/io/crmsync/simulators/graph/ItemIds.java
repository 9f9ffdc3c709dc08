package io.crmsync.simulators.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Mints ids that look like Exchange's: long, case-sensitive (some differ in case only), with
 * characters that must be encoded in an address.
 */
final class ItemIds {
  private static final String IMMUTABLE = "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A";
  private static final String MUTABLE =
      "AAMkADUyMDk4OGIwLTFhNjEtNGQ3MS1hMGQ2LWVkNTk0MDM4ZjJkMQBGAAAAAAA";
  private static final String FOLDER =
      "AAMkADUyMDk4OGIwLTFhNjEtNGQ3MS1hMGQ2LWVkNTk0MDM4ZjJkMQAuAAAAAAA";

  private final UUID mailbox;

  ItemIds(String mailboxObjectId) {
    this.mailbox = UUID.nameUUIDFromBytes(mailboxObjectId.getBytes(StandardCharsets.UTF_8));
  }

  String immutable(long serial) {
    return IMMUTABLE + encoded(serial);
  }

  String mutable(long serial) {
    return MUTABLE + encoded(serial);
  }

  String folder(long serial) {
    return FOLDER + encoded(serial);
  }

  static String changeKey(long serial) {
    return Base64.getUrlEncoder()
        .encodeToString(ByteBuffer.allocate(12).putInt(0x11000000).putLong(serial).array());
  }

  static boolean wellFormed(String id) {
    return id.startsWith(IMMUTABLE) || id.startsWith(MUTABLE) || id.startsWith(FOLDER);
  }

  private String encoded(long serial) {
    ByteBuffer bytes = ByteBuffer.allocate(26);
    bytes.putLong(mailbox.getMostSignificantBits()).putLong(mailbox.getLeastSignificantBits());
    return Base64.getUrlEncoder().encodeToString(bytes.putLong(serial).putShort((short) 0).array());
  }
}
