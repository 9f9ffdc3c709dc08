package io.crmsync.domain.patch;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.WriteAnswer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contact that has every field, and ways to change one. */
public final class Sample {
  public static final ContactId CONTACT = new ContactId("c1");
  public static final UserId USER = new UserId("u1");
  public static final FieldHasher HASHER = new FieldHasher(new PairId(USER, CONTACT));

  private Sample() {}

  /** Each field has a value of its own. */
  public static FieldValues everyField() {
    return FieldValues.of(
        Stream.of(Field.values()).collect(Collectors.toMap(field -> field, Sample::first)));
  }

  /** The value of a field in {@link #everyField}. */
  public static String first(Field field) {
    return field == Field.EMAIL ? "first@example.org" : "first " + field;
  }

  /** Another value than that. */
  public static String second(Field field) {
    return field == Field.EMAIL ? "second@example.org" : "second " + field;
  }

  /** As an earlier version remembered it: the base, and nothing of Outlook's answer. */
  public static WrittenValues base(Base base) {
    return new WrittenValues(base, ListAnswers.UNKNOWN, UnknownWrites.NOTHING);
  }

  /** Written once, and answered with what it is. */
  public static WrittenValues written(FieldValues values, ContactPatch sent, OutlookContact made) {
    ListAnswers answers = ListAnswers.UNKNOWN.after(sent, WriteAnswer.of(made), values, HASHER);
    return new WrittenValues(HASHER.baseOf(values), answers, UnknownWrites.NOTHING);
  }

  public static FieldValues with(FieldValues values, Field field, String value) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(values.asMap());
    changed.put(field, value);
    return FieldValues.of(changed);
  }

  public static FieldValues only(Field field, String value) {
    return with(FieldValues.none(), field, value);
  }
}
