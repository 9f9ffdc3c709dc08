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

/**
 * Where the ids stand: 8 bytes each, so that 100,000 take less than a megabyte. They are 39 bits of
 * a hash, then the record's number over all files. Different ids may have the same hash: who finds
 * a place here looks what stands there.
 */
final class IdIndex {
  /** How many records there may be. */
  static final int MOST_RECORDS = 1 << 24;

  private static final int NUMBER_BITS = 24;
  private static final long NUMBER = MOST_RECORDS - 1;
  private static final int MOST_REPEATED = 1_000;

  private final long[] places;

  private IdIndex(long[] places) {
    this.places = places;
  }

  /** The numbers of the records that may have this id, ascending; empty: none has. */
  IntStream find(ContactId id) {
    long hash = hash(id);
    int found = Arrays.binarySearch(places, hash << NUMBER_BITS);
    return IntStream.range(found < 0 ? -found - 1 : found, places.length)
        .takeWhile(i -> places[i] >>> NUMBER_BITS == hash)
        .map(i -> (int) (places[i] & NUMBER));
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) Long.BYTES * places.length;
  }

  /** Some of the hashes that are there more than once; empty: no id is. */
  Set<Long> repeated() {
    return IntStream.range(1, places.length)
        .filter(i -> places[i] >>> NUMBER_BITS == places[i - 1] >>> NUMBER_BITS)
        .limit(MOST_REPEATED)
        .mapToObj(i -> places[i] >>> NUMBER_BITS)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The 39 bits: as many as keep a place positive. */
  static long hash(ContactId id) {
    try {
      byte[] text = id.value().getBytes(StandardCharsets.US_ASCII);
      long first = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
      return first >>> (NUMBER_BITS + 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** An index that is being made. */
  static final class Builder {
    private long[] places = new long[1 << 10];
    private int count;

    /** Takes an id, and the number of its record, less than {@link #MOST_RECORDS}. */
    void add(ContactId id, int number) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = (hash(id) << NUMBER_BITS) | number;
    }

    IdIndex build() {
      long[] sorted = Arrays.copyOf(places, count);
      Arrays.sort(sorted);
      return new IdIndex(sorted);
    }
  }
}
