package io.crmsync.sync.fakes;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CRM in memory that tells its contacts backwards, two at a time. */
public final class UnorderedCrm implements UnorderedSource {
  private static final int PART = 2;

  private final FakeCrm crm;
  private final Map<String, SourceRecord> told = new HashMap<>();

  /** Takes what it tells. */
  public UnorderedCrm(FakeCrm crm) {
    this.crm = crm;
  }

  @Override
  public Part part(String token, int limit) {
    List<SourceRecord> all =
        new ArrayList<>(crm.contacts("", Optional.empty(), Integer.MAX_VALUE).records());
    Collections.reverse(all);
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(from + PART, all.size());
    List<Gathered> part = new ArrayList<>();
    for (SourceRecord record : all.subList(Math.min(from, to), to)) {
      String line = "line " + told.size();
      told.put(line, record);
      part.add(new Gathered(record.id(), line));
    }
    return new Part(part, to == all.size() ? Optional.empty() : Optional.of("" + to));
  }

  @Override
  public Lookup contact(ContactId id) {
    return crm.contact(id);
  }

  @Override
  public Directory directory() {
    return crm.directory();
  }

  @Override
  public SourceRecord read(String line) {
    return Optional.ofNullable(told.get(line)).orElseThrow();
  }
}
