package io.crmsync.domain.outlook;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.SameEmail;
import io.crmsync.domain.contact.Text;
import java.util.Arrays;
import java.util.Optional;

/** The lists that hold an entry of ours among the user's, with what Outlook allows in them. */
public enum ListSlot {
  EMAILS(Field.EMAIL, 3),
  BUSINESS_PHONES(Field.BUSINESS_PHONE, 2),
  HOME_PHONES(Field.HOME_PHONE, 2);

  private final Field field;
  private final int capacity;

  ListSlot(Field field, int capacity) {
    this.field = field;
    this.capacity = capacity;
  }

  /** The field that is our entry in it. */
  public Field field() {
    return field;
  }

  /** The list that the field is an entry of, if it is one. */
  public static Optional<ListSlot> of(Field field) {
    return Arrays.stream(values()).filter(slot -> slot.field == field).findFirst();
  }

  /** How many entries Graph takes before it answers 400. */
  public int capacity() {
    return capacity;
  }

  /** The form in which entries are compared: of e-mail addresses {@link SameEmail} tells. */
  public String key(String entry) {
    return this == EMAILS ? SameEmail.key(entry) : Text.normal(entry);
  }

  /** Whether two entries are the same value. */
  public boolean same(String one, String other) {
    return key(one).equals(key(other));
  }
}
