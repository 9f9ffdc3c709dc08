package io.crmsync.adapters.csv;

import io.crmsync.domain.contact.ContactId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which ids there may be: 8 bytes of a hash each, so that 100,000 take less than a megabyte. */
final class IdIndex {
  private static final int MOST_REPEATED = 1_000;

  private final long[] hashes;

  private IdIndex(long[] hashes) {
    this.hashes = hashes;
  }

  /** Whether the id may be there; where not, it is not. */
  boolean mayHave(ContactId id) {
    return Arrays.binarySearch(hashes, hash(id)) >= 0;
  }

  /** Some of the hashes that are there more than once; empty: no id is. */
  Set<Long> repeated() {
    return IntStream.range(1, hashes.length)
        .filter(i -> hashes[i] == hashes[i - 1])
        .limit(MOST_REPEATED)
        .mapToObj(i -> hashes[i])
        .collect(Collectors.toUnmodifiableSet());
  }

  static long hash(ContactId id) {
    try {
      byte[] text = id.value().getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** An index that is being made. */
  static final class Builder {
    private long[] hashes = new long[1 << 10];
    private int count;

    void add(ContactId id) {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
      }
      hashes[count++] = hash(id);
    }

    IdIndex build() {
      long[] sorted = Arrays.copyOf(hashes, count);
      Arrays.sort(sorted);
      return new IdIndex(sorted);
    }
  }
}
