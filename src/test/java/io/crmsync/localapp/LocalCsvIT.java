package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of a German Outlook, from a file to the mailboxes. */
@NeverHangs
class LocalCsvIT {
  /** A byte order mark, semicolons between the cells and in one, a line break in another. */
  private static final String EXPORT =
      """
      \ufeff"Vorname";"Nachname";"Firma";"Position";"Straße geschäftlich";"Ort geschäftlich";\
      "Telefon geschäftlich";"E-Mail-Adresse";"Geburtstag"
      "Käthe";"Müster";"Müster & Söhne";"Vertrieb; Süd";"Musterstraße 1
      Hinterhaus";"Köln";"+49 221 0002";"kaethe@muester.example";"29.2.1984"
      "Jürgen";"Beißpiel";"Müster & Söhne";"Einkauf";"";"";"";"juergen@muester.example";"0.0.00"
      """;

  private static final String MAILBOX = "anna.keller@example.com";

  @Test
  void anExportIsInTheMailboxesAfterANightAndIsNotSentAgain(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("Kontakte.csv");
    Files.writeString(file, EXPORT);
    RunOptions options = options(file);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    try (Landscape landscape = Landscape.start(options)) {
      Nights nights = new Nights(landscape, new ProgressView(nowhere, false), options);
      NightReport first = nights.next("first", false);

      assertThat(first.converged()).isTrue();
      assertThat(first.crm().bad()).isEmpty();
      assertThat(first.copies()).isEqualTo(2 * 3);
      JsonNode contact = contactOf("Müster", landscape);
      assertThat(contact.path("givenName").asText()).isEqualTo("Käthe");
      assertThat(contact.path("jobTitle").asText()).isEqualTo("Vertrieb; Süd");
      assertThat(contact.at("/businessAddress/street").asText())
          .startsWith("Musterstraße 1")
          .endsWith("Hinterhaus");
      assertThat(contactOf("Beißpiel", landscape).path("givenName").asText()).isEqualTo("Jürgen");

      NightReport second = nights.next("second", false);

      assertThat(second.converged()).isTrue();
      assertThat(second.watched().counts().graphRequests()).isZero();
      assertThat(landscape.source().lines())
          .anySatisfy(line -> assertThat(line).contains("no users.csv was given", MAILBOX));
      assertThat(TryIt.of(landscape, second))
          .anySatisfy(line -> assertThat(line).contains("/api/sync-to-outlook"))
          .noneSatisfy(line -> assertThat(line).contains("/_sim/contacts"));
      assertThat(signInPage(landscape)).contains(MAILBOX);
    }
  }

  private static RunOptions options(Path file) {
    Properties properties = new Properties();
    properties.setProperty("crm.csv", file.toString());
    return RunOptions.of(properties);
  }

  private static JsonNode contactOf(String surname, Landscape landscape) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode mailbox = Http.get(Copies.mailbox(landscape.graph(), MAILBOX));
    for (JsonNode folder : mailbox.path("folders")) {
      for (JsonNode contact : folder.path("contacts")) {
        if (contact.path("surname").asText().equals(surname)) {
          found.add(contact);
        }
      }
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String signInPage(Landscape landscape) {
    URI page = landscape.functions().address().resolve("/.auth/login/aad");
    return Http.send(HttpRequest.newBuilder(page).build()).body();
  }
}
