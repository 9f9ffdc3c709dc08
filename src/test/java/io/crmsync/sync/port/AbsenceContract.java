package io.crmsync.sync.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Part of {@link MailboxContract}: moved, binned and gone contacts. */
abstract class AbsenceContract {
  private static final ContactPatch CHANGE = MailboxSample.plain(Field.POSITION, "Chair");

  private final MailboxContract of;

  AbsenceContract(MailboxContract of) {
    this.of = of;
  }

  @Test
  void whatTheUserPurgedIsAbsent() {
    OutlookId id = created();
    of.owner().purge(id);
    assertIsGone(id);
  }

  @Test
  void whatWasRemovedForGoodIsAbsent() {
    OutlookId id = created();
    assertThat(of.mailbox().remove(id, Removal.PERMANENT)).isTrue();
    assertIsGone(id);
  }

  @Test
  void whatWasRemovedSoftlyCanBeRestored() {
    OutlookId id = created();
    assertThat(of.mailbox().remove(id, Removal.SOFT)).isTrue();
    assertIsBinned(id);
    of.owner().restore(id);
    assertThat(of.mailbox().read(id).map(OutlookContact::folder))
        .contains(of.mailbox().defaultFolder());
  }

  @Test
  void whatTheUserBinnedIsInNoContactFolder() {
    OutlookId id = created();
    of.owner().bin(id);
    assertIsBinned(id);
    Optional<FolderId> folder = of.mailbox().update(id, CHANGE).map(WriteAnswer::folder);
    assertThat(folder.isPresent()).isEqualTo(of.binnedAnswer());
    assertThat(folder).isNotIn(of.mailbox().folders().keySet().stream().map(Optional::of).toList());
  }

  @Test
  void whatIsInABinnedFolderIsInNoContactFolder() {
    FolderId folder = of.mailbox().createFolder("CRM Contacts");
    OutlookId id = of.mailbox().create(folder, MailboxSample.whole()).id();
    of.owner().deleteFolder(folder);
    assertIsBinned(id);
  }

  @Test
  void whatTheUserMovedKeepsItsIdAndIsChangedWhereItIs() {
    OutlookId id = created();
    FolderId folder = of.mailbox().createFolder("Elsewhere");
    of.owner().move(id, folder);
    assertThat(of.mailbox().update(id, CHANGE).map(WriteAnswer::folder)).contains(folder);
    assertThat(of.mailbox().read(id).map(OutlookContact::folder)).contains(folder);
    assertThat(of.mailbox().remove(id, Removal.SOFT)).isTrue();
    assertIsBinned(id);
  }

  @Test
  void aMailboxMadeAnewIsEmptyAndKnowsNoIdOfTheOneBeforeIt() {
    OutlookId id = created();
    FolderId before = of.mailbox().defaultFolder();
    of.owner().makeAnew();
    assertThat(of.mailbox().defaultFolder()).isNotEqualTo(before);
    assertThat(of.mailbox().hasFolder(before)).isFalse();
    assertThat(of.mailbox().folders()).containsOnlyKeys(of.mailbox().defaultFolder());
    assertThat(of.mailbox().list(of.mailbox().defaultFolder())).isEmpty();
    assertIsGone(id);
  }

  private OutlookId created() {
    return of.mailbox().create(of.mailbox().defaultFolder(), MailboxSample.whole()).id();
  }

  private void assertIsGone(OutlookId id) {
    assertThat(of.mailbox().read(id)).isEmpty();
    assertThat(of.mailbox().update(id, CHANGE)).isEmpty();
    assertThat(of.mailbox().remove(id, Removal.SOFT)).isFalse();
    assertThat(of.mailbox().remove(id, Removal.PERMANENT)).isFalse();
  }

  private void assertIsBinned(OutlookId id) {
    Optional<OutlookContact> read = of.mailbox().read(id);
    assertThat(read.isPresent()).isEqualTo(of.binnedAnswer());
    read.ifPresent(
        contact -> assertThat(of.mailbox().folders()).doesNotContainKey(contact.folder()));
  }
}
