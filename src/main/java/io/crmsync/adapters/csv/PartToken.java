package io.crmsync.adapters.csv;

import io.crmsync.sync.port.CrmBroken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a part of the contacts begins, as text {@code file:record:files}.
 *
 * @param file its place in the order of names, from 0
 * @param record how many records of it came before
 */
record PartToken(int file, long record) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,18}):([0-9a-f]{32})");

  /**
   * Reads one; empty text is the beginning.
   *
   * @throws CrmBroken it was given when the files were others, so that records would be left out or
   *     come twice
   */
  static PartToken of(String text, Listing listing) {
    if (text.isEmpty()) {
      return new PartToken(0, 0);
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw neverGiven();
    }
    if (!form.group(3).equals(mark(listing))) {
      throw new CrmBroken("the files were changed while they were read");
    }
    return new PartToken(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
  }

  /** As text, which stands for these files only. */
  String text(Listing listing) {
    return file + ":" + record + ":" + mark(listing);
  }

  static CrmBroken neverGiven() {
    return new CrmBroken("a part was asked for that was never given");
  }

  private static String mark(Listing listing) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      listing
          .files()
          .forEach(
              file ->
                  digest.update(
                      "%s\n%s\n%d\n"
                          .formatted(file.name(), file.version(), file.bytes())
                          .getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
