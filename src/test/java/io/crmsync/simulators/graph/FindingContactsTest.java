package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingContactsTest extends SimulatorTest {

  @Test
  void anEmailAddressIsFoundIgnoringCase() {
    String id = create(contactOf("Ada@Example.org", "1"));
    create(contactOf("other@example.org", "2"));
    assertThat(found(email("ada@example.ORG"))).containsExactly(id);
  }

  @Test
  void aMarkIsFoundIgnoringTheCaseOfItsValueAndGuid() {
    String id = create(contactOf("a@example.org", "Crm-A1"));
    assertThat(found(mark(MARK, "crm-a1"))).containsExactly(id);
    assertThat(found(mark(MARK.replace("9D3A", "9d3a"), "CRM-A1"))).containsExactly(id);
    assertThat(found(mark(MARK, "crm-a2"))).isEmpty();
  }

  @Test
  void quotesAreDoubled() {
    String id = create("{'givenName':'Ada'}");
    anna.editContact(
        id, Map.of("emailAddresses", List.of(Map.of("address", "o'neil@example.org"))));
    assertThat(found(email("o''neil@example.org"))).containsExactly(id);
    assertThat(graph.get(query(email("o'neil@example.org"))).status()).isEqualTo(400);
  }

  @Test
  void aPlusInAnAddressMustBeEncoded() {
    String id = create(contactOf("a+b@example.org", "1"));
    assertThat(found(email("a+b@example.org"))).containsExactly(id);
    Answer unencoded = graph.get(query(email("a+b@example.org")).replace("a%2Bb", "a+b"));
    assertThat(values(unencoded, "id")).isEmpty();
  }

  @Test
  void bothConditionsMayBeJoinedByOr() {
    String byEmail = create(contactOf("a@example.org", "1"));
    String byMark = create(contactOf("b@example.org", "2"));
    String both = create(contactOf("a@example.org", "2"));
    assertThat(found(email("a@example.org") + " or " + mark(MARK, "2")))
        .containsExactlyInAnyOrder(byEmail, byMark, both);
  }

  @Test
  void orMayBeRefused() {
    behaving(Quirk.OR_FILTER_REFUSED);
    Answer refused = graph.get(query(email("a@example.org") + " or " + mark(MARK, "2")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ErrorInvalidRestriction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emailAddresses/any(a:a/address ne 'a@example.org')",
        "emailAddresses/any(a:startswith(a/address,'a'))",
        "emailAddresses/any(a:b/address eq 'a')",
        "displayName eq 'Ada'",
        "singleValueExtendedProperties/any(ep: ep/id eq 'String 0x3A24')",
        "singleValueExtendedProperties/any(ep: ep/id eq 'nonsense' and ep/value eq '1')",
        "emailAddresses/any(a:a/address eq 'a') and emailAddresses/any(a:a/address eq 'b')",
        "emailAddresses/any(a:a/address eq 'a') or "
      })
  void everyOtherFilterIsRefused(String filter) {
    assertThat(graph.get(query(filter)).status()).isEqualTo(400);
  }

  @Test
  void aFilterLooksInOneFolderOnly() {
    String folder = anna.createFolder("CRM Contacts");
    create(contactOf("a@example.org", "1"));
    String query = "/contacts?$filter=" + UrlText.encode(email("a@example.org"));
    assertThat(values(graph.get(folder(folder) + query), "id")).isEmpty();
  }

  @Test
  void aMovedChangedOrDeletedContactIsNoLongerFoundWhereItWas() {
    String folder = anna.createFolder("CRM Contacts");
    String moved = create(contactOf("a@example.org", "1"));
    String changed = create(contactOf("b@example.org", "2"));
    String deleted = create(contactOf("c@example.org", "3"));
    anna.moveContact(moved, folder);
    graph.patch(contact(changed), "{'emailAddresses':[{'address':'d@example.org'}]}");
    graph.delete(contact(deleted));
    assertThat(found(email("a@example.org"))).isEmpty();
    assertThat(found(email("b@example.org"))).isEmpty();
    assertThat(found(email("d@example.org"))).containsExactly(changed);
    assertThat(found(mark(MARK, "3"))).isEmpty();
  }

  @Test
  void copiesKeepTheMarkAndComeOldestFirst() {
    String original = create(contactOf("a@example.org", "1"));
    secondsPass(60);
    String copy = anna.copyContact(original, "contacts");
    assertThat(found(mark(MARK, "1"))).containsExactly(original, copy);
  }

  @Test
  void filtersMayLagBehindCreation() {
    simulator.behave(GraphBehaviour.usual().withFilterLag(Duration.ofSeconds(5)));
    String id = create(contactOf("a@example.org", "1"));
    assertThat(found(mark(MARK, "1"))).isEmpty();
    assertThat(values(graph.get(ANNA + "/contacts"), "id")).containsExactly(id);
    secondsPass(5);
    assertThat(found(mark(MARK, "1"))).containsExactly(id);
  }

  @Test
  void aTextAsLongAsAnAddressCanBeIsRead() {
    assertThat(found(email("a".repeat(5_000) + "@example.org"))).isEmpty();
  }

  private List<String> found(String filter) {
    Answer answer = graph.get(query(filter));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return values(answer, "id");
  }

  private static String query(String filter) {
    return ANNA + "/contacts?$filter=" + UrlText.encode(filter);
  }

  private static String email(String address) {
    return "emailAddresses/any(a:a/address eq '" + address + "')";
  }

  private static String mark(String id, String value) {
    return "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '%s')"
        .formatted(id, value);
  }

  private static String contactOf(String email, String mark) {
    return "{'givenName':'Ada','emailAddresses':[{'address':'%s'}],'singleValueExtendedProperties':[{'id':'%s','value':'%s'}]}"
        .formatted(email, MARK, mark);
  }
}
