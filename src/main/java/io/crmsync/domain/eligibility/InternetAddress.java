package io.crmsync.domain.eligibility;

/** Placeholder until the mail rule lands. */
final class InternetAddress {
  private InternetAddress() {}

  static boolean sendable(String address) {
    return address.indexOf('@') > 0;
  }
}
