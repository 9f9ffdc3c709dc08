package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.users.item.contactfolders.item.contacts.ContactsRequestBuilder;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.plan.FolderEntry;
import io.crmsync.sync.port.MailboxRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks through the contacts of one folder. */
final class ContactSearch {
  private final GraphCalls calls;
  private final ContactsRequestBuilder contacts;
  private final AtomicBoolean filtersCannotBeJoined;

  ContactSearch(
      GraphCalls calls, ContactsRequestBuilder contacts, AtomicBoolean filtersCannotBeJoined) {
    this.calls = calls;
    this.contacts = contacts;
    this.filtersCannotBeJoined = filtersCannotBeJoined;
  }

  List<FolderEntry> all() {
    return once(pages(GraphOperation.LIST_CONTACTS, Optional.empty()));
  }

  /** The service's filter ignores the case of marks: they are compared again. */
  List<FolderEntry> of(ContactId contact, String email) {
    List<FolderEntry> found =
        email.isEmpty()
            ? filtered(ContactQuery.marked(contact))
            : either(ContactQuery.marked(contact), ContactQuery.addressed(email));
    return once(found).stream()
        .filter(entry -> isMarked(entry, contact) || hasAddress(entry, email))
        .toList();
  }

  private List<FolderEntry> either(String one, String other) {
    if (filtersCannotBeJoined.get()) {
      return both(one, other);
    }
    try {
      return filtered(one + " or " + other);
    } catch (MailboxRefused refused) {
      return apart(one, other);
    }
  }

  /** Remembered only if it helped: else it is one of the two that is refused. */
  private List<FolderEntry> apart(String one, String other) {
    List<FolderEntry> found = both(one, other);
    filtersCannotBeJoined.set(true);
    return found;
  }

  private List<FolderEntry> both(String one, String other) {
    List<FolderEntry> found = new ArrayList<>(filtered(one));
    found.addAll(filtered(other));
    return found;
  }

  private List<FolderEntry> filtered(String filter) {
    return pages(GraphOperation.FIND_CONTACTS, Optional.of(filter));
  }

  private List<FolderEntry> pages(GraphOperation operation, Optional<String> filter) {
    return Pages.all(
        calls,
        operation,
        () -> page(filter),
        link -> contacts.withUrl(link).get(),
        ContactSearch::entries);
  }

  private ContactCollectionResponse page(Optional<String> filter) {
    return contacts.get(
        request -> {
          request.queryParameters.top = ContactQuery.LARGEST_PAGE;
          request.queryParameters.select = ContactQuery.matching();
          request.queryParameters.expand = ContactQuery.withMark();
          filter.ifPresent(text -> request.queryParameters.filter = text);
        });
  }

  private static List<FolderEntry> entries(ContactCollectionResponse page) {
    List<Contact> values = Optional.ofNullable(page.getValue()).orElseThrow();
    return values.stream().map(ContactAnswer::entry).toList();
  }

  /** Pages shift when contacts come and go meanwhile, and two filters may find the same one. */
  private static List<FolderEntry> once(Collection<FolderEntry> entries) {
    Map<String, FolderEntry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.putIfAbsent(entry.id().value(), entry));
    return List.copyOf(byId.values());
  }

  private static boolean isMarked(FolderEntry entry, ContactId contact) {
    return entry.mark().filter(contact.value()::equals).isPresent();
  }

  private static boolean hasAddress(FolderEntry entry, String email) {
    String wanted = Text.sameEmail(email);
    return !wanted.isEmpty()
        && entry.emails().stream().map(Text::sameEmail).anyMatch(wanted::equals);
  }
}
