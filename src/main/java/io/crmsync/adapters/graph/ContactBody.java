package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import io.crmsync.domain.patch.ContactPatch;
import java.util.ArrayList;

/** From what is to be sent to the body of a request. */
final class ContactBody {
  private ContactBody() {}

  /** A new object each time: once sent, Graph's objects count as unchanged and send nothing. */
  static Contact of(ContactPatch patch) {
    Contact contact = new Contact();
    PlainProperty.writeAll(patch.plain(), contact);
    ListProperty.writeAll(patch.lists(), patch.emailNames(), contact);
    AddressProperty.writeAll(patch.addresses(), contact);
    patch.mark().ifPresent(mark -> ExtendedProperty.MARK.write(contact, mark.value()));
    patch.categories().ifPresent(categories -> contact.setCategories(new ArrayList<>(categories)));
    return contact;
  }

  /** A body with nothing but the mark; a new object each time. */
  static Contact marked(String mark) {
    Contact contact = new Contact();
    ExtendedProperty.MARK.write(contact, mark);
    return contact;
  }
}
