package io.crmsync.sync.pair;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox that another active user names by now is hers, whoever had it before (R22): a contact
 * in it that she may have, or that her pair took for its copy, is not removed for the sake of the
 * one who had the mailbox.
 */
final class ReassignedMailbox {
  private final DirectoryStore directories;
  private final ContactStore contacts;
  private final PairStore pairs;
  private final MailboxOwners owners;
  private final AudiencePolicy policy;
  private final Clock clock;

  ReassignedMailbox(
      DirectoryStore directories,
      ContactStore contacts,
      PairStore pairs,
      MailboxOwners owners,
      AudiencePolicy policy,
      Clock clock) {
    this.directories = directories;
    this.contacts = contacts;
    this.pairs = pairs;
    this.owners = owners;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Whether the copy of this pair's contact stays where it is. Whose the mailbox is, its address
   * tells, and its default folder's id, where that is known. Where two users name the mailbox,
   * nothing is removed there.
   *
   * @throws Attempt.ClaimedByAnother somebody works on the same contact for the mailbox's present
   *     user
   */
  boolean keeps(MailboxAddress address, Optional<FolderId> mailbox, Pair pair, OutlookId copy) {
    Directory remembered = PlanPair.directory(directories.current());
    if (naming(address, mailbox, pair.user(), remembered).equals(Set.of(pair.user()))) {
      return false;
    }
    Directory directory = PlanPair.directory(directories.latest());
    Set<UserId> naming = naming(address, mailbox, pair.user(), directory);
    return naming.stream()
        .filter(user -> !user.equals(pair.user()))
        .anyMatch(
            user ->
                naming.size() > 1
                    || keeps(new PairId(user, pair.contact()), copy, outside(directory, user)));
  }

  private Set<UserId> naming(
      MailboxAddress address, Optional<FolderId> mailbox, UserId user, Directory directory) {
    Set<UserId> naming = new HashSet<>(directory.naming(address));
    mailbox.ifPresent(id -> naming.addAll(owners.besides(user, id, directory)));
    return naming;
  }

  private boolean keeps(PairId theirs, OutlookId copy, boolean outsidePilot) {
    Pair hers = pairs.find(theirs).value();
    if (hers.claim().filter(claim -> claim.live(clock.instant())).isPresent()) {
      throw new Attempt.ClaimedByAnother();
    }
    boolean linked = hers.link().filter(link -> link.outlookId().equals(copy)).isPresent();
    return outsidePilot || linked || mayHave(theirs);
  }

  private boolean mayHave(PairId theirs) {
    return contacts
        .find(theirs.contact())
        .filter(row -> row.value().audience().contains(theirs.user()))
        .isPresent();
  }

  private boolean outside(Directory directory, UserId user) {
    return !policy.reaches(user, directory);
  }
}
