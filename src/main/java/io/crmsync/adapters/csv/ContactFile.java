package io.crmsync.adapters.csv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.csv.Rows.Row;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import io.crmsync.sync.port.UnorderedSource.Gathered;
import java.util.Optional;

/**
 * A file of contacts, and how to read it. Its records come one by one: constant memory.
 *
 * @param coverage gives each who has it
 */
record ContactFile(
    SourceFiles files,
    SourceFile file,
    Encoding encoding,
    RecordMapping mapping,
    Coverage coverage) {
  /** The records from the file's beginning. */
  Records open() {
    Rows rows = Rows.open(files, file, encoding, mapping::namesNeeded);
    return new Records(rows, mapping.givesCoverage(rows.names()));
  }

  /** The records of a file that is open. */
  final class Records implements AutoCloseable {
    private final Rows rows;
    private final boolean coverageNamed;

    private Records(Rows rows, boolean coverageNamed) {
      this.rows = rows;
      this.coverageNamed = coverageNamed;
    }

    /** Whether there is another; no, where the file has ended, and is whole. */
    boolean hasNext() {
      return rows.hasNext();
    }

    /** Goes past the next one. */
    void skip() {
      rows.next();
    }

    /** The next one. */
    Entry next() {
      Row row = rows.next();
      ObjectNode contact = mapping.apply(row.values());
      Optional<ContactId> id = CsvIds.of(contact);
      contact.remove("id");
      id.ifPresent(known -> contact.put("id", known.value()));
      coverage.put(contact, coverageNamed);
      return new Entry(row.line(), id, contact);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /**
   * A record of a file.
   *
   * @param line where it begins, from 1
   * @param id empty: nothing identifies it
   * @param contact in the feed's shape
   */
  record Entry(long line, Optional<ContactId> id, ObjectNode contact) {
    /** As it is written down: in one line. */
    Gathered gathered() {
      return new Gathered(id, contact.toString());
    }

    /** The place and the id alone: the rest is personal (R20). */
    @Override
    public String toString() {
      return "line " + line + " " + id;
    }
  }
}
