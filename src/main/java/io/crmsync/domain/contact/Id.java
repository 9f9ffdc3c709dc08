package io.crmsync.domain.contact;

import java.util.regex.Pattern;

/** The one form that ids of contacts, users and groups have in the CRM feed (schema Id). */
final class Id {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");

  private Id() {}

  static String checked(String value, String what) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " id breaks the feed's pattern ^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$");
    }
    return value;
  }
}
