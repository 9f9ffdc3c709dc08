package io.crmsync.domain.eligibility;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whether a contact can be written to any mailbox at all: R2, R3 and R4, in their order. The first
 * rule that rejects carries its reason to logs, pages and answers.
 */
public final class Eligibility {
  private record Rule(NotActionable reason, BiPredicate<ContactState, FieldValues> rejects) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              NotActionable.OTHER_KIND,
              (contactState, fields) -> contactState == ContactState.OTHER_KIND),
          new Rule(
              NotActionable.INACTIVE,
              (contactState, fields) -> contactState != ContactState.ACTIVE),
          new Rule(NotActionable.DECEASED, (contactState, fields) -> deceased(fields)),
          new Rule(NotActionable.NAME_MISSING, (contactState, fields) -> nameless(fields)),
          new Rule(NotActionable.EMAIL_MALFORMED, (contactState, fields) -> malformed(fields)));

  private Eligibility() {}

  /** Takes what the CRM says of a contact; gives the first reason against it, or nothing. */
  public static Optional<NotActionable> rejection(ContactState contactState, FieldValues fields) {
    return RULES.stream()
        .filter(rule -> rule.rejects().test(contactState, fields))
        .map(Rule::reason)
        .findFirst();
  }

  private static boolean deceased(FieldValues fields) {
    return saysDeceased(fields.get(Field.FIRST_NAME)) || saysDeceased(fields.get(Field.LAST_NAME));
  }

  private static boolean saysDeceased(String name) {
    return name.toLowerCase(Locale.ROOT).contains("deceased");
  }

  private static boolean nameless(FieldValues fields) {
    return fields.get(Field.FIRST_NAME).isEmpty() && fields.get(Field.LAST_NAME).isEmpty();
  }

  private static boolean malformed(FieldValues fields) {
    return fields.find(Field.EMAIL).map(email -> !InternetAddress.sendable(email)).orElse(false);
  }
}
