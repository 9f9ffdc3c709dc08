package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.port.MailboxOwner;
import java.util.Map;

/** The contract's words for the user of a fake mailbox. */
record FakeOwner(OutlookUser user) implements MailboxOwner {
  @Override
  public OutlookId addContact(FolderId folder, String email, String emailName) {
    OutlookId id = user.add(folder, Map.of(Field.EMAIL, email));
    user.nameEmail(id, email, emailName);
    return id;
  }

  @Override
  public void bin(OutlookId contact) {
    user.bin(contact);
  }

  @Override
  public void purge(OutlookId contact) {
    user.purge(contact);
  }

  @Override
  public void restore(OutlookId contact) {
    user.restore(contact);
  }

  @Override
  public void move(OutlookId contact, FolderId folder) {
    user.move(contact, folder);
  }

  @Override
  public OutlookId copy(OutlookId contact, FolderId folder) {
    return user.copy(contact, folder);
  }

  @Override
  public FolderId createFolderIn(FolderId parent, String name) {
    return user.createFolderIn(parent, name);
  }

  @Override
  public void createMailFolder(String name) {
    user.createMailFolder(name);
  }

  @Override
  public void renameFolder(FolderId folder, String name) {
    user.renameFolder(folder, name);
  }

  @Override
  public void deleteFolder(FolderId folder) {
    user.deleteFolder(folder);
  }

  @Override
  public void emptyBin() {
    user.emptyBin();
  }

  @Override
  public void makeAnew() {
    user.makeAnew();
  }
}
