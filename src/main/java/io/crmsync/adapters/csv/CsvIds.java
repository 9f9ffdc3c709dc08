package io.crmsync.adapters.csv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.domain.contact.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What identifies a row: its id; without one its e-mail address, in lower case; without either the
 * name and the company. The last two change with what they are made of, and the contact is another
 * one then.
 */
public final class CsvIds {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,123}");
  private static final int HASH_BYTES = 16;
  private static final List<String> NAMES = List.of("firstName", "lastName", "fullName", "company");

  private CsvIds() {}

  /** Our id of any text that identifies: a text that is no id itself stands as a hash of it. */
  public static ContactId of(String text) {
    return HashedId.of(
        ID.matcher(text).matches() ? text : HexFormat.of().formatHex(sha256(text), 0, HASH_BYTES));
  }

  /** What identifies a record in the feed's shape; empty: nothing does. */
  static Optional<ContactId> of(ObjectNode record) {
    return Stream.of(text(record, "id"), email(record), names(record))
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(CsvIds::of);
  }

  private static String email(ObjectNode record) {
    String email = text(record, "email").toLowerCase(Locale.ROOT);
    return email.contains("@") ? email : "";
  }

  private static String names(ObjectNode record) {
    return NAMES.stream()
        .map(name -> text(record, name).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  private static String text(ObjectNode record, String property) {
    return Text.normal(record.path(property).asText(""));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
