package io.crmsync.sync.port;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.Digest;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.ListAnswer;
import io.crmsync.domain.patch.ListAnswers;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.snapshot.StoredContact.News;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that stores must keep as they are. */
public final class StoreSamples {
  /** The finest time that our clocks give. */
  public static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456789Z");

  public static final UserId ANNA = new UserId("anna");
  public static final UserId BERT = new UserId("bert");

  /** Ids that test the order and the characters of keys; in no order. */
  public static final List<String> AWKWARD_IDS =
      List.of(
          "b",
          "a~",
          "aB",
          "a",
          "a-",
          "a.",
          "a_",
          "0",
          "Z",
          "9a",
          "ab",
          "A~._-z",
          "a..b",
          "request",
          "latest",
          "current",
          "8f14e45f-ceea-467f-9b2b-1f0d3a5e6c7d",
          "8F14E45F-ceea-467f-9b2b-1f0d3a5e6c7d",
          "x".repeat(127) + "y",
          "x".repeat(127) + "-");

  private StoreSamples() {}

  public static ContactId contactId(String value) {
    return new ContactId(value);
  }

  /** Ids that sort as they are numbered: c00000, c00001 … */
  public static ContactId numbered(int number) {
    return new ContactId("c%05d".formatted(number));
  }

  public static Set<UserId> users(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new UserId("8f14e45f-ceea-467f-9b2b-%012d".formatted(i)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An ordinary contact. */
  public static StoredContact contact(ContactId id) {
    return contact(id, FieldValues.of(Map.of(Field.LAST_NAME, "Sample")));
  }

  public static StoredContact contact(ContactId id, FieldValues fields) {
    return new StoredContact(
        id,
        ContactState.ACTIVE,
        fields,
        Access.NONE,
        "hash",
        Set.of(ANNA),
        Set.of(),
        Map.of(),
        NOW,
        News.RECORD);
  }

  /** A contact with everything that a contact can have. */
  public static StoredContact fullContact(ContactId id) {
    ViewSecurity groups =
        new ViewSecurity(
            ViewSecurity.Scope.GROUP,
            Optional.of(ANNA),
            Set.of(new GroupId("g1"), new GroupId("g2~._-")));
    return new StoredContact(
        id,
        ContactState.OTHER_KIND,
        everyScript(),
        new Access(Set.of(ANNA, BERT), Set.of(BERT), groups),
        "Y29udGVudC1oYXNo",
        Set.of(ANNA, BERT),
        Set.of(BERT),
        Map.of(ANNA, Reason.VIEW_SECURITY, new UserId("cleo"), Reason.NOT_COVERED),
        NOW,
        News.NONE,
        true);
  }

  /** A value in many scripts, with emoji, for every field. */
  public static FieldValues everyScript() {
    String text =
        "Zoë Ńandú Ωμέγα Привет שלום مرحبا नमस्ते 你好 こんにちは 안녕 ไทย 👩‍👩‍👧‍👦🏳️‍🌈 \"quoted\""
            + " \\back/ 'single' <&> %25 #? \t tab";
    return everyField(text);
  }

  public static FieldValues everyField(String value) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Stream.of(Field.values()).forEach(field -> values.put(field, field.name() + " " + value));
    return FieldValues.of(values);
  }

  public static Pair linkedPair(UserId user, ContactId contact, Instant since) {
    return Pair.unknown(new PairId(user, contact))
        .linkedTo(
            new Link(
                    new OutlookId("AAMkAD/+=" + contact),
                    Link.Origin.ADOPTED,
                    baseOfEveryField(),
                    3,
                    since)
                .answering(answersOfEveryList()));
  }

  /** With none of ours, with others and without. */
  public static ListAnswers answersOfEveryList() {
    FieldHash one = new FieldHash(Digest.short96("one"));
    FieldHash other = new FieldHash(Digest.short96("other"));
    return new ListAnswers(
        Map.of(
            ListSlot.EMAILS, new ListAnswer(one, Set.of(other)),
            ListSlot.BUSINESS_PHONES, new ListAnswer(FieldHash.EMPTY, Set.of(one)),
            ListSlot.HOME_PHONES, new ListAnswer(FieldHash.EMPTY, Set.of())));
  }

  public static Base baseOfEveryField() {
    return new Base(
        Stream.of(Field.values())
            .collect(
                Collectors.toMap(
                    field -> field, field -> new FieldHash(Digest.short96(field.name())))));
  }
}
