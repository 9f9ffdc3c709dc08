package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.util.Optional;

/**
 * Remembers which mailbox a user had until now (R22). Where the table of mailboxes was lost, only
 * the reading of users and groups before the present one tells that.
 */
final class EarlierAddresses {
  private final MailboxStore mailboxes;

  EarlierAddresses(MailboxStore mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** Notes it for active users whose value is another one now. */
  void note(Directory before, Directory now) {
    before.users().values().stream()
        .filter(CrmUser::active)
        .forEach(
            user ->
                user.mailbox()
                    .filter(address -> changed(address, now.user(user.id())))
                    .ifPresent(address -> noteOf(user.id(), address)));
  }

  private static boolean changed(MailboxAddress before, Optional<CrmUser> user) {
    return user.filter(now -> now.mailbox().filter(before::sameAs).isEmpty()).isPresent();
  }

  private void noteOf(UserId user, MailboxAddress address) {
    if (mailboxes.of(user).address().isEmpty()) {
      mailboxes.change(user, state -> atUnlessKnown(state, address));
    }
  }

  private static MailboxState atUnlessKnown(MailboxState state, MailboxAddress address) {
    return state.address().isEmpty() ? state.at(address) : state;
  }
}
