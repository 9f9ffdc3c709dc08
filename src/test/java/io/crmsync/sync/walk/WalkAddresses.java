package io.crmsync.sync.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.List;
import java.util.Locale;

/** What must stand among the e-mail addresses of a copy, on a service that rewrites some (R10). */
final class WalkAddresses {
  /** Whose addresses the service turns into a name of its own. */
  static final String COLLEAGUES = "@colleagues.example";

  /** How addresses begin that the service loses. */
  static final String UMLAUT = "\u00fc";

  private WalkAddresses() {}

  /**
   * The CRM's address is there, as the service made it, and none stands there twice. An older one
   * of the CRM's may stand beside it where nobody could tell any more that it was ours (R12): then
   * an equal entry is ours, else ours is appended, and one that the service turned into a name of
   * its own is not equal.
   */
  static void check(String key, String email, OutlookContact copy, boolean rewrites) {
    List<String> entries =
        copy.entries(ListSlot.EMAILS).stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
    assertThat(entries).as("addresses of " + key).doesNotHaveDuplicates();
    if (rewrites && email.startsWith(UMLAUT)) {
      return; // lost on the way
    }
    String wanted =
        rewrites && email.endsWith(COLLEAGUES)
            ? "/cn=recipients/cn=" + email.substring(0, email.indexOf('@'))
            : email;
    assertThat(entries)
        .as("addresses of " + key + " for " + email)
        .anyMatch(entry -> entry.endsWith(wanted));
  }
}
