package io.crmsync.domain.plan;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the CRM changed since we last wrote the contact (R10). */
public final class Changes {
  private Changes() {}

  /** The fields whose desired value is not the base's, in the order of {@link Field}. */
  public static Set<Field> between(Base base, FieldValues desired, FieldHasher hasher) {
    Set<Field> changed = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      if (!isBase(base.of(field), field, desired, hasher)) {
        changed.add(field);
      }
    }
    return Collections.unmodifiableSet(changed);
  }

  /** What was sent in the form that an earlier version gave it is the same value. */
  private static boolean isBase(
      FieldHash base, Field field, FieldValues desired, FieldHasher hasher) {
    return hasher.hash(field, desired.get(field)).equals(base)
        || Optional.ofNullable(desired.earlierForms().get(field))
            .filter(form -> hasher.hash(field, form).equals(base))
            .isPresent();
  }
}
