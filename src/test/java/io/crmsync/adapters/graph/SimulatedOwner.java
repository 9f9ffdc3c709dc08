package io.crmsync.adapters.graph;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.simulators.graph.MailboxUser;
import io.crmsync.sync.port.MailboxOwner;
import java.util.List;
import java.util.Map;

/** The contract's words for the owner of a simulated mailbox. */
record SimulatedOwner(MailboxUser user) implements MailboxOwner {
  @Override
  public OutlookId addContact(FolderId folder, String email, String emailName) {
    Map<String, String> entry = Map.of("address", email, "name", emailName);
    return new OutlookId(user.addContact(folder.value(), Map.of("emailAddresses", List.of(entry))));
  }

  @Override
  public void bin(OutlookId contact) {
    user.deleteContact(contact.value());
  }

  @Override
  public void purge(OutlookId contact) {
    user.purgeContact(contact.value());
  }

  @Override
  public void restore(OutlookId contact) {
    user.restoreContact(contact.value());
  }

  @Override
  public void move(OutlookId contact, FolderId folder) {
    user.moveContact(contact.value(), folder.value());
  }

  @Override
  public OutlookId copy(OutlookId contact, FolderId folder) {
    return new OutlookId(user.copyContact(contact.value(), folder.value()));
  }

  @Override
  public FolderId createFolderIn(FolderId parent, String name) {
    return new FolderId(user.createFolder(name, parent.value()));
  }

  @Override
  public void createMailFolder(String name) {
    user.createMailFolder(name);
  }

  @Override
  public void renameFolder(FolderId folder, String name) {
    user.renameFolder(folder.value(), name);
  }

  @Override
  public void deleteFolder(FolderId folder) {
    user.deleteFolder(folder.value());
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
