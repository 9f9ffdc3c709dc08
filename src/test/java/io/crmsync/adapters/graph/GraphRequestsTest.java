package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.simulators.graph.Quirk;
import io.crmsync.simulators.graph.RequestKind;
import io.crmsync.sync.port.Mailbox;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphRequestsTest extends GraphTest {

  @Test
  void aListingTakesOneRequestAThousandContacts() {
    for (int i = 0; i < 1005; i++) {
      graph.user().addContact("contacts", Map.of("displayName", "Sample " + i));
    }
    assertThat(mailbox.list(home)).hasSize(1005);
    assertThat(graph.simulator.counts().of(RequestKind.LIST_CONTACTS)).isEqualTo(2);
  }

  @Test
  void allFoldersBesideTheDefaultOneTakeOneRequest() {
    for (int i = 0; i < 25; i++) {
      graph.user().createFolder("Folder " + i);
    }
    graph.simulator.resetCounts();
    assertThat(mailbox.findFolder("folder 24")).isPresent();
    assertThat(graph.simulator.counts().total()).isEqualTo(1);
  }

  @Test
  void markAndAddressAreSoughtInOneRequestUnlessTheServiceRefuses() {
    mailbox.find(home, CONTACT, "ada@example.org");
    assertThat(graph.simulator.counts().of(RequestKind.FIND_CONTACTS)).isEqualTo(1);
    graph.simulator.behave(graph.simulator.behaviour().with(Quirk.OR_FILTER_REFUSED));
    mailbox.find(home, CONTACT, "ada@example.org");
    assertThat(graph.simulator.counts().of(RequestKind.FIND_CONTACTS)).isEqualTo(4);
    assertThat(graph.simulator.counts().of(RequestKind.LIST_CONTACTS)).isEqualTo(1);
    graph.mailbox().find(home, CONTACT, "ada@example.org");
    assertThat(graph.simulator.counts().of(RequestKind.FIND_CONTACTS)).isEqualTo(4);
    assertThat(graph.simulator.counts().of(RequestKind.LIST_CONTACTS)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ada@example.org", "$o'neil@example.org", "$$@example.org"})
  void aPrincipalNameThatBeginsWithADollarSignIsQuoted(String name) {
    Mailbox hers = graph.mailboxes.at(new MailboxAddress(name));
    OutlookId id = hers.create(hers.defaultFolder(), ADA).id();
    assertThat(hers.list(hers.defaultFolder())).hasSize(1);
    assertThat(hers.read(id)).isPresent();
    assertThat(graph.simulator.mailbox(name).contacts()).hasSize(1);
    assertThat(graph.simulator.requests())
        .filteredOn(request -> request.mailbox().equals(name))
        .hasSize(5)
        .allMatch(request -> request.address().contains("/users('$"));
  }

  @Test
  void whatTheServiceMakesOfAnAddressIsReadOffItsAnswerAndCostsNoRequest() {
    graph.simulator.behave(graph.simulator.behaviour().with(Quirk.EMAIL_ADDRESSES_REWRITTEN));
    graph.simulator.resetCounts();
    assertThat(mailbox.create(home, emails("j\u00F6rg@example.org")).lists())
        .containsEntry(ListSlot.EMAILS, List.of());
    WriteAnswer answer = mailbox.create(home, emails("ben@colleagues.example"));
    assertThat(answer.entries(ListSlot.EMAILS)).singleElement().asString().startsWith("/o=");
    assertThat(mailbox.update(answer.id(), emails("a@example.org,", "b@example.org")))
        .map(again -> again.entries(ListSlot.EMAILS))
        .contains(List.of("b@example.org"));
    assertThat(graph.simulator.counts().total()).isEqualTo(3);
  }

  private static ContactPatch emails(String... addresses) {
    return new ContactPatch(
        Map.of(),
        Map.of(ListSlot.EMAILS, List.of(addresses)),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void requestsAreCountedByKind() {
    OutlookId id = mailbox.create(home, ADA).id();
    mailbox.read(id);
    mailbox.update(id, ADA);
    mailbox.update(id, ADA);
    Map<GraphOperation, Long> counted = new HashMap<>(graph.requests.byKind());
    counted.values().removeIf(count -> count == 0);
    assertThat(counted)
        .containsOnly(
            Map.entry(GraphOperation.GET_DEFAULT_FOLDER, 1L),
            Map.entry(GraphOperation.CREATE_CONTACT, 1L),
            Map.entry(GraphOperation.GET_CONTACT, 1L),
            Map.entry(GraphOperation.UPDATE_CONTACT, 2L));
    assertThat(graph.requests.total()).isEqualTo(5);
  }

  @Test
  void onlyWhatIsToChangeIsSentAndClearingIsExplicit() {
    OutlookId id = mailbox.create(home, ADA).id();
    mailbox.update(
        id,
        new ContactPatch(
            Map.of(Field.MOBILE_PHONE, "", Field.BIRTH_DATE, "1971-03-02"),
            Map.of(ListSlot.HOME_PHONES, List.of()),
            Map.of(AddressSlot.HOME, Map.of(Field.HOME_CITY, "Delft")),
            Optional.empty(),
            Optional.empty()));
    assertThat(lastBody().replaceAll("\\s", ""))
        .contains("\"mobilePhone\":null")
        .contains("\"birthday\":\"1971-03-02T11:59:00Z\"")
        .contains("\"homePhones\":[]")
        .contains("\"city\":\"Delft\"")
        .contains("\"street\":null")
        .doesNotContain("displayName", "emailAddresses", "singleValueExtendedProperties");
    assertThat(graph.simulator.counts().emptyUpdates()).isZero();
  }

  @Test
  void birthdaysAreComparedByTheirDateInUtc() {
    String id =
        graph.user().addContact("contacts", Map.of("birthday", "1971-03-02T23:30:00-02:00"));
    assertThat(mailbox.read(new OutlookId(id)).orElseThrow().plainValue(Field.BIRTH_DATE))
        .isEqualTo("1971-03-03");
  }

  @Test
  void everyPlainFieldHasAPropertyOfItsOwn() {
    assertThat(PlainProperty.values())
        .extracting(PlainProperty::field)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Field.values())
                .filter(field -> field.shape() == Field.Shape.PLAIN)
                .toList());
  }

  private String lastBody() {
    return graph.simulator.requests().get(graph.simulator.requests().size() - 1).body();
  }
}
