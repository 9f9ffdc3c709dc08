package io.crmsync.sync.port;

import java.util.List;

/**
 * A page of contacts as the CRM sent it; whether it may be believed is decided by its reader (R17).
 *
 * @param last whether it speaks for all ids behind it
 */
public record SourcePage(List<SourceRecord> records, boolean last) {
  public SourcePage {
    records = List.copyOf(records);
  }
}
