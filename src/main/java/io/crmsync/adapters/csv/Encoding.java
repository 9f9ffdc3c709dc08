package io.crmsync.adapters.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.stream.IntStream;

/**
 * How the characters of a file are written.
 *
 * @param mark how many bytes of a byte order mark are before them
 */
record Encoding(Charset charset, int mark) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Finds it out: by the byte order mark, or else by reading the file once, in constant memory.
   * What is UTF-8 throughout is UTF-8, other text is Windows-1252.
   *
   * @throws io.crmsync.sync.port.CrmBroken it is not of its size, no text, or was UTF-8 until it
   *     was spoilt: as Windows-1252 each name in it would be another
   */
  static Encoding of(SourceFiles files, SourceFile file) {
    try (InputStream in = new WholeFile(files.open(file), file)) {
      byte[] first = in.readNBytes(3);
      if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
        return new Encoding(UTF_8, 3);
      }
      if (startsWith(first, 0xFF, 0xFE)) {
        return new Encoding(UTF_16LE, 2);
      }
      if (startsWith(first, 0xFE, 0xFF)) {
        return new Encoding(UTF_16BE, 2);
      }
      return new Encoding(unmarked(Utf8Evidence.of(first, in), file), 0);
    } catch (IOException e) {
      throw FileFailure.reading(file, UTF_8, e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
  }

  private static Charset unmarked(Utf8Evidence evidence, SourceFile file) {
    if (evidence.zeros() > 0) {
      throw FileFailure.of(file, "has zero bytes: no text, or text without its byte order mark");
    }
    if (evidence.cutOff()) {
      throw FileFailure.of(file, "ends within a character: cut off");
    }
    if (evidence.spoilt()) {
      throw FileFailure.of(file, "is UTF-8 for the most part, and not throughout");
    }
    return evidence.invalid() == 0 && !evidence.openEnd() ? UTF_8 : WINDOWS;
  }

  /** The characters; those that cannot be read are an error, and never replaced. */
  Reader reader(InputStream in) throws IOException {
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
