package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.OutlookUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What users do in Outlook during a walk, with our copies, their folders and their own contacts.
 */
final class WalkOutlook {
  private final Walk walk;
  private final WalkNights nights;

  /** Contacts of the users' own, as they left them: nobody else may touch these. */
  private final Map<OutlookId, OutlookContact> own = new HashMap<>();

  private final Map<OutlookId, String> ownerOf = new HashMap<>();

  WalkOutlook(Walk walk, WalkNights nights) {
    this.walk = walk;
    this.nights = nights;
  }

  /** One deed, of which the model is told. */
  void act() {
    List<String> keys = List.copyOf(new TreeSet<>(walk.model.copies().keySet()));
    if (keys.isEmpty()) {
      return;
    }
    String key = keys.get(walk.random.nextInt(keys.size()));
    String user = WalkModel.userOf(key);
    List<OutlookContact> copies = walk.copies(user, new ContactId(WalkModel.contactOf(key)));
    if (copies.size() == 1) { // between two nights the model may be ahead
      act(key, user, copies.get(0));
    }
  }

  private void act(String key, String user, OutlookContact copy) {
    OutlookUser person = walk.mailbox(user).user();
    switch (walk.random.nextInt(10)) {
      case 0, 1, 2 -> edit(key, person, copy.id());
      case 3 -> bin(key, person, copy.id());
      case 4 -> {
        walk.tell("purges " + key);
        person.purge(copy.id());
        walk.model.userDeletes(key);
      }
      case 5 -> {
        walk.tell("moves " + key);
        person.move(copy.id(), person.createFolder("Folder " + walk.number()));
      }
      case 6 -> {
        walk.tell("renames the folder of " + key);
        renameFolder(user, copy.folder());
      }
      case 7 -> deleteFolder(user, copy.folder());
      case 8 -> binAndRestore(key, person);
      default -> addOwn(user, copy.folder());
    }
  }

  private void edit(String key, OutlookUser person, OutlookId id) {
    String mine = "Mine " + walk.number();
    person.edit(id, Field.POSITION, mine);
    walk.model.userEdits(key, mine);
    walk.tell("edits " + key + " to " + mine);
  }

  private void bin(String key, OutlookUser person, OutlookId id) {
    walk.tell("bins " + key);
    person.bin(id);
    walk.model.userDeletes(key);
    if (walk.oneIn(3)) {
      person.emptyBin();
    }
  }

  /** Back before anybody noticed, or after a night that saw it gone and changed nothing. */
  private void binAndRestore(String key, OutlookUser person) {
    nights.converge();
    Optional<WalkModel.Copy> before = Optional.ofNullable(walk.model.copies().get(key));
    if (before.isEmpty()) {
      return;
    }
    ContactId contact = new ContactId(WalkModel.contactOf(key));
    OutlookId id = walk.copies(WalkModel.userOf(key), contact).get(0).id();
    walk.tell("bins and restores " + key);
    person.bin(id);
    walk.model.userDeletes(key);
    if (walk.random.nextBoolean()) {
      walk.binIsNeeded = true;
      nights.converge();
      walk.binIsNeeded = false;
    }
    person.restore(id);
    walk.model.userRestores(key, before.get());
  }

  private void renameFolder(String user, FolderId folder) {
    if (ours(user, folder)) {
      walk.mailbox(user).user().renameFolder(folder, "Renamed " + walk.number());
    }
  }

  private void deleteFolder(String user, FolderId folder) {
    if (!ours(user, folder)) {
      return;
    }
    walk.tell(user + " deletes folder " + folder);
    for (OutlookContact lost : walk.mailbox(user).contacts()) {
      if (lost.folder().equals(folder)) {
        own.remove(lost.id());
        lost.mark().ifPresent(id -> walk.model.userDeletes(user + "/" + id));
      }
    }
    walk.mailbox(user).user().deleteFolder(folder);
    // Noticed late: the list of folders is believed for 10 minutes (docs/measured.md).
    walk.world.clock.forward(Duration.ofMinutes(11));
  }

  private boolean ours(String user, FolderId folder) {
    return !folder.equals(walk.mailbox(user).defaultFolder());
  }

  private void addOwn(String user, FolderId folder) {
    OutlookId id =
        walk.mailbox(user)
            .user()
            .add(
                folder,
                Map.of(Field.FIRST_NAME, "Own " + walk.number(), Field.EMAIL, "own@example.org"));
    own.put(id, walk.mailbox(user).contact(id).orElseThrow());
    ownerOf.put(id, walk.address(user));
    walk.tell(user + " adds a contact of their own in " + folder);
  }

  /** The users' own contacts that are no longer as they were left. */
  List<OutlookId> touched() {
    return own.entrySet().stream()
        .filter(
            contact ->
                !walk.world
                    .outlook
                    .at(Optional.ofNullable(ownerOf.get(contact.getKey())).orElseThrow())
                    .contact(contact.getKey())
                    .equals(Optional.of(contact.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is in this mailbox is watched no longer. */
  void forget(FakeMailbox mailbox) {
    ownerOf.values().removeIf(address -> walk.world.outlook.at(address).equals(mailbox));
    own.keySet().retainAll(ownerOf.keySet());
  }

  /** A mailbox got another address. */
  void renamed(String before, String after) {
    ownerOf.replaceAll((id, address) -> address.equals(before) ? after : address);
  }
}
