package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ContactPatch;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the user of a mailbox does in Outlook: never a request, never a fault. */
public final class OutlookUser {
  private final FakeMailbox mailbox;

  OutlookUser(FakeMailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Sets one field, the others stay; of a list, it becomes the only entry. Empty: clears it. */
  public void edit(OutlookId id, Field field, String value) {
    act(in -> in.patch(id, only(in.contact(id).orElseThrow(), field, value)));
  }

  /** Sets the entries of a list. */
  public void editList(OutlookId id, ListSlot slot, List<String> entries) {
    act(in -> in.patch(id, lists(Map.of(slot, entries), Map.of())));
  }

  /** Gives a name to an e-mail address of a contact. */
  public void nameEmail(OutlookId id, String address, String name) {
    act(
        in -> {
          List<String> emails = in.contact(id).orElseThrow().entries(ListSlot.EMAILS);
          in.patch(id, lists(Map.of(ListSlot.EMAILS, emails), Map.of(address, name)));
        });
  }

  /** Sets the categories. */
  public void categorise(OutlookId id, List<String> categories) {
    ContactPatch change =
        new ContactPatch(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.of(categories));
    act(in -> in.patch(id, change));
  }

  /** Adds a contact of the user's own: it has no mark. */
  public OutlookId add(FolderId folder, Map<Field, String> values) {
    return mailbox.look(
        in -> {
          OutlookId id = in.add(folder, lists(Map.of(), Map.of()));
          values.forEach(
              (field, value) -> in.patch(id, only(in.contact(id).orElseThrow(), field, value)));
          return id;
        });
  }

  /** Deletes a contact: it goes to Deleted Items. */
  public void bin(OutlookId id) {
    act(in -> in.move(id, in.folders.bin));
  }

  /** Deletes a contact for good, wherever it is. */
  public void purge(OutlookId id) {
    act(in -> in.purge(id));
  }

  /** Takes a contact out of Deleted Items, back to where it was. */
  public void restore(OutlookId id) {
    act(in -> in.move(id, in.formerFolder(id)));
  }

  /** Empties Deleted Items, with the folders in it. */
  public void emptyBin() {
    act(FakeContents::emptyBin);
  }

  /** Moves a contact to another folder; it keeps its id. */
  public void move(OutlookId id, FolderId folder) {
    act(in -> in.move(id, folder));
  }

  /** Copies a contact; the copy has an id of its own, and the mark. */
  public OutlookId copy(OutlookId id, FolderId folder) {
    return mailbox.look(in -> in.copy(id, folder));
  }

  /** Makes a folder beside the default one. */
  public FolderId createFolder(String name) {
    return mailbox.look(in -> in.folders.make(name));
  }

  /** Makes a folder in another one. */
  public FolderId createFolderIn(FolderId parent, String name) {
    return mailbox.look(in -> in.folders.makeIn(parent, name));
  }

  /** Makes a folder of mail beside the default one of contacts. */
  public void createMailFolder(String name) {
    act(in -> in.folders.makeForMail(name));
  }

  /** Renames a folder; it keeps its id. The default one gets its name with the language. */
  public void renameFolder(FolderId folder, String name) {
    act(in -> in.folders.rename(folder, name));
  }

  /** Moves a folder, with all in it, below another. */
  public void moveFolder(FolderId folder, FolderId parent) {
    act(in -> in.folders.moveBelow(folder, parent));
  }

  /** Deletes a folder: it goes to Deleted Items with all in it. */
  public void deleteFolder(FolderId folder) {
    act(in -> in.folders.toBin(folder));
  }

  /** Takes a folder out of Deleted Items with all in it. */
  public void restoreFolder(FolderId folder) {
    act(in -> in.folders.backFromBin(folder));
  }

  /** See {@link FakeMailbox#makeAnew}. */
  public void makeAnew() {
    mailbox.makeAnew();
  }

  private void act(Consumer<FakeContents> deed) {
    mailbox.look(
        in -> {
          deed.accept(in);
          return in;
        });
  }

  private static ContactPatch only(OutlookContact contact, Field field, String value) {
    return switch (field.shape()) {
      case PLAIN -> plain(contact, field, value);
      case LIST_ENTRY -> lists(Map.of(slotOf(field), entries(value)), Map.of());
      case ADDRESS_PART -> part(contact, field, value);
    };
  }

  private static List<String> entries(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  /** Outlook on the desktop leaves the display name alone when a person edits another name. */
  private static ContactPatch plain(OutlookContact contact, Field field, String value) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.put(Field.FULL_NAME, contact.plainValue(Field.FULL_NAME));
    values.put(field, value);
    return new ContactPatch(values, Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  private static ContactPatch part(OutlookContact contact, Field field, String value) {
    AddressSlot slot = AddressSlot.of(field).orElseThrow();
    Map<Field, String> parts = new EnumMap<>(Field.class);
    slot.parts().forEach(each -> parts.put(each, contact.plainValue(each)));
    parts.put(field, value);
    return new ContactPatch(
        Map.of(), Map.of(), Map.of(slot, parts), Optional.empty(), Optional.empty());
  }

  private static ContactPatch lists(
      Map<ListSlot, List<String>> lists, Map<String, String> emailNames) {
    return new ContactPatch(
        Map.of(), lists, Map.of(), Optional.empty(), Optional.empty(), emailNames);
  }

  private static ListSlot slotOf(Field field) {
    return Arrays.stream(ListSlot.values())
        .filter(slot -> slot.field() == field)
        .findFirst()
        .orElseThrow();
  }
}
