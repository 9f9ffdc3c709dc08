package io.crmsync.domain.plan;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which contact of a mailbox is the copy, where no link tells (R8, second and third way). */
public final class Matching {
  private Matching() {}

  /** What was found. */
  public enum Kind {
    /** Carries the mark: ours. */
    MARKED,
    /** The user's own, with the CRM's e-mail: to be adopted. */
    ADOPTABLE,
    /** Several of the user's own have the CRM's e-mail. */
    AMBIGUOUS,
    /** To be created. */
    NONE
  }

  /**
   * What was found, and which.
   *
   * @param entry present with {@link Kind#MARKED} and {@link Kind#ADOPTABLE} only
   */
  public record Match(Kind kind, Optional<FolderEntry> entry) {}

  /**
   * Looks for the copy.
   *
   * @param entries of the configured folder, or of all where a link or claim was lost
   * @param email the CRM's; empty: nothing can be adopted
   * @param configured the folder of the setting: only there is anything adopted
   */
  public static Match among(
      Collection<FolderEntry> entries, ContactId contact, String email, FolderId configured) {
    return marked(entries, contact).stream()
        .min(preferring(configured))
        .map(entry -> new Match(Kind.MARKED, Optional.of(entry)))
        .orElseGet(() -> adoptable(entries, Text.normal(email), configured));
  }

  /** The entries that carry the mark of this contact, compared exactly. */
  public static List<FolderEntry> marked(Collection<FolderEntry> entries, ContactId contact) {
    return entries.stream()
        .filter(entry -> entry.mark().filter(contact.value()::equals).isPresent())
        .toList();
  }

  private static Comparator<FolderEntry> preferring(FolderId configured) {
    return Comparator.comparing((FolderEntry entry) -> !entry.folder().equals(configured))
        .thenComparing(FolderEntry::created)
        .thenComparing(entry -> entry.id().value());
  }

  /**
   * Whether a contact, as it is now, may be adopted: the user's own, in the configured folder, with
   * the CRM's e-mail.
   */
  public static boolean adoptable(OutlookContact now, String email, FolderId configured) {
    String wanted = Text.normal(email);
    return now.mark().isEmpty()
        && now.folder().equals(configured)
        && !wanted.isEmpty()
        && hasEmail(now.entries(ListSlot.EMAILS), wanted);
  }

  private static Match adoptable(
      Collection<FolderEntry> entries, String email, FolderId configured) {
    List<FolderEntry> found =
        entries.stream()
            .filter(entry -> entry.mark().isEmpty() && entry.folder().equals(configured))
            .filter(entry -> !email.isEmpty() && hasEmail(entry.emails(), email))
            .toList();
    if (found.stream().map(FolderEntry::id).distinct().count() > 1) {
      return new Match(Kind.AMBIGUOUS, Optional.empty());
    }
    return found.stream()
        .findFirst()
        .map(entry -> new Match(Kind.ADOPTABLE, Optional.of(entry)))
        .orElse(new Match(Kind.NONE, Optional.empty()));
  }

  private static boolean hasEmail(List<String> addresses, String email) {
    return addresses.stream()
        .anyMatch(address -> ListSlot.EMAILS.same(Text.normal(address), email));
  }
}
