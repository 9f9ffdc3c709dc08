package io.crmsync.domain.eligibility;

import io.crmsync.domain.contact.Text;
import java.nio.charset.StandardCharsets;

/**
 * Whether mail on the Internet can be sent to an address (R4): the mailbox of RFC 5321 with its
 * length limits in octets, internationalised as in RFC 6531; no address literals, no comments,
 * nothing that cannot be seen.
 */
final class InternetAddress {
  private static final int MOST_OCTETS = 254;

  private InternetAddress() {}

  /** Takes a normalised address. */
  static boolean sendable(String address) {
    // The domain has no @, so the last one is the separator even where the local part is quoted.
    int at = address.lastIndexOf('@');
    return at > 0
        && address.codePoints().noneMatch(Text::isInvisible)
        && octets(address) <= MOST_OCTETS
        && LocalPart.valid(address.substring(0, at))
        && MailDomain.valid(address.substring(at + 1));
  }

  /** Length on the wire; far too long ones are not encoded to find out. */
  static int octets(String text) {
    return text.length() > MOST_OCTETS
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
