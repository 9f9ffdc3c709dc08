package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.users.item.contacts.item.ContactItemRequestBuilder;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.MailboxRefused;
import java.util.Objects;
import java.util.Optional;

/** One contact, wherever in the mailbox it is. Empty and false mean 404. */
record ContactItem(GraphCalls calls, ContactItemRequestBuilder item) {

  Optional<OutlookContact> read() {
    return calls.find(GraphOperation.GET_CONTACT, () -> ContactAnswer.whole(fetched()));
  }

  Optional<WriteAnswer> update(ContactPatch change) {
    try {
      return patched(change);
    } catch (MailboxRefused refused) {
      if (!FaxClearing.isIn(change)) {
        throw refused;
      }
      return patched(FaxClearing.byBlank(change));
    }
  }

  /** Where the empty text is refused, a blank: it counts as no mark everywhere. */
  boolean unmark() {
    try {
      return unmarked("");
    } catch (MailboxRefused refused) {
      return unmarked(" ");
    }
  }

  private boolean unmarked(String nothing) {
    return calls.perform(
        GraphOperation.UPDATE_CONTACT, () -> item.patch(ContactBody.marked(nothing)));
  }

  boolean remove(Removal how) {
    return switch (how) {
      case SOFT -> calls.perform(GraphOperation.DELETE_CONTACT, item::delete);
      case PERMANENT ->
          calls.perform(GraphOperation.PERMANENT_DELETE, () -> item.permanentDelete().post());
    };
  }

  private Optional<WriteAnswer> patched(ContactPatch change) {
    Contact body = ContactBody.of(change);
    return calls.find(
        GraphOperation.UPDATE_CONTACT,
        () -> ContactAnswer.toWrite(Objects.requireNonNull(item.patch(body)), Optional.empty()));
  }

  private Contact fetched() {
    Contact answer =
        item.get(
            request -> {
              request.queryParameters.select = ContactQuery.wholeContact();
              request.queryParameters.expand = ContactQuery.withMarkAndFax();
            });
    return Objects.requireNonNull(answer);
  }
}
