package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.OutlookUser;
import java.util.List;
import java.util.Optional;

/**
 * What users do in Outlook between two requests of the application: after it listed or read, and
 * before it writes.
 */
final class WalkMeanwhile {
  private final Walk walk;

  WalkMeanwhile(Walk walk) {
    this.walk = walk;
  }

  /** One deed in this mailbox, of which the model is told. */
  void act(FakeMailbox mailbox) {
    Optional<String> user =
        Walk.USERS.stream()
            .filter(each -> walk.mailbox(each) == mailbox && !walk.elsewhere.contains(each))
            .findFirst();
    List<OutlookContact> ours =
        mailbox.contacts().stream().filter(copy -> copy.mark().isPresent()).toList();
    if (user.isPresent() && !ours.isEmpty()) {
      act(user.get(), mailbox.user(), ours.get(walk.random.nextInt(ours.size())));
    }
  }

  private void act(String user, OutlookUser person, OutlookContact copy) {
    ContactId id = new ContactId(copy.mark().orElseThrow());
    String key = WalkModel.key(user, id);
    switch (walk.random.nextInt(6)) {
      case 0, 1, 2 -> {
        String mine = "Mine " + walk.number();
        person.edit(copy.id(), Field.POSITION, mine);
        walk.model.userEditsMeanwhile(key, walk.contact(id), mine);
        walk.strike("meanwhile edits", key + " to " + mine);
      }
      case 3 -> {
        person.bin(copy.id());
        walk.model.userDeletesMeanwhile(key, walk.contact(id));
        walk.strike("meanwhile bins", key);
      }
      case 4 -> {
        person.purge(copy.id());
        walk.model.userDeletesMeanwhile(key, walk.contact(id));
        walk.strike("meanwhile purges", key);
      }
      default -> {
        person.move(copy.id(), person.createFolder("Folder " + walk.number()));
        walk.strike("meanwhile moves", key);
      }
    }
  }
}
