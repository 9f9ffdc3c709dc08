package io.crmsync.localapp.azurite;

import com.azure.data.tables.models.TableEntity;
import java.io.IOException;
import java.nio.file.Path;

/** A process that starts Azurite, writes a row and waits to be killed. */
final class KilledParent {

  /** What it prints when the row is written. */
  static final String WRITTEN = "written";

  private KilledParent() {}

  /** {@code args}: the directory where Azurite keeps its content. */
  public static void main(String[] args) throws IOException {
    Azurite azurite = Azurite.in(Path.of(args[0]));
    AzuriteTest.table(azurite, "Kept").createEntity(new TableEntity("p", "r"));
    System.out.println(WRITTEN);
    int end = System.in.read();
    System.exit(end);
  }
}
