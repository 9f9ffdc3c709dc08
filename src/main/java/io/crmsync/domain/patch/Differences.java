package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.EnumSet;
import java.util.Set;

/** Where a mailbox's contact is not what the CRM says: asked only where there is no base (R12). */
final class Differences {
  private Differences() {}

  /** The fields that have a desired value which the contact does not hold. */
  static Set<Field> between(FieldValues desired, OutlookContact current) {
    Set<Field> different = EnumSet.noneOf(Field.class);
    desired
        .asMap()
        .forEach(
            (field, value) -> {
              if (!holds(current, field, value)) {
                different.add(field);
              }
            });
    return different;
  }

  /** The fields in which the contact holds what we sent, and the CRM has no more. */
  static Set<Field> leftBehind(
      UnknownWrites sent, FieldValues desired, OutlookContact current, FieldHasher hasher) {
    Set<Field> left = EnumSet.noneOf(Field.class);
    sent.written()
        .forEach(
            (field, hashes) -> {
              FieldHash wanted = hasher.hash(field, desired.get(field));
              if (hashes.stream()
                  .filter(hash -> !hash.isEmpty() && !hash.equals(wanted))
                  .anyMatch(hash -> holds(current, field, hash, hasher))) {
                left.add(field);
              }
            });
    return left;
  }

  private static boolean holds(
      OutlookContact current, Field field, FieldHash hash, FieldHasher hasher) {
    return ListSlot.of(field)
        .map(slot -> new HashedList(slot, current.entries(slot), hasher))
        .map(list -> list.written(hash).isPresent())
        .orElseGet(() -> hasher.hash(field, current.plainValue(field)).equals(hash));
  }

  private static boolean holds(OutlookContact current, Field field, String value) {
    return ListSlot.of(field)
        .map(slot -> new ListMerge(slot, current.entries(slot)).holds(value))
        .orElseGet(() -> current.plainValue(field).equals(value));
  }
}
