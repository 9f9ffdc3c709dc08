package io.crmsync.simulators.crm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A page that breaks the feed's promises about order and completeness (R17). */
public enum PageFault implements Fault {
  /** The first two records change places. */
  OUT_OF_ORDER(2),
  /** The last record comes twice. */
  REPEATED_ID(1),
  /**
   * The page begins with a record whose id is the one it was asked to start after. Waits for a page
   * that has an {@code after}.
   */
  ID_NOT_AFTER(1),
  /** No record, and not the last page. */
  EMPTY_NOT_LAST(0),
  /** The first half of the page, said to be the last page: the feed is cut off. */
  LAST_TOO_EARLY(1),
  /** The right records without saying whether they are the last. */
  LAST_MISSING(0),
  /** {@code items} is an object. */
  ITEMS_NOT_A_LIST(0);

  private final int fewest;

  PageFault(int fewest) {
    this.fewest = fewest;
  }

  @Override
  public boolean suits(Operation operation) {
    return operation.isPaged();
  }

  @Override
  public boolean fits(FeedAnswer answer) {
    return answer.items().size() >= fewest && (this != ID_NOT_AFTER || answer.after().isPresent());
  }

  @Override
  public String body(FeedAnswer answer) {
    List<String> items = new ArrayList<>(answer.items());
    return switch (this) {
      case OUT_OF_ORDER -> {
        Collections.swap(items, 0, 1);
        yield answer.page().withItems(items).json();
      }
      case REPEATED_ID -> {
        items.add(items.get(items.size() - 1));
        yield answer.page().withItems(items).json();
      }
      case ID_NOT_AFTER -> {
        String id = answer.after().orElseThrow();
        items.add(0, Json.object(items.get(0)).put("id", id).toString());
        yield answer.page().withItems(items).json();
      }
      case EMPTY_NOT_LAST -> new SourcePage(List.of(), false).json();
      case LAST_TOO_EARLY -> new SourcePage(items.subList(0, items.size() / 2), true).json();
      case LAST_MISSING -> "{\"items\":" + answer.page().itemsJson() + "}";
      case ITEMS_NOT_A_LIST -> "{\"items\":{},\"last\":true}";
    };
  }

  @Override
  public Reply deliver(Reply reply) {
    return reply;
  }
}
