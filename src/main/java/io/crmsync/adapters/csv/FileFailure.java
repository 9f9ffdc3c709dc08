package io.crmsync.adapters.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wrong with a file, in the port's words: which file, which line, which rule, and never a
 * value (R20). The parser's own messages quote the text.
 */
final class FileFailure {
  private FileFailure() {}

  /** The file as a whole breaks a rule. */
  static CrmBroken of(SourceFile file, String rule) {
    return new CrmBroken(file.name() + ": " + rule);
  }

  /**
   * A record breaks a rule.
   *
   * @param line where it begins, from 1
   */
  static CrmBroken at(SourceFile file, long line, String rule) {
    return new CrmBroken(file.name() + " line " + line + ": " + rule);
  }

  /**
   * Reading failed.
   *
   * @param charset what the bytes were taken for
   */
  static RuntimeException reading(SourceFile file, Charset charset, IOException cause) {
    if (cause instanceof WholeFile.OtherSize) {
      return of(file, "has not the size that it had: half uploaded, or changed while it was read");
    }
    if (cause instanceof CharacterCodingException) {
      return of(file, "is not " + charset.name() + " text throughout");
    }
    return new CrmUnavailable(
        file.name() + ": " + cause.getClass().getSimpleName(), Optional.empty());
  }

  /** The same, of what the parser threw; anything else is given back as it is. */
  static RuntimeException reading(
      SourceFile file, Charset charset, long line, RuntimeException thrown) {
    if (thrown instanceof UncheckedIOException io) {
      return reading(file, charset, Objects.requireNonNull(io.getCause()));
    }
    return thrown instanceof CsvParseException quotes ? at(file, line, rule(quotes)) : thrown;
  }

  private static String rule(CsvParseException thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (message.startsWith("Unclosed")) {
      return "a quote is open at the end: cut off";
    }
    return message.startsWith("Unexpected")
        ? "text after a closing quote"
        : "a cell longer than " + Rows.MOST_CHARACTERS + " characters, or a quote left open";
  }
}
