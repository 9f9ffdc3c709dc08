package io.crmsync.domain.audience;

import io.crmsync.domain.contact.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * User principal name or Entra object id of a mailbox, as the CRM names it. Compared ignoring case.
 * Never logged (R20): {@link #toString} hides it.
 */
public record MailboxAddress(String value) {
  private static final Pattern OBJECT_ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public MailboxAddress {
    value = Text.normal(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("mailbox is blank");
    }
  }

  /** Takes what the CRM says; empty: it is neither a GUID nor a text with an @ (R3). */
  public static Optional<MailboxAddress> of(String value) {
    String text = Text.normal(value);
    return text.contains("@") || OBJECT_ID.matcher(text).matches()
        ? Optional.of(new MailboxAddress(text))
        : Optional.empty();
  }

  /** Whether it is an Entra object id; else it is a user principal name. */
  public boolean isObjectId() {
    return OBJECT_ID.matcher(value).matches();
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
