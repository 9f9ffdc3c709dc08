package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Answers requests for contacts. */
final class ContactRequests {
  private ContactRequests() {}

  static Reply many(Work work) {
    return switch (work.call().method()) {
      case "GET" -> list(work);
      case "POST" -> create(work);
      default -> throw GraphError.notAllowed();
    };
  }

  static Reply one(Work work) {
    return switch (work.call().method()) {
      case "GET" -> Reply.json(200, asAsked(work).render(work.contact()));
      case "PATCH" -> update(work);
      case "DELETE" -> delete(work);
      default -> throw GraphError.notAllowed();
    };
  }

  static Reply permanentDelete(Work work) {
    if (work.behaviour().has(Quirk.PERMANENT_DELETE_IS_404)) {
      throw new GraphError(404, "ResourceNotFound", "Resource not found for the segment.");
    }
    if (work.behaviour().has(Quirk.PERMANENT_DELETE_IS_400)) {
      throw GraphError.invalidRequest(
          "BadRequest", "Resource not found for the segment 'permanentDelete'.");
    }
    if (!work.call().method().equals("POST")) {
      throw GraphError.notAllowed();
    }
    work.mailbox().purge(work.contact());
    return Reply.empty(204);
  }

  private static Reply list(Work work) {
    QueryOptions options = QueryOptions.of(work.call());
    ContactJson json = ContactJson.asAsked(work.call(), options);
    Folder folder = work.folder();
    Collection<StoredContact> contacts =
        options.filter().isEmpty() ? folder.contacts() : found(work, folder, options.filter());
    return ResultPage.of(
        options.newestFirst() ? reversed(contacts) : contacts,
        options,
        work.call(),
        work.origin(),
        json::render);
  }

  private static List<StoredContact> found(Work work, Folder folder, String filter) {
    Instant indexedUntil = work.now().minus(work.behaviour().filterLag());
    return folder
        .find(ContactFilterParser.keys(filter, !work.behaviour().has(Quirk.OR_FILTER_REFUSED)))
        .stream()
        .filter(contact -> !contact.created().isAfter(indexedUntil))
        .toList();
  }

  private static List<StoredContact> reversed(Collection<StoredContact> contacts) {
    List<StoredContact> list = new ArrayList<>(contacts);
    Collections.reverse(list);
    return list;
  }

  private static Reply create(Work work) {
    ContactChange change = ContactChange.of(work.call().json());
    if (change.values().isEmpty() || lacksFirstName(work, change)) {
      throw GraphError.invalidRequest(
          "ErrorInvalidProperty", "The property 'GivenName' is required when creating the entity.");
    }
    StoredContact contact = writing(work).create(work.mailbox(), work.folder(), change);
    return Reply.json(201, asAsked(work).render(contact));
  }

  private static boolean lacksFirstName(Work work, ContactChange change) {
    JsonNode firstName = change.values().get(ContactProperty.GIVEN_NAME);
    return work.behaviour().has(Quirk.FIRST_NAME_REQUIRED)
        && (firstName == null || firstName.asText("").isBlank());
  }

  private static Reply update(Work work) {
    StoredContact contact = work.contact();
    writing(work).update(work.mailbox(), contact, ContactChange.of(work.call().json()));
    return Reply.json(200, asAsked(work).render(contact));
  }

  private static Reply delete(Work work) {
    StoredContact contact = work.contact();
    if (!work.mailbox().isBinned(contact.folder())) {
      work.mailbox().move(contact, work.mailbox().bin());
    } else if (work.behaviour().has(Quirk.DELETE_OF_BINNED_IS_404)) {
      throw GraphError.notFound();
    } else {
      work.mailbox().purge(contact);
    }
    return Reply.empty(204);
  }

  private static ContactWriting writing(Work work) {
    return new ContactWriting(work.behaviour(), work.now());
  }

  private static ContactJson asAsked(Work work) {
    return ContactJson.asAsked(work.call(), QueryOptions.of(work.call()));
  }
}
