package io.crmsync.adapters.csv;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource.Gathered;
import io.crmsync.sync.port.UnorderedSource.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads an export far larger than its memory, in a process of its own, and says what came of it.
 * The rows are made while they are read.
 */
final class SmallHeap {
  private static final String USERS = "id,mailbox,active\nu1,u1@sample.example,true\n";
  private static final String HEADINGS = "id;firstName;lastName;email;position;city;notes\r\n";
  private static final String NOTES = "Straße und Ärger; ".repeat(40);

  private SmallHeap() {}

  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[0]);
    CsvSource source = new CsvSource(new Made(rows), new OwnNames());
    long good = 0;
    int parts = 0;
    Optional<ContactId> last = Optional.empty();
    for (Optional<String> token = Optional.of(""); token.isPresent(); parts++) {
      Part part = source.part(token.get(), rows / 4);
      for (Gathered record : part.records()) {
        SourceRecord read = source.read(record.line());
        good += read.contact().isPresent() ? 1 : 0;
        last = read.id();
      }
      token = part.next();
    }
    Lookup.Kind there = source.contact(last.orElseThrow()).kind();
    Lookup.Kind absent = source.contact(CsvIds.of("absent")).kind();
    System.out.println(good + " in " + parts + " parts, " + there + ", " + absent);
  }

  /** Two files, one of which is made as it is read. */
  private record Made(int rows) implements SourceFiles {
    @Override
    public List<SourceFile> files() {
      return List.of(
          new SourceFile("crm.csv", "v1", HEADINGS.length() + (long) rows * row(0).length),
          new SourceFile("users.csv", "v1", USERS.length()));
    }

    @Override
    public InputStream open(SourceFile file) {
      if (file.name().equals("users.csv")) {
        return bytes(USERS.getBytes(StandardCharsets.UTF_8));
      }
      return new MadeRows(rows);
    }

    private static InputStream bytes(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }

    private static byte[] row(int row) {
      return "%08d;Ädä;Sämple;a%08d@sample.example;\"Head\r\nof Sämples\";Bern;\"%s\"\r\n"
          .formatted(row, row, NOTES)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The line of headings, then the rows. */
  private static final class MadeRows extends InputStream {
    private final int rows;
    private int next;
    private InputStream made = Made.bytes(HEADINGS.getBytes(StandardCharsets.UTF_8));

    MadeRows(int rows) {
      this.rows = rows;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = made.read(into, offset, length);
      if (count >= 0 || next == rows) {
        return count;
      }
      made = Made.bytes(Made.row(next++));
      return made.read(into, offset, length);
    }
  }
}
