package io.crmsync.domain.mapping;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.EnumMap;
import java.util.Map;

/** The field map: from what the CRM says of a contact to what a mailbox is to hold. */
public final class FieldMapping {
  private FieldMapping() {}

  /** Takes a record of the feed; gives the desired values, normalised. */
  public static FieldValues desired(CrmContact contact) {
    Map<Field, String> raw = new EnumMap<>(Field.class);
    NameMapping.put(contact.name(), raw);
    raw.put(Field.POSITION, contact.position());
    raw.put(Field.EMAIL, contact.email());
    raw.put(Field.WEBSITE, contact.website());
    raw.put(Field.BIRTH_DATE, contact.birthDate());
    raw.put(Field.BUSINESS_PHONE, contact.phones().business());
    raw.put(Field.HOME_PHONE, contact.phones().home());
    raw.put(Field.MOBILE_PHONE, contact.phones().mobile());
    raw.put(Field.BUSINESS_FAX, contact.phones().fax());
    AddressMapping.put(AddressSlot.BUSINESS, contact.businessAddress(), raw);
    AddressMapping.put(AddressSlot.HOME, contact.homeAddress(), raw);
    return FieldValues.of(raw);
  }
}
