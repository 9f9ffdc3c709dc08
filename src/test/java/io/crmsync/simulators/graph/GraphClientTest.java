package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactFolder;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.PhysicalAddress;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.kiota.BaseRequestConfiguration;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft's own client gets along with the simulator. */
class GraphClientTest extends SimulatorTest {
  private static final String PREFER = "IdType=\"ImmutableId\"";

  private final GraphServiceClient client =
      new GraphServiceClient(new AnonymousAuthenticationProvider(), new OkHttpClient());
  private final UserItemRequestBuilder user = client.users().byUserId("anna@example.org");

  @BeforeEach
  void aimAtTheSimulator() {
    client.getRequestAdapter().setBaseUrl(simulator.baseUrl());
  }

  @Test
  void itCreatesReadsUpdatesAndDeletes() {
    Contact created = user.contacts().post(contact(), this::prefer);
    String id = Objects.requireNonNull(Objects.requireNonNull(created).getId());
    assertThat(anna.contact(id).orElseThrow().extended(MARK)).contains("1");
    Contact change = new Contact();
    change.setMobilePhone(null);
    change.setBusinessAddress(new PhysicalAddress());
    change.setJobTitle("Boss");
    user.contacts().byContactId(id).patch(change, this::prefer);
    ContactView seen = anna.contact(id).orElseThrow();
    assertThat(seen.text("mobilePhone")).isEmpty();
    assertThat(seen.text("businessAddress/city")).isEmpty();
    assertThat(seen.text("jobTitle")).isEqualTo("Boss");
    assertThat(seen.text("birthday")).isEqualTo("1980-02-29T11:59:00Z");
    user.contacts().byContactId(id).delete(this::prefer);
    assertThat(anna.bin()).hasSize(1);
    user.contacts().byContactId(id).permanentDelete().post(this::prefer);
    assertThat(anna.bin()).isEmpty();
  }

  @Test
  void itFindsByMarkAndExpandsIt() {
    user.contacts().post(contact(), this::prefer);
    List<Contact> found =
        Objects.requireNonNull(
            Objects.requireNonNull(
                    user.contacts()
                        .get(
                            request -> {
                              prefer(request);
                              var query = Objects.requireNonNull(request.queryParameters);
                              query.filter =
                                  "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '1')"
                                      .formatted(MARK);
                              query.expand =
                                  new String[] {
                                    "singleValueExtendedProperties($filter=id eq '%s')"
                                        .formatted(MARK)
                                  };
                              query.select = new String[] {"id", "displayName"};
                              query.top = 1000;
                            }))
                .getValue());
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getSingleValueExtendedProperties())
        .extracting(SingleValueLegacyExtendedProperty::getValue)
        .containsExactly("1");
  }

  @Test
  void itFollowsTheLinksOfFolderPages() {
    IntStream.range(0, 12).forEach(i -> anna.createFolder("Folder " + i));
    var first = Objects.requireNonNull(user.contactFolders().get());
    String link = Objects.requireNonNull(first.getOdataNextLink());
    var second = Objects.requireNonNull(user.contactFolders().withUrl(link).get());
    assertThat(second.getValue()).hasSize(2);
    assertThat(second.getOdataNextLink()).isNull();
  }

  @Test
  void itReadsErrors() {
    ContactFolder folder = new ContactFolder();
    folder.setDisplayName("CRM Contacts");
    anna.createFolder("CRM Contacts");
    ODataError error =
        catchThrowableOfType(ODataError.class, () -> user.contactFolders().post(folder));
    assertThat(error.getResponseStatusCode()).isEqualTo(409);
    assertThat(Objects.requireNonNull(error.getError()).getCode()).isEqualTo("ErrorFolderExists");
  }

  @Test
  void aModelSentTwiceArrivesEmptyTheSecondTime() {
    String id = anna.addContact("contacts", Map.of("givenName", "Ada"));
    Contact change = new Contact();
    change.setJobTitle("Boss");
    user.contacts().byContactId(id).patch(change, this::prefer);
    user.contacts().byContactId(id).patch(change, this::prefer);
    assertThat(simulator.counts().of(RequestKind.UPDATE_CONTACT)).isEqualTo(2);
    assertThat(simulator.counts().emptyUpdates()).isEqualTo(1);
  }

  private void prefer(BaseRequestConfiguration request) {
    request.headers.add("Prefer", PREFER);
  }

  private static Contact contact() {
    Contact contact = new Contact();
    contact.setGivenName("Ada");
    contact.setMobilePhone("1");
    contact.setBirthday(
        OffsetDateTime.of(LocalDate.of(1980, 2, 29).atTime(11, 59), ZoneOffset.UTC));
    EmailAddress email = new EmailAddress();
    email.setAddress("ada@example.org");
    contact.setEmailAddresses(List.of(email));
    PhysicalAddress address = new PhysicalAddress();
    address.setCity("Ely");
    contact.setBusinessAddress(address);
    SingleValueLegacyExtendedProperty mark = new SingleValueLegacyExtendedProperty();
    mark.setId(MARK);
    mark.setValue("1");
    contact.setSingleValueExtendedProperties(List.of(mark));
    return contact;
  }
}
