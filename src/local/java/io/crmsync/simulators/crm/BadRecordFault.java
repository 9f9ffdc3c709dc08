package io.crmsync.simulators.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bad record among good ones.
 *
 * @param sort what is wrong with it
 * @param id the record that turns bad; empty: one more record
 */
record BadRecordFault(BadRecord sort, Optional<String> id) implements Fault {

  @Override
  public boolean suits(Operation operation) {
    return sort.suits(operation);
  }

  @Override
  public boolean fits(FeedAnswer answer) {
    return answer.items().stream().anyMatch(this::isMeant);
  }

  @Override
  public String body(FeedAnswer answer) {
    List<String> items = new ArrayList<>(answer.items());
    if (id.isPresent() || !answer.operation().isPaged()) {
      items.replaceAll(item -> isMeant(item) ? sort.spoilt(item, answer.operation()) : item);
    } else {
      items.add(1, sort.spoilt(successor(items.get(0)), answer.operation()));
    }
    return answer.json(answer.page().withItems(items));
  }

  @Override
  public Reply deliver(Reply reply) {
    return reply;
  }

  private boolean isMeant(String item) {
    return id.isEmpty() || id.get().equals(Json.idOf(item));
  }

  /** The same record under the next id there can be, so that the order stays. */
  private static String successor(String item) {
    return Json.object(item).put("id", Json.idOf(item) + "-").toString();
  }
}
