package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.MailboxStore;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whose a mailbox is, told by its default folder's id and not by the spelling of its address (R22).
 * An owner counts as long as she is active and names the address at which it was found.
 */
public final class MailboxOwners {
  private final MailboxStore states;

  MailboxOwners(MailboxStore states) {
    this.states = states;
  }

  /** The active users but this one who have the mailbox, as far as they were ever met there. */
  public Set<UserId> besides(UserId user, FolderId mailbox, Directory directory) {
    return present(states.owners(mailbox), user, mailbox, directory);
  }

  /**
   * Whether two active users have this one's mailbox, as far as is known without asking it: they
   * name it alike, or were both met there.
   */
  public boolean twice(CrmUser user, Directory directory) {
    return directory.mailboxTwice(user)
        || states
            .of(user.id())
            .identity()
            .present()
            .filter(mailbox -> names(user.id(), states.of(user.id()), directory))
            .filter(mailbox -> !besides(user.id(), mailbox, directory).isEmpty())
            .isPresent();
  }

  /**
   * As {@link #besides}, of one who is met there now, and known to the others from now on.
   *
   * @param latest asked only if anybody else was ever met there
   */
  Set<UserId> besidesNewcomer(UserId user, FolderId mailbox, Supplier<Directory> latest) {
    Set<UserId> owners = states.addOwner(mailbox, user);
    return owners.size() > 1 ? present(owners, user, mailbox, latest.get()) : Set.of();
  }

  private Set<UserId> present(
      Set<UserId> owners, UserId but, FolderId mailbox, Directory directory) {
    return owners.stream()
        .filter(owner -> !owner.equals(but))
        .filter(owner -> hasNow(owner, mailbox, directory))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean hasNow(UserId owner, FolderId mailbox, Directory directory) {
    MailboxState newest = states.change(owner, UnaryOperator.identity());
    return newest.identity().is(mailbox) && names(owner, newest, directory);
  }

  /** Whether she is active, and names the address that the state is of. */
  public static boolean names(UserId owner, MailboxState state, Directory directory) {
    return directory
        .user(owner)
        .filter(CrmUser::active)
        .flatMap(CrmUser::mailbox)
        .filter(state::isAt)
        .isPresent();
  }
}
