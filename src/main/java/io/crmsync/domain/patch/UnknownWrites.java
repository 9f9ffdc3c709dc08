package io.crmsync.domain.patch;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What requests may have done of which nobody knows how they ended: those under a claim, and under
 * lost ones before it. Known before the first of them is sent, so that it costs no write of its
 * own.
 *
 * @param creatingSince by our clock, when the attempt began that may have made a copy whose id
 *     nobody heard; empty: none
 * @param written of each field that may have been sent, the hashes of what was sent, latest first;
 *     {@link FieldHash#EMPTY} where it may have been cleared
 */
public record UnknownWrites(Optional<Instant> creatingSince, Map<Field, List<FieldHash>> written) {
  public static final UnknownWrites NOTHING = new UnknownWrites(Optional.empty(), Map.of());

  /** Of one field; an older value that is forgotten costs the user nothing: ours is added. */
  private static final int AT_MOST = 8;

  public UnknownWrites {
    Map<Field, List<FieldHash>> copy = new EnumMap<>(Field.class);
    written.forEach((field, hashes) -> copy.put(field, List.copyOf(hashes)));
    written = Collections.unmodifiableMap(copy);
  }

  /** That a copy may have been made by an attempt that began then. */
  public static UnknownWrites creating(Instant since) {
    return new UnknownWrites(Optional.of(since), Map.of());
  }

  /** That these values may have been sent. */
  public static UnknownWrites writing(Base values) {
    Map<Field, List<FieldHash>> written = new EnumMap<>(Field.class);
    values.hashes().forEach((field, hash) -> written.put(field, List.of(hash)));
    return new UnknownWrites(Optional.empty(), written);
  }

  /** That these fields may have been sent, as the CRM has them. */
  public static UnknownWrites changing(
      Set<Field> changes, FieldValues desired, FieldHasher hasher) {
    Map<Field, List<FieldHash>> written = new EnumMap<>(Field.class);
    changes.forEach(field -> written.put(field, List.of(hasher.hash(field, desired.get(field)))));
    return new UnknownWrites(Optional.empty(), written);
  }

  public boolean isNothing() {
    return creatingSince.isEmpty() && written.isEmpty();
  }

  /** What may have been sent of a field, latest first; empty: nothing. */
  public List<FieldHash> of(Field field) {
    return written.getOrDefault(field, List.of());
  }

  /** This, and after it the other. */
  public UnknownWrites and(UnknownWrites later) {
    Map<Field, List<FieldHash>> all = new EnumMap<>(Field.class);
    Stream.of(later, this)
        .flatMap(each -> each.written.entrySet().stream())
        .forEach(each -> all.merge(each.getKey(), each.getValue(), UnknownWrites::joined));
    Optional<Instant> since =
        Stream.of(creatingSince, later.creatingSince)
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    return new UnknownWrites(since, all);
  }

  private static List<FieldHash> joined(List<FieldHash> later, List<FieldHash> earlier) {
    return Stream.concat(later.stream(), earlier.stream()).distinct().limit(AT_MOST).toList();
  }

  /** No copy can have been made: what was sent is all. */
  public UnknownWrites withoutCreate() {
    return new UnknownWrites(Optional.empty(), written);
  }

  /** The copy that is known is as it should be: only another may have been made. */
  public UnknownWrites onlyCreate() {
    return new UnknownWrites(creatingSince, Map.of());
  }
}
