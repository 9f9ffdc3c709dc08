package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.users.item.contactfolders.item.contacts.ContactsRequestBuilder;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.SameEmail;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.sync.port.MailboxRefused;
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
    String marked = ContactQuery.marked(contact);
    List<FolderEntry> found = email.isEmpty() ? filtered(marked) : either(marked, email);
    return once(found).stream()
        .filter(entry -> isMarked(entry, contact) || hasAddress(entry, email))
        .toList();
  }

  private List<FolderEntry> either(String marked, String email) {
    if (filtersCannotBeJoined.get()) {
      return all();
    }
    try {
      return filtered(marked + " or " + ContactQuery.addressedSomehow(email));
    } catch (MailboxRefused refused) {
      return withoutJoining(marked, email);
    }
  }

  /**
   * An address has too many spellings to ask for each: the folder is read. Remembered only where
   * one filter alone is taken, for else it is not the joining that is refused.
   */
  private List<FolderEntry> withoutJoining(String marked, String email) {
    filtered(marked);
    filtered(ContactQuery.addressed(email));
    filtersCannotBeJoined.set(true);
    return all();
  }

  private List<FolderEntry> filtered(String filter) {
    return pages(GraphOperation.FIND_CONTACTS, Optional.of(filter));
  }

  private List<FolderEntry> pages(GraphOperation operation, Optional<String> filter) {
    return Pages.all(
        calls, operation, () -> page(filter), link -> contacts.withUrl(link).get(), this::entries);
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

  private List<FolderEntry> entries(ContactCollectionResponse page) {
    List<Contact> values = Optional.ofNullable(page.getValue()).orElseThrow();
    return calls.readable(values, ContactAnswer::readable);
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
    return !email.isEmpty()
        && entry.emails().stream().anyMatch(address -> SameEmail.same(address, email));
  }
}
