package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mailbox in memory that behaves as Outlook does. Thread-safe: a request is carried out at once
 * and whole. What tests look at or set up is not counted as a request.
 */
public final class FakeMailbox implements Mailbox {
  private final FakeMailboxes home;
  private final Object lock = new Object();
  private FakeContents contents;
  private final Faults faults = new Faults();
  private final CallLog log = new CallLog();

  FakeMailbox(FakeMailboxes home, FakeContents contents) {
    this.home = home;
    this.contents = contents;
  }

  @Override
  public FolderId defaultFolder() {
    return request(MailboxCall.DEFAULT_FOLDER, in -> in.folders.defaultFolder);
  }

  @Override
  public String defaultFolderName() {
    return request(MailboxCall.DEFAULT_FOLDER, in -> in.folders.defaultName());
  }

  @Override
  public Map<FolderId, String> foldersBelowDefault() {
    return request(MailboxCall.FIND_FOLDER, in -> in.folders.belowDefault());
  }

  @Override
  public Map<FolderId, String> folders() {
    return request(MailboxCall.FOLDERS, in -> in.folders.liveOnes());
  }

  @Override
  public Map<FolderId, String> foldersBeside() {
    return request(MailboxCall.FIND_FOLDER, in -> in.folders.besideDefault());
  }

  @Override
  public FolderId createFolder(String name) {
    return request(MailboxCall.CREATE_FOLDER, in -> in.folders.findOrMake(name));
  }

  @Override
  public boolean hasFolder(FolderId folder) {
    return request(MailboxCall.HAS_FOLDER, in -> answers(in, folder));
  }

  @Override
  public List<FolderEntry> list(FolderId folder) {
    return request(MailboxCall.LIST, in -> in.entries(answering(in, folder)));
  }

  @Override
  public List<FolderEntry> find(FolderId folder, ContactId contact, String email) {
    return request(MailboxCall.FIND, in -> in.find(answering(in, folder), contact, email));
  }

  @Override
  public Optional<OutlookContact> read(OutlookId id) {
    return request(MailboxCall.READ, in -> reachable(in, id));
  }

  @Override
  public WriteAnswer create(FolderId folder, ContactPatch content) {
    return request(
        MailboxCall.CREATE, in -> in.answer(in.add(answering(in, folder), home.created(content))));
  }

  @Override
  public Optional<WriteAnswer> update(OutlookId id, ContactPatch change) {
    return request(
        MailboxCall.UPDATE,
        in ->
            reachable(in, id)
                .map(
                    contact -> {
                      in.patch(id, home.carriedOut(change));
                      return in.answer(id);
                    }));
  }

  @Override
  public boolean unmark(OutlookId id) {
    return request(
        MailboxCall.UPDATE,
        in -> {
          boolean there = reachable(in, id).isPresent();
          if (there) {
            in.unmark(id);
          }
          return there;
        });
  }

  @Override
  public boolean remove(OutlookId id, Removal how) {
    return request(
        MailboxCall.REMOVE,
        in -> {
          Optional<OutlookContact> found = reachable(in, id);
          found.ifPresent(contact -> remove(in, contact, how));
          return found.isPresent();
        });
  }

  /** What the mailbox's user does in Outlook. */
  public OutlookUser user() {
    return new OutlookUser(this);
  }

  /** Every contact in a contact folder, the user's own ones too. */
  public List<OutlookContact> contacts() {
    return look(in -> in.all().stream().filter(c -> in.folders.live(c.folder())).toList());
  }

  /** Every contact in Deleted Items, or in a folder there. */
  public List<OutlookContact> binned() {
    return look(in -> in.all().stream().filter(c -> !in.folders.live(c.folder())).toList());
  }

  /** The contacts in contact folders that carry this mark. */
  public List<OutlookContact> marked(ContactId contact) {
    Optional<String> mark = Optional.of(contact.value());
    return contacts().stream().filter(c -> c.mark().equals(mark)).toList();
  }

  /** A contact wherever it is, the bin included. */
  public Optional<OutlookContact> contact(OutlookId id) {
    return look(in -> in.contact(id));
  }

  /** Gives the mailbox another address; the old one is nobody's any more. */
  public void rename(String address) {
    home.rename(this, address);
  }

  /** Gives the mailbox one more address, as an object id is beside a principal name. */
  public void alias(String address) {
    home.alias(this, address);
  }

  /**
   * Its licence is taken away and given back: another mailbox, empty, answers at every address of
   * this one, and no id of what was in it means anything any more.
   */
  public void makeAnew() {
    synchronized (lock) {
      contents = home.fresh();
    }
  }

  /** The next request of this kind fails unexecuted; several wait in line. */
  public void failBefore(MailboxCall call, RuntimeException fault) {
    faults.addBefore(call, fault);
  }

  /** The next request of this kind is carried out, but its answer is lost. */
  public void failAfter(MailboxCall call, RuntimeException fault) {
    faults.addAfter(call, fault);
  }

  /** From now on every request gets {@link MailboxClosed}. */
  public void close(MailboxClosed.Cause reason) {
    faults.close(Optional.of(reason));
  }

  /** Undoes {@link #close}. */
  public void reopen() {
    faults.close(Optional.empty());
  }

  /** Until told false, new contacts are neither listed nor found, though they can be read. */
  public void searchLags(boolean lags) {
    look(
        in -> {
          in.lagIndex(lags);
          return lags;
        });
  }

  /** How many requests of this kind came, the failed ones included. */
  public int calls(MailboxCall call) {
    return log.of(call);
  }

  /** How many requests came at all. */
  public int calls() {
    return log.total();
  }

  public void forgetCalls() {
    log.forget();
  }

  <T> T look(Function<FakeContents, T> question) {
    synchronized (lock) {
      return question.apply(contents);
    }
  }

  private <T> T request(MailboxCall call, Function<FakeContents, T> work) {
    log.add(call);
    home.hook().before(this, call);
    faults.strikeBefore(call);
    T answer = look(work);
    faults.strikeAfter(call);
    home.hook().after(this, call);
    return answer;
  }

  private static void remove(FakeContents in, OutlookContact contact, Removal how) {
    boolean purge = how == Removal.PERMANENT || !in.folders.live(contact.folder());
    if (purge) {
      in.purge(contact.id());
    } else {
      in.move(contact.id(), in.folders.bin);
    }
  }

  private Optional<OutlookContact> reachable(FakeContents in, OutlookId id) {
    return in.contact(id).filter(c -> home.binnedAnswer() || in.folders.live(c.folder()));
  }

  private FolderId answering(FakeContents in, FolderId folder) {
    if (!answers(in, folder)) {
      throw new FolderGone("404 ErrorItemNotFound by the fake");
    }
    return folder;
  }

  private boolean answers(FakeContents in, FolderId folder) {
    return in.folders.exists(folder) && (home.binnedAnswer() || in.folders.live(folder));
  }
}
