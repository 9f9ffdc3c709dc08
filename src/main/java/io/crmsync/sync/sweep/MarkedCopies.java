package io.crmsync.sync.sweep;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.ParsedId;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.Mailboxes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every contact of a mailbox that carries our mark, in whichever contact folder it is. What lies in
 * Deleted Items is not among them. A mark that no contact of the CRM can have was not set by us.
 */
final class MarkedCopies {
  private final MailboxFolders folders;
  private final Mailboxes mailboxes;
  private final AskIdentity ask;
  private final MailboxOwners owners;
  private final DirectoryStore directories;

  MarkedCopies(
      MailboxFolders folders,
      Mailboxes mailboxes,
      AskIdentity ask,
      MailboxOwners owners,
      DirectoryStore directories) {
    this.folders = folders;
    this.mailboxes = mailboxes;
    this.ask = ask;
    this.owners = owners;
    this.directories = directories;
  }

  /**
   * What was found in one of a user's mailboxes.
   *
   * @param found by contact; several where the user copied one
   */
  record SearchedMailbox(Mailbox mailbox, SortedMap<ContactId, List<FolderEntry>> found) {}

  /**
   * The marked copies in the mailbox, by contact. Listed now, one listing for each folder; all of
   * them, or an exception.
   */
  SortedMap<ContactId, List<FolderEntry>> in(MailboxSession session) {
    return listed(session.mailbox(), folders.all(session));
  }

  /**
   * The marked copies in the mailbox and in those that the user had before, as far as these still
   * answer (R22). Listed now; all of them, or an exception.
   */
  SortedMap<ContactId, List<FolderEntry>> everywhere(MailboxSession session) {
    SortedMap<ContactId, List<FolderEntry>> all = new TreeMap<>();
    for (SearchedMailbox place : places(session)) {
      place.found().forEach((id, copies) -> all.merge(id, copies, MarkedCopies::joined));
    }
    return all;
  }

  /**
   * The user's mailbox, then the earlier ones: not those that are another's by now, or that turn
   * out to be the present one under another address.
   */
  List<SearchedMailbox> places(MailboxSession session) {
    List<SearchedMailbox> places =
        new ArrayList<>(List.of(new SearchedMailbox(session.mailbox(), in(session))));
    Directory directory = directories.current().orElseThrow();
    session.state().former().values().stream()
        .filter(address -> !directory.named(address))
        .forEach(address -> places.addAll(former(address, session, directory)));
    return places;
  }

  /** How many copies there are, and how many of them are one more of the same contact. */
  static RunCounts counts(SortedMap<ContactId, List<FolderEntry>> found) {
    long copies = found.values().stream().mapToLong(List::size).sum();
    return RunCounts.NONE
        .with(RunCounts.MARKED_COPIES, copies)
        .with(RunCounts.SECOND_COPIES, copies - found.size());
  }

  private List<SearchedMailbox> former(
      MailboxAddress address, MailboxSession session, Directory directory) {
    Mailbox mailbox = mailboxes.at(address);
    try {
      FolderId id = ask.of(address, mailbox, AskIdentity.Age.LATELY);
      boolean elsewhere =
          session.state().identity().is(id)
              || !owners.besides(session.user(), id, directory).isEmpty();
      return elsewhere
          ? List.of()
          : List.of(new SearchedMailbox(mailbox, listed(mailbox, mailbox.folders().keySet())));
    } catch (MailboxClosed closed) {
      return List.of();
    }
  }

  private static SortedMap<ContactId, List<FolderEntry>> listed(
      Mailbox mailbox, Collection<FolderId> all) {
    SortedMap<ContactId, List<FolderEntry>> found = new TreeMap<>();
    for (FolderId folder : all) {
      for (FolderEntry entry : entries(mailbox, folder)) {
        contact(entry)
            .forEach(id -> found.computeIfAbsent(id, none -> new ArrayList<>()).add(entry));
      }
    }
    return found;
  }

  /** A folder that its user deletes just now has nothing in it that is there. */
  private static List<FolderEntry> entries(Mailbox mailbox, FolderId folder) {
    try {
      return mailbox.list(folder);
    } catch (FolderGone gone) {
      return List.of();
    }
  }

  private static List<ContactId> contact(FolderEntry entry) {
    return entry.mark().flatMap(mark -> ParsedId.of(mark, ContactId::new)).stream().toList();
  }

  private static List<FolderEntry> joined(List<FolderEntry> some, List<FolderEntry> more) {
    List<FolderEntry> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
