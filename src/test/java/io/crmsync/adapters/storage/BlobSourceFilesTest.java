package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmsync.NeverHangs;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@NeverHangs
class BlobSourceFilesTest {
  private final StorageClients clients = TestStorage.empty();
  private final StorageContainer container = clients.container("crm");
  private final BlobSourceFiles files = new BlobSourceFiles(clients);

  @Test
  void nothingIsThereBeforeAnythingIsUploaded() {
    assertThat(files.files()).isEmpty();
  }

  @Test
  void aFileIsListedWithItsLengthAndRead() throws IOException {
    upload("Kontakte Süd.csv", "Nachname;E-Mail\nMüller;m@example.com\n");

    SourceFile file = files.files().get(0);

    assertThat(file.name()).isEqualTo("Kontakte Süd.csv");
    assertThat(file.bytes()).isEqualTo(38);
    assertThat(read(file)).isEqualTo("Nachname;E-Mail\nMüller;m@example.com\n");
  }

  @Test
  void anotherUploadIsAnotherVersionAndTheOldOneIsNotRead() {
    upload("a.csv", "one");
    SourceFile before = files.files().get(0);
    upload("a.csv", "two");

    assertThat(files.files().get(0).version()).isNotEqualTo(before.version());
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> files.open(before))
        .withMessage("a.csv was changed or deleted while it was read");
  }

  @Test
  void aFileThatWasDeletedMeanwhileIsNoEmptyOne() {
    upload("a.csv", "one");
    SourceFile before = files.files().get(0);
    container.delete("a.csv");

    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> files.open(before))
        .withMessage("a.csv was changed or deleted while it was read");
  }

  @Test
  void theOverrideOfTheMappingIsReadAsItIsNow() {
    BlobConfiguration configuration = new BlobConfiguration(clients);
    assertThat(configuration.mapping()).isEmpty();
    clients
        .container("config")
        .put("mapping.json", "{\"position\":\"Function\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(configuration.mapping()).contains("{\"position\":\"Function\"}");
  }

  private void upload(String name, String text) {
    container.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String read(SourceFile file) throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
