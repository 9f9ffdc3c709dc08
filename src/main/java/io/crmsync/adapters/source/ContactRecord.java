package io.crmsync.adapters.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.sync.port.SourceRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The schema Contact of the feed. {@code editSecurity} and {@code modifiedAt} are not looked at:
 * whatever they say has no effect (R7).
 */
public final class ContactRecord {
  private static final Map<String, ContactKind> KINDS =
      Arrays.stream(ContactKind.values())
          .collect(Collectors.toUnmodifiableMap(ContactKind::feedName, Function.identity()));
  private static final Map<String, ContactStatus> STATUSES =
      Map.of("active", ContactStatus.ACTIVE, "inactive", ContactStatus.INACTIVE);
  private static final Map<String, Scope> SCOPES =
      Map.of("public", Scope.PUBLIC, "private", Scope.PRIVATE, "group", Scope.GROUP);
  private static final int MOST_LINES = 3;

  /**
   * Characters in all fields together: so many fit into a row of 1 MiB in every script, however
   * badly they pack. One more, and the page could not be stored, with all that is in it.
   */
  private static final int MOST_TEXT = 300_000;

  /**
   * Quarters of a byte that a record may take of such a row. A character of a text takes three
   * bytes at worst; one of an id, of 64 letters that pack, three quarters of a byte, three times:
   * as the CRM names it, as one who has the contact, and as one who is to lose it.
   */
  private static final long MOST_QUARTERS = 4_000_000;

  private static final long OF_TEXT = 4 * 3;
  private static final long OF_ID = 3 * 3;

  private static final Set<String> NO_FIELDS = Set.of("coverageTeam", "syncList", "viewSecurity");

  /** The properties that are looked at. */
  public static final Set<String> PROPERTIES =
      Set.of(
          "id",
          "kind",
          "status",
          "title",
          "firstName",
          "initials",
          "lastName",
          "fullName",
          "position",
          "birthDate",
          "website",
          "email",
          "businessPhone",
          "homePhone",
          "mobilePhone",
          "businessFax",
          "businessAddress",
          "homeAddress",
          "coverageTeam",
          "syncList",
          "viewSecurity");

  private ContactRecord() {}

  /** Takes one item of a page, whatever it is; gives the contact, or what is wrong with it. */
  public static SourceRecord read(RecordNode item, KnownIds ids) {
    RecordFields node = RecordFields.of(item);
    Optional<ContactId> id = node.requiredId("id", ContactId::new);
    Optional<AccessPart> access = access(node, ids);
    boolean accessRead = node.defect().isEmpty();
    Optional<CrmContact> contact = contact(node, id, access);
    long text = characters(item.node(), name -> !NO_FIELDS.contains(name));
    long named = characters(item.node(), NO_FIELDS::contains);
    node.noteIf(text > MOST_TEXT, "record", "more than " + MOST_TEXT + " characters");
    node.noteIf(!fits(text, named), "record", "team, list and groups are too long to be stored");
    Optional<SourceRecord> bad =
        node.defect()
            .map(
                defect ->
                    accessRead && fits(MOST_TEXT, named)
                        ? SourceRecord.bad(id.orElseThrow(), defect, access.orElseThrow())
                        : SourceRecord.bad(id, defect));
    return bad.orElseGet(() -> SourceRecord.good(contact.orElseThrow()));
  }

  /** Whether a row holds so many characters of fields, and so many of ids. */
  private static boolean fits(long text, long ids) {
    return OF_TEXT * text + OF_ID * ids <= MOST_QUARTERS;
  }

  private static long characters(JsonNode record, Predicate<String> of) {
    return record.properties().stream()
        .filter(property -> of.test(property.getKey()))
        .mapToLong(property -> text(property.getValue()))
        .sum();
  }

  private static long text(JsonNode value) {
    return value.isTextual()
        ? value.textValue().length()
        : value.valueStream().mapToLong(ContactRecord::text).sum();
  }

  /** Read first: what it notes, and nothing else, spoils it. */
  private static Optional<AccessPart> access(RecordFields node, KnownIds ids) {
    Optional<ContactKind> kind = node.requiredWord("kind", KINDS);
    Optional<ContactStatus> status = node.requiredWord("status", STATUSES);
    Access access =
        new Access(
            node.ids("coverageTeam", ids::user),
            node.ids("syncList", ids::user),
            node.object("viewSecurity")
                .map(view -> security(view, ids))
                .orElse(ViewSecurity.EVERYONE));
    return kind.flatMap(k -> status.map(s -> new AccessPart(k, s, access)));
  }

  private static Optional<CrmContact> contact(
      RecordFields node, Optional<ContactId> id, Optional<AccessPart> access) {
    if (id.isEmpty() || access.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CrmContact(
            id.get(),
            access.get().kind(),
            access.get().status(),
            name(node),
            node.text("position"),
            date(node, "birthDate"),
            node.text("website"),
            node.text("email"),
            phones(node),
            address(node, "businessAddress"),
            address(node, "homeAddress"),
            access.get().access()));
  }

  private static CrmContact.Name name(RecordFields node) {
    return new CrmContact.Name(
        node.text("title"),
        node.text("firstName"),
        node.text("initials"),
        node.text("lastName"),
        node.text("fullName"));
  }

  private static CrmContact.Phones phones(RecordFields node) {
    return new CrmContact.Phones(
        node.text("businessPhone"),
        node.text("homePhone"),
        node.text("mobilePhone"),
        node.text("businessFax"));
  }

  private static CrmAddress address(RecordFields node, String property) {
    return node.object(property)
        .map(
            inside ->
                new CrmAddress(
                    lines(inside.texts("lines")),
                    inside.text("city"),
                    inside.text("state"),
                    inside.text("postalCode"),
                    inside.text("country")))
        .orElse(CrmAddress.NONE);
  }

  /** More than three are no fault: the rest is joined to the third. */
  private static List<String> lines(List<String> all) {
    if (all.size() <= MOST_LINES) {
      return all;
    }
    List<String> lines = new ArrayList<>(all.subList(0, MOST_LINES - 1));
    lines.add(
        all.subList(MOST_LINES - 1, all.size()).stream()
            .filter(line -> !Text.normal(line).isEmpty())
            .collect(Collectors.joining(", ")));
    return lines;
  }

  /** A scope that cannot be read is noted: the record is bad, and what is given here not used. */
  private static ViewSecurity security(RecordFields node, KnownIds ids) {
    return new ViewSecurity(
        node.requiredWord("scope", SCOPES).orElse(Scope.PRIVATE),
        node.id("owner", ids::user),
        node.ids("groups", ids::group));
  }

  private static String date(RecordFields node, String property) {
    String text = Text.normal(node.text(property));
    node.noteIf(!text.isEmpty() && !isDate(text), property, "not a date");
    return text;
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
