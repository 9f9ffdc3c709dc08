package io.crmsync.domain.eligibility;

import java.util.regex.Pattern;

/**
 * What stands before the @: atoms with single dots between them, or a quoted string (RFC 5321,
 * 4.1.2). RFC 6531 adds what is not ASCII, of which spaces, controls and unpaired surrogates are
 * left out here: no mail system takes them.
 */
final class LocalPart {
  private static final int MOST_OCTETS = 64;
  private static final String BEYOND_ASCII = "[^\\x00-\\x7F\\p{IsWhite_Space}\\p{Cc}\\p{Cs}]";
  private static final String ATOM = "(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|" + BEYOND_ASCII + ")+";
  private static final String QUOTED_CHARACTER =
      "[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E]|" + BEYOND_ASCII;
  private static final Pattern FORM =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*|\"(?:" + QUOTED_CHARACTER + ")*\"");

  private LocalPart() {}

  static boolean valid(String localPart) {
    return InternetAddress.octets(localPart) <= MOST_OCTETS && FORM.matcher(localPart).matches();
  }
}
