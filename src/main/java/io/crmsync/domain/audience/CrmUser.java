package io.crmsync.domain.audience;

import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * A user of the CRM, and the mailbox that is the user's.
 *
 * @param mailbox empty: the CRM names none, or nothing that can be one. That is not to be inactive
 *     (R3): the mailbox is left alone until the CRM names it
 */
public record CrmUser(UserId id, Optional<MailboxAddress> mailbox, boolean active) {
  /** One whose mailbox the CRM names. */
  public CrmUser(UserId id, MailboxAddress mailbox, boolean active) {
    this(id, Optional.of(mailbox), active);
  }

  /** Whether nobody can say which mailbox is this active user's. */
  public boolean mailboxUnknown() {
    return active && mailbox.isEmpty();
  }
}
