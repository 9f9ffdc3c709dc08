package io.crmsync.domain.base;

import io.crmsync.domain.contact.SameEmail;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.plan.Matching;

/**
 * Stands for an e-mail address where only sameness counts: like a field's hash, no second copy of
 * personal data. Addresses that are the same have one hash; the user is part of it.
 */
public final class EmailHash {
  private EmailHash() {}

  /** Takes an address as any system holds it; none, or a blank one, gives the empty string. */
  public static String of(UserId user, String email) {
    String normal = SameEmail.key(email);
    return normal.isEmpty() ? "" : Digest.short96(user.value(), "email", normal);
  }

  /** The same entry with hashes for addresses, for {@link Matching} to compare with one. */
  public static FolderEntry in(FolderEntry entry, UserId user) {
    return new FolderEntry(
        entry.id(),
        entry.folder(),
        entry.mark(),
        entry.created(),
        entry.emails().stream().map(email -> of(user, email)).filter(h -> !h.isEmpty()).toList());
  }
}
