package io.crmsync.domain.audience;

import io.crmsync.domain.contact.Text;
import java.util.Locale;

/**
 * User principal name or Entra object id of a mailbox, as the CRM names it. Compared ignoring case.
 * Never logged (R20): {@link #toString} hides it.
 */
public record MailboxAddress(String value) {
  public MailboxAddress {
    value = Text.normal(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("mailbox is blank");
    }
  }

  /** Whether both name the same mailbox. */
  public boolean sameAs(MailboxAddress other) {
    return folded().equals(other.folded());
  }

  /** The form in which addresses are compared. */
  public String folded() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "MailboxAddress[hidden]";
  }
}
