package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactIdsTest extends SimulatorTest {
  private final SimulatorClient forgetful = graph.withoutPrefer();

  @Test
  void immutableIdsSurviveMoves() {
    String id = create("{'givenName':'Ada'}");
    String folder = anna.createFolder("Others");
    anna.moveContact(id, folder);
    assertThat(read(id).status()).isEqualTo(200);
    assertThat(read(id).json().path("parentFolderId").asText()).isEqualTo(folder);
  }

  @Test
  void theAnswerConfirmsThePreference() {
    assertThat(graph.get(ANNA + "/contacts").header("Preference-Applied")).contains("ImmutableId");
    assertThat(forgetful.get(ANNA + "/contacts").header("Preference-Applied")).isEmpty();
  }

  @Test
  void withoutThePreferenceIdsAreOfAnotherFormAndChangeWithAMove() {
    String id = create("{'givenName':'Ada'}");
    String before = values(forgetful.get(ANNA + "/contacts"), "id").get(0);
    assertThat(before).isNotEqualTo(id);
    anna.moveContact(id, anna.createFolder("Others"));
    anna.moveContact(id, "contacts");
    String after = values(forgetful.get(ANNA + "/contacts"), "id").get(0);
    assertThat(after).isNotEqualTo(before);
    assertThat(forgetful.get(contact(before)).code()).isEqualTo("ErrorItemNotFound");
    assertThat(forgetful.get(contact(after)).status()).isEqualTo(200);
  }

  @Test
  void anIdOfOneFormIsNotFoundInTheOther() {
    String id = create("{'givenName':'Ada'}");
    assertThat(forgetful.get(contact(id)).code()).isEqualTo("ErrorItemNotFound");
  }

  @Test
  void idsAreCaseSensitive() {
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> create("{'givenName':'Ada'}")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().count())
        .isLessThan(60);
  }

  @Test
  void malformedIdsAreABadRequest() {
    Answer refused = read("42");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ErrorInvalidIdMalformed");
  }

  @Test
  void anIdOfOneMailboxIsNotFoundInAnother() {
    String id = create("{'givenName':'Ada'}");
    Answer elsewhere = graph.get("/users/ben@example.org/contacts/" + UrlText.encode(id));
    assertThat(elsewhere.code()).isEqualTo("ErrorItemNotFound");
  }
}
