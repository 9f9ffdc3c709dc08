package io.crmsync.adapters.csv;

import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.util.Comparator;
import java.util.List;

/**
 * The files there are at one time.
 *
 * @param files in order of their names
 */
record Listing(List<SourceFile> files) {
  Listing {
    files = List.copyOf(files);
  }

  static Listing of(SourceFiles source) {
    return new Listing(
        source.files().stream().sorted(Comparator.comparing(SourceFile::name)).toList());
  }

  /**
   * The file of users.
   *
   * @throws CrmBroken there is none
   */
  SourceFile users() {
    return files.stream()
        .filter(Listing::hasUsers)
        .findFirst()
        .orElseThrow(
            () ->
                new CrmBroken(
                    UserFile.NAME
                        + ": missing: upload it beside the contacts, with the headings id,"
                        + " mailbox, active"));
  }

  /**
   * All others.
   *
   * @throws CrmBroken there is none
   */
  List<SourceFile> contacts() {
    List<SourceFile> contacts = files.stream().filter(file -> !hasUsers(file)).toList();
    if (contacts.isEmpty()) {
      throw new CrmBroken("there is no file of contacts: upload one beside " + UserFile.NAME);
    }
    return contacts;
  }

  private static boolean hasUsers(SourceFile file) {
    return file.name().equals(UserFile.NAME);
  }
}
