package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plain field changed in a share of the CRM's contacts.
 *
 * @param contacts those that were changed
 */
record FieldChange(String field, double percent, Set<ContactId> contacts) {

  private static final Map<String, Field> PLAIN =
      Map.of(
          "position", Field.POSITION,
          "mobilePhone", Field.MOBILE_PHONE,
          "businessFax", Field.BUSINESS_FAX,
          "website", Field.WEBSITE,
          "title", Field.TITLE);

  FieldChange {
    contacts = Set.copyOf(contacts);
  }

  /** Changes it in so many percent of the contacts that have it. */
  static FieldChange apply(Landscape landscape, String field, double percent) {
    String order =
        "{\"field\":\"%s\",\"percent\":%s,\"seed\":%d}"
            .formatted(field, percent, System.currentTimeMillis());
    JsonNode answer = Http.post(landscape.crm().resolve("/_sim/edit-share"), order);
    Set<ContactId> ids = new HashSet<>();
    answer.path("ids").forEach(id -> ids.add(new ContactId(id.asText())));
    return new FieldChange(field, percent, ids);
  }

  /** The plain field that most contacts have, as the feed names it. */
  static String mostFrequent(CrmNow crm) {
    return PLAIN.entrySet().stream()
        .max(Comparator.comparingLong(entry -> having(crm, entry.getValue())))
        .orElseThrow()
        .getKey();
  }

  private static long having(CrmNow crm, Field field) {
    return crm.contacts().stream()
        .filter(contact -> contact.fields().find(field).isPresent())
        .count();
  }

  /** Pairs that are to be updated. */
  long pairs(Entitled entitled) {
    return entitled.wanted().stream().filter(key -> contacts.contains(key.contact())).count();
  }

  /**
   * Whether the night sent one PATCH per pair concerned, asked each mailbox that it wrote to which
   * one it is and which folders it has (R22, R9), and sent nothing else. Two workers in a mailbox
   * may ask both at once.
   */
  boolean asPromised(NightReport night) {
    return patches(night) == pairs(night.entitled())
        && questions(night) <= 4 * mailboxes(night.entitled())
        && others(night) == 0;
  }

  List<String> lines(NightReport night) {
    return List.of(
        ("  %s changed in %s contacts, %s pairs concerned: %s PATCH, %s questions to %s mailboxes,"
                + " %s other Graph requests%s")
            .formatted(
                field,
                Text.number(contacts.size()),
                Text.number(pairs(night.entitled())),
                Text.number(patches(night)),
                Text.number(questions(night)),
                Text.number(mailboxes(night.entitled())),
                Text.number(others(night)),
                asPromised(night) ? "." : " - EXPECTED one PATCH a pair and nothing else."),
        "");
  }

  private long mailboxes(Entitled entitled) {
    return entitled.wanted().stream()
        .filter(key -> contacts.contains(key.contact()))
        .map(PairKey::user)
        .distinct()
        .count();
  }

  private static long questions(NightReport night) {
    return night.watched().counts().graphRequests("getFolder")
        + night.watched().counts().graphRequests("listFolders");
  }

  private static long patches(NightReport night) {
    return night.watched().counts().graphRequests("updateContact");
  }

  private static long others(NightReport night) {
    return night.watched().counts().graphRequests() - patches(night) - questions(night);
  }
}
