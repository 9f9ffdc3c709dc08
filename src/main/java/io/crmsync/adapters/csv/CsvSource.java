package io.crmsync.adapters.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.crmsync.adapters.csv.ContactFile.Records;
import io.crmsync.adapters.source.ContactRecord;
import io.crmsync.adapters.source.KnownIds;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.adapters.source.RecordNode;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A CRM as the export that was uploaded: {@code users.csv}, and contacts in all other files. Before
 * the first record is given, all files are read to their ends and checked: from files that are not
 * whole, nothing is ever read, and nothing is said to be gone. Memory does not grow with them but
 * by 8 bytes a contact.
 */
public final class CsvSource implements UnorderedSource {
  private static final JsonFactory JSON = new JsonFactory();

  private final SourceFiles files;
  private final RecordMapping mapping;
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable Export known;

  /** Takes the files, and what their headings mean. */
  public CsvSource(SourceFiles files, RecordMapping mapping) {
    this.files = files;
    this.mapping = mapping;
  }

  /** Of one file at most, so that a part may be shorter than its limit. */
  @Override
  public Part part(String token, int limit) {
    Listing listing = Listing.of(files);
    PartToken from = PartToken.of(token, listing);
    List<ContactFile> contacts = export(listing).contacts();
    if (from.file() >= contacts.size()) {
      throw PartToken.neverGiven();
    }
    List<Gathered> part = new ArrayList<>();
    boolean more;
    try (Records records = contacts.get(from.file()).open()) {
      for (long before = from.record(); before > 0 && records.hasNext(); before--) {
        records.skip();
      }
      while (records.hasNext() && part.size() < limit) {
        part.add(records.next().gathered());
      }
      more = records.hasNext();
    }
    if (part.isEmpty()) {
      throw PartToken.neverGiven();
    }
    if (more) {
      PartToken next = new PartToken(from.file(), from.record() + part.size());
      return new Part(part, Optional.of(next.text(listing)));
    }
    return new Part(
        part,
        Optional.of(new PartToken(from.file() + 1, 0))
            .filter(next -> next.file() < contacts.size())
            .map(next -> next.text(listing)));
  }

  /** Found or gone; a file hides nothing. */
  @Override
  public Lookup contact(ContactId id) {
    return export(Listing.of(files))
        .find(id)
        .map(entry -> Lookup.found(read(entry.gathered().line())))
        .orElseGet(Lookup::gone);
  }

  @Override
  public Directory directory() {
    return UserFile.read(files, Listing.of(files).users());
  }

  @Override
  public SourceRecord read(String line) {
    try (JsonParser json = JSON.createParser(line.getBytes(StandardCharsets.UTF_8))) {
      json.nextToken();
      return ContactRecord.read(RecordNode.read(json, ContactRecord.PROPERTIES), new KnownIds());
    } catch (IOException e) {
      throw new CrmBroken("a record that was written down is not JSON");
    }
  }

  /** Read once as long as the files are the same, whoever asks. */
  private Export export(Listing listing) {
    reading.lock();
    try {
      Export export = known;
      if (export == null || !export.listing().equals(listing)) {
        export = Export.of(files, listing, mapping);
        known = export;
      }
      return export;
    } finally {
      reading.unlock();
    }
  }
}
