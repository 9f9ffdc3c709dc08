package io.crmsync.adapters.csv;

import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A container of files, in memory. Each upload is a version. */
final class FilesInMemory implements SourceFiles {
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Map<String, byte[]> contents = new TreeMap<>();
  private final List<String> opened = new ArrayList<>();
  private int uploads;

  /** With two active users and one who is not. */
  static FilesInMemory withUsers() {
    return new FilesInMemory()
        .with(
            "users.csv",
            """
            id,mailbox,active,groups
            anna,anna@contoso.com,true,sales;board
            bert,Bert@contoso.com,yes,sales
            carl,carl@contoso.com,false,
            """);
  }

  FilesInMemory with(String name, String text) {
    return with(name, text, StandardCharsets.UTF_8);
  }

  FilesInMemory with(String name, String text, Charset charset) {
    return with(name, text.getBytes(charset));
  }

  FilesInMemory with(String name, byte[] bytes) {
    files.put(name, new SourceFile(name, "v" + ++uploads, bytes.length));
    contents.put(name, bytes);
    return this;
  }

  FilesInMemory without(String name) {
    files.remove(name);
    contents.remove(name);
    return this;
  }

  /** The listing says so, and the bytes are others: as while a file is being uploaded. */
  FilesInMemory saidToHave(String name, long bytes) {
    files.computeIfPresent(name, (same, file) -> new SourceFile(name, file.version(), bytes));
    return this;
  }

  /** The names of the files that were opened since then. */
  List<String> opened() {
    List<String> names = List.copyOf(opened);
    opened.clear();
    return names;
  }

  @Override
  public List<SourceFile> files() {
    List<SourceFile> all = new ArrayList<>(files.values());
    Collections.reverse(all);
    return all;
  }

  @Override
  public InputStream open(SourceFile file) {
    opened.add(file.name());
    SourceFile now =
        Optional.ofNullable(files.get(file.name()))
            .filter(file::equals)
            .orElseThrow(() -> new CrmBroken(file.name() + ": is another version now"));
    return new ByteArrayInputStream(contents.getOrDefault(now.name(), new byte[0]));
  }
}
