package io.crmsync.sync.pair;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.TrustedFolders;
import io.crmsync.sync.mailbox.UnsettledMailbox;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SyncSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a pair its copy: matched by mark or e-mail, else created (R8, R12). Only that there is
 * nothing to match may be believed: whatever is taken for the copy was found, and read, just now.
 */
final class FirstWrite {
  private final PairStore pairs;
  private final MailboxFolders folders;
  private final MarkSearch search;
  private final TrustedFolders trusted;
  private final FolderIndexes indexes;
  private final SyncSettings settings;

  FirstWrite(
      PairStore pairs,
      MailboxFolders folders,
      MarkSearch search,
      TrustedFolders trusted,
      FolderIndexes indexes,
      SyncSettings settings) {
    this.search = search;
    this.trusted = trusted;
    this.pairs = pairs;
    this.folders = folders;
    this.indexes = indexes;
    this.settings = settings;
  }

  /** How wide to look, what to take, and what a create is called. */
  record Manner(boolean everywhere, boolean onlyMarked, Outcome created) {
    static final Manner NEW = new Manner(false, false, Outcome.CREATED);

    /** A link was lost: past any cache, in all contact folders. */
    static final Manner ANEW = new Manner(true, false, Outcome.RECREATED);

    /** A claim, or the link into a mailbox that came back, was lost: a copy may lie anywhere. */
    static final Manner AFTER_LOST_CLAIM = new Manner(true, false, Outcome.CREATED);

    /** R21: the pair waits for its user, unless a copy of ours is there already. */
    static final Manner ONLY_MARKED = new Manner(false, true, Outcome.CREATED);

    /** Likewise, and a claim was lost: what it may have left is ours, wherever it is. */
    static final Manner ONLY_MARKED_EVERYWHERE = new Manner(true, true, Outcome.CREATED);
  }

  Reconciled carryOut(PairWork work, Manner manner) {
    return folders.inConfigured(work.session(), folder -> match(work, manner, folder));
  }

  private Reconciled match(PairWork work, Manner manner, FolderId folder) {
    Optional<OutlookId> known = known(work);
    if (known.isPresent()) {
      return takeBack(work, manner, folder, known.get());
    }
    ContactId contact = work.pair().contact();
    List<FolderEntry> candidates =
        manner.everywhere()
            ? everywhere(work, folder)
            : indexes.candidates(work.session(), folder, contact, work.email());
    if (!candidates.isEmpty()) {
      folders.requireStillThere(work.session(), folder);
    }
    Matching.Match match = Matching.among(candidates, contact, work.email(), folder);
    return switch (match.kind()) {
      case MARKED -> takeBack(work, manner, folder, match.entry().orElseThrow().id());
      case ADOPTABLE -> adopt(work, manner, folder, match.entry().orElseThrow());
      case AMBIGUOUS -> work.left(Outcome.SKIPPED, Reason.MATCH_AMBIGUOUS);
      case NONE -> create(work, manner, folder);
    };
  }

  /** The copy in a mailbox that came back: its id leads to it wherever its user moved it. */
  private Optional<OutlookId> known(PairWork work) {
    return FormerCopies.here(work).stream()
        .map(Link::outlookId)
        .filter(id -> folders.read(work.session(), id).filter(work::isMarked).isPresent())
        .findFirst();
  }

  /** What a lost claim left may be on its way from one folder to another: then once more. */
  private List<FolderEntry> everywhere(PairWork work, FolderId configured) {
    List<FolderEntry> found = eachOnce(work, configured);
    boolean mayBeMoving =
        work.open().takenOver() && Matching.marked(found, work.pair().contact()).isEmpty();
    return mayBeMoving ? eachOnce(work, configured) : found;
  }

  private List<FolderEntry> eachOnce(PairWork work, FolderId configured) {
    List<FolderEntry> found =
        new ArrayList<>(work.mailbox().find(configured, work.pair().contact(), work.email()));
    found.addAll(search.beside(work, configured));
    return found;
  }

  /** It carries our mark, but the link was lost, and with it the base (R12). */
  private Reconciled takeBack(PairWork work, Manner manner, FolderId folder, OutlookId id) {
    Optional<OutlookContact> current =
        work.mailbox().read(id).filter(copy -> stillOurs(work, copy));
    if (current.isEmpty()) {
      return notThereAfterAll(work, manner, folder, id);
    }
    ContactPatch patch =
        Patches.repair(
            work.pair().contact(), work.desired(), current.get(), work.sentBefore(), work.hasher());
    if (patch.isEmpty()) {
      WriteAnswer asRead = WriteAnswer.of(current.get());
      return work.linked(patch, asRead, Link.Origin.FOUND, Outcome.UNCHANGED);
    }
    try {
      Optional<WriteAnswer> answer = written(work, id, patch);
      return answer.isPresent()
          ? work.linked(patch, answer.get(), Link.Origin.FOUND, Outcome.UPDATED)
          : notThereAfterAll(work, manner, folder, id);
    } catch (MailboxRefused refused) {
      work.foundOnly(id);
      throw refused;
    }
  }

  private boolean stillOurs(PairWork work, OutlookContact copy) {
    return work.isMarked(copy) && folders.isThere(work.session(), copy.folder());
  }

  /** What it made of what was sent to it; empty: it is gone, or was in Deleted Items by then. */
  private Optional<WriteAnswer> written(PairWork work, OutlookId id, ContactPatch patch) {
    return ChangedCopy.of(id, patch, work)
        .filter(answer -> folders.isThere(work.session(), answer.folder()))
        .map(answer -> noted(work, answer));
  }

  private WriteAnswer noted(PairWork work, WriteAnswer answer) {
    trusted.note(work.session().user(), answer.folder(), work.pair().contact());
    return answer;
  }

  private Reconciled adopt(PairWork work, Manner manner, FolderId folder, FolderEntry entry) {
    if (manner.onlyMarked()) {
      return work.waiting();
    }
    ContactId contact = work.pair().contact();
    if (!pairs.reserveAdoption(work.pair().user(), entry.id(), contact)) {
      return create(work, manner, folder);
    }
    Optional<OutlookContact> current = unlessUnreadable(work, entry.id());
    if (current.filter(own -> Matching.adoptable(own, work.email(), folder)).isEmpty()) {
      pairs.releaseAdoption(work.pair().user(), entry.id());
      return notThereAfterAll(work, manner, folder, entry.id());
    }
    ContactPatch patch =
        Patches.adopt(contact, work.desired(), current.orElseThrow(), settings.category());
    Optional<WriteAnswer> answer = adopted(work, entry.id(), patch);
    if (answer.isEmpty()) {
      return notThereAfterAll(work, manner, folder, entry.id());
    }
    note(work, folder, entry.id());
    return work.linked(patch, answer.get(), Link.Origin.ADOPTED, Outcome.ADOPTED);
  }

  /** An item that cannot be read is skipped, and stops nobody (R8). */
  private static Optional<OutlookContact> unlessUnreadable(PairWork work, OutlookId id) {
    try {
      return work.mailbox().read(id);
    } catch (MailboxRefused refused) {
      return Optional.empty();
    }
  }

  /** Whoever does not become ours is given back, for another contact to adopt. */
  private Optional<WriteAnswer> adopted(PairWork work, OutlookId id, ContactPatch patch) {
    try {
      Optional<WriteAnswer> answer = written(work, id, patch);
      if (answer.isEmpty()) {
        pairs.releaseAdoption(work.pair().user(), id);
      }
      return answer;
    } catch (MailboxRefused refused) {
      pairs.releaseAdoption(work.pair().user(), id);
      throw refused;
    }
  }

  /** What the look-up showed has gone meanwhile, or become another's: looked for once more. */
  private Reconciled notThereAfterAll(PairWork work, Manner manner, FolderId folder, OutlookId id) {
    indexes.noteGone(work.session().user(), id);
    ContactId contact = work.pair().contact();
    List<FolderEntry> found =
        everywhere(work, folder).stream().filter(entry -> !entry.id().equals(id)).toList();
    Matching.Match match = Matching.among(found, contact, work.email(), folder);
    if (match.kind() == Matching.Kind.NONE) {
      return create(work, manner, folder);
    }
    throw new UnsettledMailbox();
  }

  private Reconciled create(PairWork work, Manner manner, FolderId folder) {
    if (manner.onlyMarked()) {
      return work.waiting();
    }
    ContactPatch content =
        Patches.create(work.pair().contact(), work.desired(), settings.category());
    trusted.note(work.session().user(), folder, work.pair().contact());
    WriteAnswer answer = NewCopy.in(folder, content, work);
    note(work, folder, answer.id());
    return work.linked(content, answer, Link.Origin.CREATED, manner.created());
  }

  private void note(PairWork work, FolderId folder, OutlookId id) {
    List<String> emails = work.email().isEmpty() ? List.of() : List.of(work.email());
    Optional<String> mark = Optional.of(work.pair().contact().value());
    indexes.note(work.session().user(), new FolderEntry(id, folder, mark, work.began(), emails));
  }
}
