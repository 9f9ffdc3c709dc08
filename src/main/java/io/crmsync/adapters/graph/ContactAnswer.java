package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.sync.port.MailboxRefused;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a contact in an answer to what we know of it. An answer without an id is unreadable. */
final class ContactAnswer {
  private ContactAnswer() {}

  /**
   * A contact that was asked for by its id. When it was made decides nothing about it; without it,
   * it is younger than any.
   *
   * @throws MailboxRefused it does not say in which folder it is, so that nobody can tell whether
   *     it is there (R14)
   */
  static OutlookContact whole(Contact contact) {
    if (contact.getParentFolderId() == null) {
      throw new MailboxRefused("itemUnreadable", "a contact without a parent folder");
    }
    Map<Field, String> plain = new EnumMap<>(Field.class);
    plain.putAll(PlainProperty.readAll(contact));
    plain.putAll(AddressProperty.readAll(contact));
    return new OutlookContact(
        id(contact),
        folder(contact),
        mark(contact),
        contact.getCreatedDateTime() == null ? Instant.MAX : created(contact),
        plain,
        ListProperty.readAll(contact),
        ListProperty.orNone(contact.getCategories()),
        EmailAddresses.names(contact));
  }

  /**
   * What the service made of a write. It gives the contact whole, but for extended properties.
   *
   * @param folder where it says nothing of the folder
   */
  static WriteAnswer toWrite(Contact contact, Optional<FolderId> folder) {
    FolderId in =
        Optional.ofNullable(contact.getParentFolderId())
            .map(FolderId::new)
            .or(() -> folder)
            .orElseThrow();
    return new WriteAnswer(id(contact), in, ListProperty.readAll(contact));
  }

  static FolderEntry entry(Contact contact) {
    return new FolderEntry(
        id(contact),
        folder(contact),
        mark(contact),
        created(contact),
        EmailAddresses.read(contact));
  }

  /** As {@link #entry}; empty: it cannot be read, and is skipped, and stops nobody (R8). */
  static Optional<FolderEntry> readable(@Nullable Contact contact) {
    return contact == null || !hasPlace(contact) ? Optional.empty() : Optional.of(entry(contact));
  }

  private static boolean hasPlace(Contact contact) {
    return contact.getId() != null
        && !contact.getId().isEmpty()
        && contact.getParentFolderId() != null
        && contact.getCreatedDateTime() != null;
  }

  static OutlookId id(Contact contact) {
    return new OutlookId(Objects.requireNonNull(contact.getId(), "id"));
  }

  static FolderId folder(Contact contact) {
    return new FolderId(Objects.requireNonNull(contact.getParentFolderId(), "parentFolderId"));
  }

  private static Optional<String> mark(Contact contact) {
    return Optional.ofNullable(ExtendedProperty.MARK.read(contact));
  }

  private static Instant created(Contact contact) {
    return Objects.requireNonNull(contact.getCreatedDateTime(), "createdDateTime").toInstant();
  }
}
