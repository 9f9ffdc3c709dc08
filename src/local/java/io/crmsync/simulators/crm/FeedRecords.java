package io.crmsync.simulators.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The records of one kind (contacts, users or groups) in byte order of their ids, each kept as the
 * JSON text it came as. Only the id is checked: a record may break the feed's schema if a test
 * wants it to. Safe for several threads.
 */
public final class FeedRecords {
  private final ConcurrentNavigableMap<String, String> live = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<String, String> deleted = new ConcurrentSkipListMap<>();
  private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final AtomicLong edits = new AtomicLong();

  FeedRecords(Map<String, String> live, Map<String, String> deleted) {
    this.live.putAll(live);
    this.deleted.putAll(deleted);
    this.deleted.keySet().removeAll(live.keySet());
  }

  /** The ids of all records, in byte order. */
  public List<String> ids() {
    return List.copyOf(live.keySet());
  }

  /** How many records there are. */
  public int size() {
    return live.size();
  }

  /** The record's JSON text, or empty if it never was or was deleted. */
  public Optional<String> find(String id) {
    return Optional.ofNullable(live.get(id));
  }

  /**
   * Adds a record, or replaces the one of the same id.
   *
   * @param json a JSON object with an {@code id}
   * @throws IllegalArgumentException if it is none, or the id is illegal
   */
  public synchronized void put(String json) {
    ObjectNode record = Json.object(json);
    String id = Json.checkedId(record.path("id").asText());
    deleted.remove(id);
    live.put(id, record.toString());
    edits.incrementAndGet();
  }

  /**
   * Changes a record by a merge patch (RFC 7396): null takes a property away, objects are merged,
   * all else replaces.
   *
   * @throws NoSuchElementException if there is no such record
   * @throws IllegalArgumentException if the patch is no JSON object, or would change the id
   */
  public synchronized void patch(String id, String mergePatch) {
    ObjectNode record = Json.object(existing(id));
    MergePatch.apply(Json.object(mergePatch), record);
    if (!record.path("id").asText().equals(id)) {
      throw new IllegalArgumentException("an id never changes");
    }
    put(record.toString());
  }

  /**
   * Takes a record away.
   *
   * @throws NoSuchElementException if there is no such record
   */
  public synchronized void delete(String id) {
    deleted.put(id, existing(id));
    live.remove(id);
    edits.incrementAndGet();
  }

  /**
   * Brings a deleted record back as it was.
   *
   * @throws NoSuchElementException if none of that id was deleted
   */
  public synchronized void undelete(String id) {
    put(
        Optional.ofNullable(deleted.get(id))
            .orElseThrow(() -> new NoSuchElementException("not deleted: " + id)));
  }

  /** From now on no page has the record, though it is there by its id: the list lies. */
  public void unlist(String id) {
    existing(id);
    unlisted.add(id);
  }

  /** From now on no page has the record, and who asks for it by its id is answered 403. */
  public void hide(String id) {
    existing(id);
    hidden.add(id);
  }

  /** Back on the pages, and there by its id, whatever was before. */
  public void show(String id) {
    unlisted.remove(id);
    hidden.remove(id);
  }

  boolean isHidden(String id) {
    return hidden.contains(id);
  }

  SourcePage page(PageRequest request, boolean emptyPageEnds) {
    NavigableMap<String, String> rest =
        request.after().map(after -> live.tailMap(after, false)).orElse(live);
    List<String> items =
        rest.entrySet().stream()
            .filter(each -> !unlisted.contains(each.getKey()) && !isHidden(each.getKey()))
            .map(Map.Entry::getValue)
            .limit(request.limit() + 1L)
            .toList();
    boolean isAll = items.size() <= request.limit();
    return isAll
        ? new SourcePage(items, items.isEmpty() || !emptyPageEnds)
        : new SourcePage(items.subList(0, request.limit()), false);
  }

  Iterable<String> liveRecords() {
    return live.values();
  }

  Iterable<String> deletedRecords() {
    return deleted.values();
  }

  /** Grows with every edit. */
  long edits() {
    return edits.get();
  }

  private String existing(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no record " + id));
  }
}
