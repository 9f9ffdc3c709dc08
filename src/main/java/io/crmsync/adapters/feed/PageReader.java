package io.crmsync.adapters.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crmsync.adapters.source.BodyReader;
import io.crmsync.adapters.source.RecordNode;
import io.crmsync.sync.port.CrmBroken;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What every page of the feed is: a list of items, and whether there are more behind it. Read as a
 * stream, record by record: what is kept of a page is what its taker keeps.
 */
final class PageReader implements BodyReader<Boolean> {
  private final String operation;
  private final int limit;
  private final Set<String> known;
  private final Consumer<RecordNode> each;
  private boolean hasItems;
  private Optional<Boolean> last = Optional.empty();

  /**
   * Takes what was asked for.
   *
   * @param limit how many records
   * @param known names of the properties of a record that are looked at
   * @param each told each record as it comes; what it was told counts if no exception follows
   */
  PageReader(String operation, int limit, Set<String> known, Consumer<RecordNode> each) {
    this.operation = operation;
    this.limit = limit;
    this.known = known;
    this.each = each;
  }

  /**
   * Takes the body of a page; gives whether it says that it is the last.
   *
   * @throws CrmBroken it is no page: a guess at either property could pass for the end of the data
   */
  @Override
  public Boolean read(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        property(json, json.currentName());
      }
    }
    if (!hasItems) {
      throw new CrmBroken(operation + ": items missing or not a list");
    }
    return last.orElseThrow(() -> new CrmBroken(operation + ": last missing or not a boolean"));
  }

  private void property(JsonParser json, String name) throws IOException {
    JsonToken value = json.nextToken();
    if (name.equals("items") && value == JsonToken.START_ARRAY) {
      hasItems = true;
      items(json);
    } else if (name.equals("last") && value.isBoolean()) {
      last = Optional.of(json.getBooleanValue());
    } else {
      json.skipChildren();
    }
  }

  private void items(JsonParser json) throws IOException {
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      count++;
      if (count > limit) {
        throw new CrmBroken(
            operation + ": more than the " + limit + " records that were asked for");
      }
      each.accept(RecordNode.read(json, known));
    }
  }
}
