package io.crmsync.domain.patch;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one POST or PATCH sends. What is not in it is not sent and stays as it is.
 *
 * @param plain value of each plain field; the empty string clears it
 * @param lists each list that is sent, whole
 * @param addresses each address that is sent, whole: its parts that have a value; none clears it
 * @param mark the mark to set; empty: leave it
 * @param categories the categories to set, whole; empty: leave them
 * @param emailNames the names that entries of {@link ListSlot#EMAILS} bear, by address as sent: a
 *     list is replaced whole, and the user's names in it with it. Taken from {@link
 *     OutlookContact#emailNames}; names of addresses that are not sent do no harm
 */
public record ContactPatch(
    Map<Field, String> plain,
    Map<ListSlot, List<String>> lists,
    Map<AddressSlot, Map<Field, String>> addresses,
    Optional<ContactId> mark,
    Optional<List<String>> categories,
    Map<String, String> emailNames) {

  public ContactPatch {
    Map<Field, String> plainCopy = new EnumMap<>(Field.class);
    plainCopy.putAll(plain);
    plain = Collections.unmodifiableMap(plainCopy);
    Map<ListSlot, List<String>> listCopy = new EnumMap<>(ListSlot.class);
    lists.forEach((slot, entries) -> listCopy.put(slot, List.copyOf(entries)));
    lists = Collections.unmodifiableMap(listCopy);
    Map<AddressSlot, Map<Field, String>> addressCopy = new EnumMap<>(AddressSlot.class);
    addresses.forEach((slot, parts) -> addressCopy.put(slot, Map.copyOf(parts)));
    addresses = Collections.unmodifiableMap(addressCopy);
    categories = categories.map(List::copyOf);
    emailNames = Map.copyOf(emailNames);
  }

  /** One whose e-mail addresses bear no names. */
  public ContactPatch(
      Map<Field, String> plain,
      Map<ListSlot, List<String>> lists,
      Map<AddressSlot, Map<Field, String>> addresses,
      Optional<ContactId> mark,
      Optional<List<String>> categories) {
    this(plain, lists, addresses, mark, categories, Map.of());
  }

  /** Lists alone; the entries bear the names that they bore in another patch. */
  static ContactPatch ofLists(Map<ListSlot, List<String>> lists, ContactPatch other) {
    return new ContactPatch(
        Map.of(), lists, Map.of(), Optional.empty(), Optional.empty(), other.emailNames);
  }

  public boolean isEmpty() {
    return plain.isEmpty()
        && lists.isEmpty()
        && addresses.isEmpty()
        && mark.isEmpty()
        && categories.isEmpty();
  }

  /** The same, with this value in a plain field. */
  ContactPatch withPlain(Field field, String value) {
    Map<Field, String> more = new EnumMap<>(Field.class);
    more.putAll(plain);
    more.put(field, value);
    return new ContactPatch(more, lists, addresses, mark, categories, emailNames);
  }

  public ContactPatch marked(ContactId contact, Optional<List<String>> newCategories) {
    return new ContactPatch(
        plain, lists, addresses, Optional.of(contact), newCategories, emailNames);
  }

  /** The same, with the names that the user's e-mail addresses bear in the mailbox. */
  public ContactPatch keepingEmailNames(OutlookContact current) {
    return new ContactPatch(plain, lists, addresses, mark, categories, current.emailNames());
  }

  /** Names what is sent, never the values (R20). */
  @Override
  public String toString() {
    return "ContactPatch[" + plain.keySet() + lists.keySet() + addresses.keySet() + "]";
  }
}
