package io.crmsync.domain.plan;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contact that has every field, and ways to change one. */
final class Sample {
  static final ContactId CONTACT = new ContactId("c1");
  static final UserId USER = new UserId("u1");
  static final FieldHasher HASHER = new FieldHasher(CONTACT, USER);

  private Sample() {}

  /** Each field has a value of its own. */
  static FieldValues everyField() {
    return FieldValues.of(
        Stream.of(Field.values()).collect(Collectors.toMap(field -> field, Sample::first)));
  }

  /** The value of a field in {@link #everyField}. */
  static String first(Field field) {
    return field == Field.EMAIL ? "first@example.org" : "first " + field;
  }

  /** Another value than that. */
  static String second(Field field) {
    return field == Field.EMAIL ? "second@example.org" : "second " + field;
  }

  /** As an earlier version remembered it: the base, and nothing of Outlook's answer. */
  static Written base(Base base) {
    return new Written(base, Answers.UNKNOWN, Unanswered.NOTHING);
  }

  /** Written once, and answered with what it is. */
  static Written written(FieldValues values, ContactPatch sent, OutlookContact made) {
    Answers answers = Answers.UNKNOWN.after(sent, WriteAnswer.of(made), values, HASHER);
    return new Written(HASHER.baseOf(values), answers, Unanswered.NOTHING);
  }

  static FieldValues with(FieldValues values, Field field, String value) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(values.asMap());
    changed.put(field, value);
    return FieldValues.of(changed);
  }

  static FieldValues only(Field field, String value) {
    return with(FieldValues.none(), field, value);
  }
}
