package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The committed snapshots are those of the sources. They are made anew by {@code mvn test
 * -Dtest=SnapshotsTest -Dsnapshots=write}, where bicep is on the PATH.
 */
@NeverHangs
class SnapshotsTest {
  private static final String AGAIN =
      "Make them anew: mvn test -Dtest=SnapshotsTest -Dsnapshots=write";

  /** Without Bicep too: whoever changed a source did not make the snapshots anew. */
  @Test
  void theyAreNotOlderThanTheSources() throws IOException {
    if (!writing()) {
      assertThat(Files.readString(Snapshots.FOLDER.resolve(Snapshots.CHECKSUM)).strip())
          .as(AGAIN)
          .isEqualTo(Snapshots.checksum());
    }
  }

  @Test
  void bicepMakesTheSame() throws IOException {
    Tool.BICEP.isNeeded();
    for (Map.Entry<String, String> snapshot : Snapshots.made().entrySet()) {
      if (writing()) {
        Files.createDirectories(Snapshots.FOLDER);
        Files.writeString(Snapshots.FOLDER.resolve(snapshot.getKey()), snapshot.getValue());
      } else {
        assertThat(snapshot.getValue())
            .as("%s. %s", snapshot.getKey(), AGAIN)
            .isEqualTo(Files.readString(Snapshots.FOLDER.resolve(snapshot.getKey())));
      }
    }
  }

  private static boolean writing() {
    return "write".equals(System.getProperty("snapshots"));
  }
}
