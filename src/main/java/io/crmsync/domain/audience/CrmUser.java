package io.crmsync.domain.audience;

import io.crmsync.domain.contact.UserId;

/** A user of the CRM, and the mailbox that is the user's. */
public record CrmUser(UserId id, MailboxAddress mailbox, boolean active) {}
