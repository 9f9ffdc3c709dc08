package io.crmsync.adapters.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What speaks for bytes being UTF-8, and what against it.
 *
 * @param beyond bytes by which valid characters are longer than in ASCII: none, and they may be
 *     anything
 * @param invalid places that are no UTF-8
 * @param openEnd whether the last bytes could begin a character that does not come
 * @param zeros bytes that are zero
 */
record Utf8Evidence(long beyond, long invalid, boolean openEnd, long zeros) {
  private static final int BUFFER = 1 << 14;

  /** Whether it is UTF-8 that ends within a character. */
  boolean cutOff() {
    return openEnd && invalid == 0 && beyond > 0;
  }

  /** Whether it is UTF-8 with some places that are not: in Windows-1252 valid ones are chance. */
  boolean spoilt() {
    return invalid > 0 && beyond > invalid;
  }

  /** Reads all there is, in constant memory. */
  static Utf8Evidence of(byte[] first, InputStream rest) throws IOException {
    Count count = new Count();
    count.take(first, first.length);
    byte[] bytes = new byte[BUFFER];
    for (int read = rest.read(bytes, 0, BUFFER); read >= 0; read = rest.read(bytes, 0, BUFFER)) {
      count.take(bytes, read);
    }
    return count.evidence();
  }

  private static final class Count {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer open = ByteBuffer.allocate(2 * BUFFER);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private long beyond;
    private long invalid;
    private long zeros;

    void take(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        zeros += bytes[i] == 0 ? 1 : 0;
      }
      open.put(bytes, 0, length).flip();
      while (true) {
        int from = open.position();
        CoderResult result = decoder.decode(open, characters.clear(), false);
        beyond += open.position() - from - characters.position();
        if (result.isMalformed()) {
          open.position(open.position() + result.length());
          invalid++;
        } else if (result.isUnderflow()) {
          open.compact();
          return;
        }
      }
    }

    Utf8Evidence evidence() {
      return new Utf8Evidence(beyond, invalid, open.position() > 0, zeros);
    }
  }
}
