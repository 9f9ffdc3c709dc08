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
import io.crmsync.sync.mailbox.MailboxChangedMeanwhile;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.MailboxRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a pair its copy: matched by mark or e-mail, else created (R8, R12). Only that there is
 * nothing to match may be believed: whatever is taken for the copy was found, and read, just now.
 */
final class FirstWrite {
  private final MailboxFolders folders;
  private final MarkSearch search;
  private final WriteCopy write;
  private final AdoptCopy adopt;
  private final FolderIndexes indexes;
  private final String category;

  FirstWrite(
      MailboxFolders folders,
      MarkSearch search,
      WriteCopy write,
      AdoptCopy adopt,
      FolderIndexes indexes,
      String category) {
    this.folders = folders;
    this.search = search;
    this.write = write;
    this.adopt = adopt;
    this.indexes = indexes;
    this.category = category;
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

    /** R21, and a claim was lost: what it may have left is ours, wherever it is. */
    static final Manner ONLY_MARKED_EVERYWHERE = new Manner(true, true, Outcome.CREATED);

    /** Of a pair of which no copy is known. */
    static Manner ofNew(Attempt attempt) {
      return attempt.open().takenOver() || FormerCopies.mayBeHere(attempt) ? AFTER_LOST_CLAIM : NEW;
    }

    /** Of a pair that waits for its user. */
    static Manner ofMarked(Attempt attempt) {
      return attempt.open().takenOver() ? ONLY_MARKED_EVERYWHERE : ONLY_MARKED;
    }
  }

  Ending apply(Attempt attempt, Manner manner) {
    MailboxSession session = attempt.session();
    try {
      return match(attempt, manner, folders.configured(session));
    } catch (FolderGone gone) {
      return match(attempt, manner, folders.configuredAnew(session));
    }
  }

  private Ending match(Attempt attempt, Manner manner, FolderId folder) {
    Optional<OutlookId> known = known(attempt);
    if (known.isPresent()) {
      return takeBack(attempt, manner, folder, known.get());
    }
    ContactId contact = attempt.pair().contact();
    List<FolderEntry> candidates =
        manner.everywhere()
            ? everywhere(attempt, folder)
            : indexes.candidates(attempt.session(), folder, contact, attempt.email());
    if (!candidates.isEmpty()) {
      folders.requireStillThere(attempt.session(), folder);
    }
    Matching.Match match = Matching.among(candidates, contact, attempt.email(), folder);
    return switch (match.kind()) {
      case MARKED -> takeBack(attempt, manner, folder, match.entry().orElseThrow().id());
      case ADOPTABLE -> adopt(attempt, manner, folder, match.entry().orElseThrow());
      case AMBIGUOUS -> Ending.left(Outcome.SKIPPED, Reason.MATCH_AMBIGUOUS);
      case NONE -> create(attempt, manner, folder);
    };
  }

  /** The copy in a mailbox that came back: its id leads to it wherever its user moved it. */
  private Optional<OutlookId> known(Attempt attempt) {
    return FormerCopies.here(attempt).stream()
        .map(Link::outlookId)
        .filter(id -> folders.read(attempt.session(), id).filter(attempt::isMarked).isPresent())
        .findFirst();
  }

  /** What a lost claim left may be on its way from one folder to another: then once more. */
  private List<FolderEntry> everywhere(Attempt attempt, FolderId configured) {
    List<FolderEntry> found = eachOnce(attempt, configured);
    boolean mayBeMoving =
        attempt.open().takenOver() && Matching.marked(found, attempt.pair().contact()).isEmpty();
    return mayBeMoving ? eachOnce(attempt, configured) : found;
  }

  private List<FolderEntry> eachOnce(Attempt attempt, FolderId configured) {
    List<FolderEntry> found =
        new ArrayList<>(
            attempt.mailbox().find(configured, attempt.pair().contact(), attempt.email()));
    found.addAll(search.beside(attempt, configured));
    return found;
  }

  /** It carries our mark, but the link was lost, and with it the base (R12). */
  private Ending takeBack(Attempt attempt, Manner manner, FolderId folder, OutlookId id) {
    Optional<OutlookContact> current =
        attempt.mailbox().read(id).filter(copy -> stillOurs(attempt, copy));
    if (current.isEmpty()) {
      return notThereAfterAll(attempt, manner, folder, id);
    }
    ContactPatch patch =
        Patches.repair(
            attempt.pair().contact(),
            attempt.desired(),
            current.get(),
            attempt.sentBefore(),
            attempt.hasher());
    if (patch.isEmpty()) {
      WriteAnswer asRead = WriteAnswer.of(current.get());
      return attempt.linked(patch, asRead, Link.Origin.FOUND, Outcome.UNCHANGED);
    }
    try {
      Optional<WriteAnswer> answer = write.change(attempt, id, patch);
      return answer.isPresent()
          ? attempt.linked(patch, answer.get(), Link.Origin.FOUND, Outcome.UPDATED)
          : notThereAfterAll(attempt, manner, folder, id);
    } catch (MailboxRefused refused) {
      attempt.foundOnly(id);
      throw refused;
    }
  }

  private boolean stillOurs(Attempt attempt, OutlookContact copy) {
    return attempt.isMarked(copy) && folders.isThere(attempt.session(), copy.folder());
  }

  private Ending adopt(Attempt attempt, Manner manner, FolderId folder, FolderEntry entry) {
    if (manner.onlyMarked()) {
      return Ending.waitsForUser();
    }
    return adopt.reserved(attempt, entry)
        ? adopt
            .adopt(attempt, folder, entry)
            .orElseGet(() -> notThereAfterAll(attempt, manner, folder, entry.id()))
        : create(attempt, manner, folder);
  }

  /** What the look-up showed has gone meanwhile, or become another's: looked for once more. */
  private Ending notThereAfterAll(Attempt attempt, Manner manner, FolderId folder, OutlookId id) {
    indexes.noteGone(attempt.session().user(), id);
    ContactId contact = attempt.pair().contact();
    List<FolderEntry> found =
        everywhere(attempt, folder).stream().filter(entry -> !entry.id().equals(id)).toList();
    Matching.Match match = Matching.among(found, contact, attempt.email(), folder);
    if (match.kind() == Matching.Kind.NONE) {
      return create(attempt, manner, folder);
    }
    throw new MailboxChangedMeanwhile();
  }

  private Ending create(Attempt attempt, Manner manner, FolderId folder) {
    if (manner.onlyMarked()) {
      return Ending.waitsForUser();
    }
    ContactPatch content = Patches.create(attempt.pair().contact(), attempt.desired(), category);
    WriteAnswer answer = write.create(attempt, folder, content);
    return attempt.linked(content, answer, Link.Origin.CREATED, manner.created());
  }
}
