package io.crmsync.sync.fakes;

import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.patch.ContactPatch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the service makes of e-mail addresses that it is sent: one whose local part is not ASCII, or
 * that ends with a comma, is lost; one of a colleague's becomes the name under which Exchange knows
 * her, and bears the directory's name.
 */
final class RewrittenAddresses {
  /** The domain of all colleagues. */
  private static final String COLLEAGUES = "@colleagues.example";

  private RewrittenAddresses() {}

  /** The same change as the service carries it out. */
  static ContactPatch in(ContactPatch sent) {
    if (!sent.lists().containsKey(ListSlot.EMAILS)) {
      return sent;
    }
    Map<ListSlot, List<String>> lists = new EnumMap<>(ListSlot.class);
    lists.putAll(sent.lists());
    Map<String, String> names = new HashMap<>(sent.emailNames());
    lists.put(
        ListSlot.EMAILS,
        sent.lists().get(ListSlot.EMAILS).stream()
            .filter(address -> !isLost(address))
            .map(address -> named(address, names))
            .toList());
    return new ContactPatch(
        sent.plain(), lists, sent.addresses(), sent.mark(), sent.categories(), names);
  }

  private static boolean isLost(String address) {
    int at = Math.max(address.lastIndexOf('@'), 0);
    return address.endsWith(",") || address.chars().limit(at).anyMatch(each -> each > 0x7F);
  }

  private static String named(String address, Map<String, String> names) {
    String folded = address.toLowerCase(Locale.ROOT);
    if (!folded.endsWith(COLLEAGUES)) {
      return address;
    }
    String who = folded.substring(0, folded.length() - COLLEAGUES.length());
    String legacy = "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=" + who;
    names.put(legacy, "Directory " + who);
    return legacy;
  }
}
