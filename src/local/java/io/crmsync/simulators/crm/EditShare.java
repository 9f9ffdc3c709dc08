package io.crmsync.simulators.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An edit of one plain field in a share of the contacts that have it: the same field, share and
 * seed choose the same contacts.
 *
 * @param field a top-level text field that synchronises, such as {@code position}
 * @param percent how many of the contacts that have the field, 0 to 100; rounded to whole contacts
 * @param seed another seed chooses others
 */
public record EditShare(String field, double percent, long seed) {
  private static final Set<String> NOT_PLAIN = Set.of("id", "kind", "status", "modifiedAt");
  private static final Pattern EDITED = Pattern.compile("(.*) \\(edit (\\d+)\\)", Pattern.DOTALL);

  public EditShare {
    if (NOT_PLAIN.contains(field) || field.isBlank()) {
      throw new IllegalArgumentException("no plain field: " + field);
    }
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent must be 0 to 100");
    }
  }

  /** Edits, and gives the ids of the contacts changed, in order. */
  List<String> applyTo(FeedRecords contacts) {
    List<String> having = contacts.ids().stream().filter(id -> has(contacts, id)).toList();
    long share = Math.round(having.size() * percent / 100);
    List<String> chosen =
        having.stream()
            .sorted(Comparator.comparingLong(this::rank).thenComparing(id -> id))
            .limit(share)
            .sorted()
            .toList();
    chosen.forEach(id -> edit(contacts, id));
    return chosen;
  }

  private boolean has(FeedRecords contacts, String id) {
    return contacts
        .find(id)
        .filter(json -> json.contains('"' + field + '"'))
        .map(json -> Json.object(json).path(field))
        .filter(value -> value.isTextual() && !value.asText().isBlank())
        .isPresent();
  }

  private long rank(String id) {
    CRC32 hash = new CRC32();
    hash.update((seed + "/" + field + "/" + id).getBytes(UTF_8));
    return hash.getValue();
  }

  private void edit(FeedRecords contacts, String id) {
    ObjectNode record = Json.object(contacts.find(id).orElseThrow());
    contacts.put(record.put(field, edited(record.path(field).asText())).toString());
  }

  /** A valid value stays one: a date moves by a day, an address to a subdomain and back. */
  private String edited(String value) {
    return switch (field) {
      case "birthDate" -> LocalDate.parse(value).plusDays(1).toString();
      case "email" -> value.contains("@edited.") ? value.replace("@edited.", "@") : moved(value);
      default -> numbered(value);
    };
  }

  private static String moved(String address) {
    int at = address.lastIndexOf('@');
    return at < 0
        ? numbered(address)
        : address.substring(0, at) + "@edited." + address.substring(at + 1);
  }

  private static String numbered(String value) {
    Matcher before = EDITED.matcher(value);
    return before.matches()
        ? before.group(1) + " (edit " + (Integer.parseInt(before.group(2)) + 1) + ")"
        : value + " (edit 1)";
  }
}
