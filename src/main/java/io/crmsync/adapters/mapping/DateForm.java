package io.crmsync.adapters.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way of writing dates beside ISO 8601's, which is always understood. */
enum DateForm {
  DAY_MONTH_DOTS("d.m.yyyy", "d.M.uuuu"),
  MONTH_DAY_SLASHES("m/d/yyyy", "M/d/uuuu"),
  DAY_MONTH_SLASHES("d/m/yyyy", "d/M/uuuu");

  /** What exports write for no date: Outlook 0/0/00 or 0.0.00. */
  private static final Pattern NONE = Pattern.compile("0+([./-])0+\\10+");

  /** A birthday without a year, as vCard and Google write it: nothing to send. */
  private static final Pattern NO_YEAR = Pattern.compile("--\\d{1,2}-?\\d{1,2}");

  private final String word;
  private final DateTimeFormatter form;

  DateForm(String word, String pattern) {
    this.word = word;
    this.form = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** The word for it in a mapping file. */
  String word() {
    return word;
  }

  /**
   * Takes a date as the source writes it.
   *
   * @return the date in ISO 8601; a text in another form as it is, so that the record's reader
   *     finds that it is none; empty: there is no date
   */
  static Optional<String> iso(String text, List<DateForm> forms) {
    if (NONE.matcher(text).matches() || NO_YEAR.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(forms.stream().flatMap(form -> form.read(text)).findFirst().orElse(text));
  }

  private Stream<String> read(String text) {
    try {
      return Stream.of(LocalDate.parse(text, form).toString());
    } catch (DateTimeException e) {
      return Stream.of();
    }
  }
}
