package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.sync.port.MailboxRefused;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Outlook makes of a contact and a patch. */
final class PatchedContact {
  private static final Set<Field> REGENERATE =
      Set.of(Field.FIRST_NAME, Field.INITIALS, Field.LAST_NAME);

  private PatchedContact() {}

  static OutlookContact of(OutlookContact old, ContactPatch patch) {
    refuseFullLists(patch);
    Map<Field, String> plain = new EnumMap<>(Field.class);
    plain.putAll(old.plain());
    patch.addresses().keySet().forEach(slot -> plain.keySet().removeAll(slot.parts()));
    patch.addresses().values().forEach(plain::putAll);
    plain.putAll(patch.plain());
    if (patch.plain().keySet().stream().anyMatch(REGENERATE::contains)
        && !patch.plain().containsKey(Field.FULL_NAME)) {
      plain.put(Field.FULL_NAME, generatedName(plain));
    }
    Map<ListSlot, List<String>> lists = new EnumMap<>(ListSlot.class);
    lists.putAll(old.lists());
    lists.putAll(patch.lists());
    return new OutlookContact(
        old.id(),
        old.folder(),
        patch.mark().map(ContactId::value).or(old::mark),
        old.created(),
        plain,
        lists,
        patch.categories().orElse(old.categories()),
        names(old, patch));
  }

  private static void refuseFullLists(ContactPatch patch) {
    patch
        .lists()
        .forEach(
            (slot, entries) -> {
              if (entries.size() > slot.capacity()) {
                throw new MailboxRefused("ErrorInvalidProperty", slot + " 400 by the fake");
              }
            });
  }

  private static String generatedName(Map<Field, String> plain) {
    return Stream.of(Field.FIRST_NAME, Field.INITIALS, Field.LAST_NAME)
        .map(part -> plain.getOrDefault(part, ""))
        .filter(part -> !Text.blank(part))
        .collect(Collectors.joining(" "));
  }

  /** A list is replaced whole, its names too: who sends none gets the address as name. */
  private static Map<String, String> names(OutlookContact old, ContactPatch patch) {
    return Optional.ofNullable(patch.lists().get(ListSlot.EMAILS))
        .map(
            sent -> {
              Map<String, String> names = new HashMap<>();
              sent.forEach(a -> names.put(a, patch.emailNames().getOrDefault(a, a)));
              return names;
            })
        .orElse(new HashMap<>(old.emailNames()));
  }
}
