package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Contacts that a version synchronised which took white space off values, and nothing else: rows,
 * bases and mailboxes hold them in that form.
 */
@DisplayName("R10, field map: the first nights after the normal form became another")
class NormalisedAnewTest {
  private static final String EARLIER = "John\u200B";
  private final World world = new World();
  private final FakeMailbox mailbox;

  NormalisedAnewTest() {
    world.user("u1");
    mailbox = world.mailbox("u1");
  }

  @BeforeEach
  void synchronisedByTheEarlierVersion() {
    world.crm.put(person(EARLIER));
    world.night();
    Versioned<StoredContact> row = world.contacts.find(new ContactId("c1")).orElseThrow();
    world.contacts.write(List.of(row.with(earlier(row.value()))));
    Versioned<Pair> pair =
        world.pairs.find(new PairId(world.pair("u1", "c1").user(), new ContactId("c1")));
    Pair before = pair.value();
    world.pairs.write(
        pair.with(
            before
                .linkedTo(earlier(before, before.link().orElseThrow()))
                .finished("of an earlier form", before.outcome().orElseThrow(), Optional.empty())));
    mailbox.user().edit(world.copy("u1", "c1").id(), Field.FIRST_NAME, EARLIER);
    mailbox.forgetCalls();
  }

  private static CrmContact person(String first) {
    return People.person("c1", first, "u1");
  }

  private static StoredContact earlier(StoredContact row) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.putAll(row.fields().asMap());
    values.put(Field.FIRST_NAME, EARLIER);
    values.put(Field.BIRTH_DATE, "0001-01-01");
    return new StoredContact(
        row.id(),
        row.contactState(),
        FieldValues.stored(values, Map.of()),
        row.access(),
        "of an earlier form",
        row.audience(),
        row.frozen(),
        row.leaving(),
        row.readAt(),
        row.news());
  }

  private static Link earlier(Pair pair, Link link) {
    Map<Field, FieldHash> hashes = new EnumMap<>(Field.class);
    hashes.putAll(link.base().hashes());
    hashes.put(Field.FIRST_NAME, pair.hasher().hash(Field.FIRST_NAME, EARLIER));
    hashes.put(Field.BIRTH_DATE, pair.hasher().hash(Field.BIRTH_DATE, "0001-01-01"));
    return link.withBase(new Base(hashes));
  }

  @Test
  void rewriteNothingThatIsTheSame() {
    world.night();
    world.night();
    assertThat(mailbox.calls(MailboxCall.UPDATE)).isZero();
    assertThat(mailbox.calls(MailboxCall.READ)).isZero();
  }

  @Test
  void norWhereTheCrmTookTheInvisibleCharacterOutItself() {
    world.crm.put(person("John"));
    world.night();
    assertThat(mailbox.calls(MailboxCall.UPDATE)).isZero();
  }

  @Test
  void leaveWhatTheUserEditedWhileAnotherFieldChanges() {
    mailbox.user().edit(world.copy("u1", "c1").id(), Field.FIRST_NAME, "Jack");
    world.night();
    world.crm.put(People.position(person(EARLIER), "Chair"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Chair");
    assertThat(world.copy("u1", "c1").plainValue(Field.FIRST_NAME)).isEqualTo("Jack");
    world.crm.put(People.position(person("Joe"), "Chair"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.FIRST_NAME)).isEqualTo("Joe");
  }
}
