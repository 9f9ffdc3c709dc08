package io.crmsync.domain.outlook;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.NormalForm;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact as the mailbox holds it now: <i>current</i>. Absent strings, empty lists and empty
 * addresses all mean "no value" and are absent here.
 *
 * @param folder its parent folder, Deleted Items included
 * @param mark the CRM id in our extended property, exactly as stored; empty: not ours
 * @param created by the server's clock; of several marked ones the oldest may decide (R8)
 * @param plain the values of {@link Field.Shape#PLAIN} and {@link Field.Shape#ADDRESS_PART} fields,
 *     not normalised: of an address, the user's parts are sent back as they are
 * @param lists the entries of each list, in Outlook's order, not normalised: the user's are sent
 *     back as they are
 * @param emailNames the names that the e-mail addresses bear, by address as Outlook holds it; never
 *     compared, as the server fills them in, only sent back
 */
public record OutlookContact(
    OutlookId id,
    FolderId folder,
    Optional<String> mark,
    Instant created,
    Map<Field, String> plain,
    Map<ListSlot, List<String>> lists,
    List<String> categories,
    Map<String, String> emailNames) {

  public OutlookContact {
    Map<Field, String> plainCopy = new EnumMap<>(Field.class);
    plain.forEach(
        (field, value) -> {
          if (!NormalForm.of(field, value).isEmpty()) {
            plainCopy.put(field, value);
          }
        });
    plain = Collections.unmodifiableMap(plainCopy);
    Map<ListSlot, List<String>> listCopy = new EnumMap<>(ListSlot.class);
    lists.forEach((slot, entries) -> listCopy.put(slot, List.copyOf(entries)));
    lists = Collections.unmodifiableMap(listCopy);
    categories = List.copyOf(categories);
    emailNames = Map.copyOf(emailNames);
  }

  /** One whose e-mail addresses bear no names. */
  public OutlookContact(
      OutlookId id,
      FolderId folder,
      Optional<String> mark,
      Instant created,
      Map<Field, String> plain,
      Map<ListSlot, List<String>> lists,
      List<String> categories) {
    this(id, folder, mark, created, plain, lists, categories, Map.of());
  }

  /** The value of a field that is not in a list, normalised; the empty string: there is none. */
  public String plainValue(Field field) {
    return NormalForm.of(field, heldValue(field));
  }

  /** The same as Outlook holds it. */
  public String heldValue(Field field) {
    return plain.getOrDefault(field, "");
  }

  public List<String> entries(ListSlot slot) {
    return lists.getOrDefault(slot, List.of());
  }

  /** Ids only: the rest is personal (R20). */
  @Override
  public String toString() {
    return "OutlookContact[" + id + "]";
  }
}
