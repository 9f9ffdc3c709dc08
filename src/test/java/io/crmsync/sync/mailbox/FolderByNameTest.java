package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folder SYNC_FOLDER means in a mailbox (R9). */
class FolderByNameTest {
  @ParameterizedTest
  @CsvSource({"Contacts,Contacts", "Kontakte,kontakte", "Contacts,default", "Kontakte,default"})
  void theNameOfTheMailboxsOwnContactsFolderMeansThatFolder(String name, String setting) {
    World world = world(setting);
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().renameFolder(mailbox.defaultFolder(), name);
    world.night();
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(mailbox.defaultFolder());
    assertThat(mailbox.calls(MailboxCall.CREATE_FOLDER)).isZero();
  }

  @Test
  void oneDirectlyBelowTheContactsFolderIsTaken() {
    World world = world("CRM Contacts");
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId below = mailbox.user().createFolderIn(mailbox.defaultFolder(), "crm contacts");
    world.night();
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(below);
  }

  @Test
  void oneBesideTheContactsFolderComesFirst() {
    World world = world("CRM Contacts");
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().createFolderIn(mailbox.defaultFolder(), "CRM Contacts");
    FolderId beside = mailbox.user().createFolder("CRM Contacts");
    world.night();
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(beside);
  }

  @Test
  void aNameThatSomethingElseHasFailsNoPair() {
    World world = world("CRM Contacts");
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().createMailFolder("CRM Contacts");
    world.night();
    assertThat(mailbox.foldersBelowDefault()).containsKey(world.copy("u1", "c1").folder());
  }

  @Test
  void oneThatIsMovedBelowTheContactsFolderStaysOurs() {
    World world = world("CRM Contacts");
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId ours = world.folderOf("u1");
    mailbox.user().moveFolder(ours, mailbox.defaultFolder());
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    assertThat(world.copy("u1", "c2").folder()).isEqualTo(ours);
  }

  private static World world(String folder) {
    World world = new World(World.settings().folder(folder).build());
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    return world;
  }
}
