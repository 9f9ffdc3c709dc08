package io.crmsync.sync.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.outlook.FolderId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Part of {@link MailboxContract}: contact folders. */
abstract class FolderContract {
  private final MailboxContract of;

  FolderContract(MailboxContract of) {
    this.of = of;
  }

  @Test
  void theDefaultFolderIsThereFromTheStart() {
    FolderId folder = of.mailbox().defaultFolder();
    assertThat(of.mailbox().hasFolder(folder)).isTrue();
    assertThat(of.mailbox().folders()).containsOnlyKeys(folder);
  }

  @Test
  void aFolderIsFoundByItsNameIgnoringCase() {
    assertThat(of.mailbox().findFolder("CRM Contacts")).isEmpty();
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    assertThat(of.mailbox().findFolder("crm contacts")).contains(made);
    assertThat(of.mailbox().folders()).containsEntry(made, "CRM Contacts");
  }

  @Test
  void aFolderMadeTwiceIsOneFolder() {
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    assertThat(of.mailbox().createFolder("CRM contacts")).isEqualTo(made);
  }

  @Test
  void aFolderBelowAnotherIsAContactFolderButNotOneToFindByName() {
    FolderId outer = of.mailbox().createFolder("Outer");
    FolderId inner = of.owner().createFolderIn(outer, "Inner");
    FolderId innermost = of.owner().createFolderIn(inner, "Innermost");
    FolderId below = of.owner().createFolderIn(of.mailbox().defaultFolder(), "Below");
    assertThat(of.mailbox().folders()).containsKeys(outer, inner, innermost, below);
    assertThat(of.mailbox().findFolder("Inner")).isEmpty();
  }

  @Test
  void aFolderDirectlyBelowTheDefaultOneIsFoundByItsName() {
    FolderId below = of.owner().createFolderIn(of.mailbox().defaultFolder(), "CRM Contacts");
    FolderId inner = of.owner().createFolderIn(below, "Inner");
    assertThat(of.mailbox().foldersBelowDefault()).containsOnlyKeys(below);
    assertThat(of.mailbox().findFolder("crm contacts")).contains(below);
    assertThat(of.mailbox().findFolder("Inner")).isEmpty();
    assertThat(of.mailbox().folders()).containsKey(inner);
  }

  @Test
  void theNameOfTheDefaultFolderMeansItInWhateverLanguage() {
    FolderId home = of.mailbox().defaultFolder();
    assertThat(of.mailbox().findFolder("contacts")).contains(home);
    of.owner().renameFolder(home, "Kontakte");
    assertThat(of.mailbox().defaultFolderName()).isEqualTo("Kontakte");
    assertThat(of.mailbox().findFolder("kontakte")).contains(home);
    assertThat(of.mailbox().createFolder("KONTAKTE")).isEqualTo(home);
    assertThat(of.mailbox().findFolder("Contacts")).isEmpty();
  }

  @Test
  void aNameThatAFolderOfMailHasIsGivenToOneBelowTheDefaultFolder() {
    of.owner().createMailFolder("CRM Contacts");
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    assertThat(of.mailbox().foldersBelowDefault()).containsOnlyKeys(made);
    assertThat(of.mailbox().createFolder("CRM Contacts")).isEqualTo(made);
    assertThat(of.mailbox().findFolder("CRM Contacts")).contains(made);
  }

  @Test
  void aRenamedFolderKeepsItsId() {
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    of.owner().renameFolder(made, "Clients");
    assertThat(of.mailbox().hasFolder(made)).isTrue();
    assertThat(of.mailbox().folders()).containsEntry(made, "Clients");
    assertThat(of.mailbox().findFolder("CRM Contacts")).isEmpty();
  }

  @Test
  void aBinnedFolderIsNoContactFolderEvenWhereItAnswers() {
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    of.owner().deleteFolder(made);
    assertThat(of.mailbox().hasFolder(made)).isEqualTo(of.binnedAnswer());
    assertThat(of.mailbox().folders()).doesNotContainKey(made);
    assertThat(of.mailbox().findFolder("CRM Contacts")).isEmpty();
    assertThat(of.mailbox().createFolder("CRM Contacts")).isNotEqualTo(made);
  }

  @Test
  void aFolderThatIsGoneSaysSoToWhoeverUsesIt() {
    FolderId made = of.mailbox().createFolder("CRM Contacts");
    of.owner().deleteFolder(made);
    of.owner().emptyBin();
    assertThat(of.mailbox().hasFolder(made)).isFalse();
    isFolderGone(() -> of.mailbox().list(made));
    isFolderGone(() -> of.mailbox().find(made, MailboxSample.CONTACT, "a@example.org"));
    isFolderGone(() -> of.mailbox().create(made, MailboxSample.whole()));
  }

  private static void isFolderGone(ThrowingCallable use) {
    assertThatThrownBy(use).isInstanceOf(FolderGone.class);
  }
}
