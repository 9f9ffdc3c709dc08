package io.crmsync.sync.gather;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.Spool;
import io.crmsync.sync.port.UnorderedSource;
import io.crmsync.sync.port.UnorderedSource.Gathered;
import io.crmsync.sync.port.UnorderedSource.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A source without an order, read like one that has it: a run gathers all contacts into shards by
 * the hash that their ids begin with ({@link HashedId}), then each shard is sorted and given as
 * pages. What is in memory is a part, or one shard: of the usual {@value #USUAL_SHARDS}.
 *
 * <p>Every step may be repeated: a part replaces what was kept of it, in all shards. Pages are
 * given only where the run gathered everything; that is kept last.
 */
public final class GatheredSource implements CrmSource {
  /** So many that a shard of a million contacts is some 15 MB. */
  public static final int USUAL_SHARDS = 64;

  static final int PART = 5_000;

  /** Where it is kept that everything was gathered; no id belongs there. */
  private static final int END = -1;

  /** Of records whose id cannot be read. */
  private static final int NO_ID = -2;

  private static final char BETWEEN = '\t';

  private final UnorderedSource source;
  private final Spool spool;
  private final int shards;
  private final AtomicReference<@Nullable Shard> latest = new AtomicReference<>();

  /**
   * Takes whom it asks, and where the answers are kept meanwhile.
   *
   * @param shards into how many the contacts are dealt out, from 1; the same for all instances
   */
  public GatheredSource(UnorderedSource source, Spool spool, int shards) {
    this.source = source;
    this.spool = spool;
    this.shards = shards;
  }

  /** A shard in order of id. */
  private record Shard(String run, int number, NavigableMap<ContactId, String> lines) {}

  /** How far a run has gathered: the number of the next part, from 0, and the source's token. */
  private record Token(int part, String token) {
    static Token of(String text) {
      int end = text.indexOf(BETWEEN);
      return end < 0
          ? new Token(0, "")
          : new Token(Integer.parseInt(text.substring(0, end)), text.substring(end + 1));
    }

    String next(String next) {
      return (part + 1) + String.valueOf(BETWEEN) + next;
    }
  }

  @Override
  public boolean gathers() {
    return true;
  }

  @Override
  public Optional<String> gather(String run, String token) {
    Token at = Token.of(token);
    Part part = source.part(at.token(), PART);
    Map<Integer, List<String>> lines = new HashMap<>();
    IntStream.range(0, shards).forEach(shard -> lines.put(shard, new ArrayList<>()));
    List<String> noId = new ArrayList<>();
    lines.put(NO_ID, noId);
    for (Gathered record : part.records()) {
      String id = record.id().map(ContactId::value).orElse("");
      record
          .id()
          .map(known -> lines.getOrDefault(HashedId.shard(known, shards), noId))
          .orElse(noId)
          .add(id + BETWEEN + record.line());
    }
    spool.put(run, Integer.toString(at.part()), lines);
    if (part.next().isEmpty()) {
      spool.put(run, "end", Map.of(END, List.of("")));
    }
    return part.next().map(at::next);
  }

  @Override
  public SourcePage contacts(String run, Optional<ContactId> after, int limit) {
    requireAll(run);
    List<SourceRecord> page = new ArrayList<>();
    if (after.isEmpty()) {
      spool.read(run, NO_ID, line -> addUnless(page, limit - 1, record(line)));
    }
    int first = after.map(id -> HashedId.shard(id, shards)).orElse(0);
    for (int number = first; number < shards; number++) {
      NavigableMap<ContactId, String> lines = shard(run, number).lines();
      for (String line : after.map(id -> lines.tailMap(id, false)).orElse(lines).values()) {
        if (page.size() == limit) {
          return new SourcePage(page, false);
        }
        page.add(source.read(line));
      }
    }
    return new SourcePage(page, true);
  }

  @Override
  public Lookup contact(ContactId id) {
    return source.contact(id);
  }

  @Override
  public Directory directory() {
    return source.directory();
  }

  @Override
  public void forget(String run) {
    latest.set(null);
    spool.delete(run);
  }

  /** An empty page of a run whose shards are gone would be taken for an empty CRM. */
  private void requireAll(String run) {
    List<String> end = new ArrayList<>();
    spool.read(run, END, end::add);
    if (end.isEmpty()) {
      throw new CrmBroken("what was gathered for run " + run + " is not there, or not all of it");
    }
  }

  /** The newest is remembered: pages are mostly smaller than a shard. */
  private Shard shard(String run, int number) {
    Optional<Shard> known =
        Optional.ofNullable(latest.get())
            .filter(shard -> shard.number() == number && shard.run().equals(run));
    return known.orElseGet(() -> sorted(run, number));
  }

  private Shard sorted(String run, int number) {
    NavigableMap<ContactId, String> lines = new TreeMap<>();
    spool.read(
        run,
        number,
        line -> {
          int end = line.indexOf(BETWEEN);
          ContactId id = new ContactId(line.substring(0, end));
          if (lines.put(id, line.substring(end + 1)) != null) {
            throw new CrmBroken("two records have the id " + HashedId.text(id));
          }
        });
    Shard shard = new Shard(run, number, lines);
    latest.set(shard);
    return shard;
  }

  private SourceRecord record(String line) {
    return source.read(line.substring(line.indexOf(BETWEEN) + 1));
  }

  private static void addUnless(List<SourceRecord> page, int most, SourceRecord record) {
    if (page.size() < most) {
      page.add(record);
    }
  }
}
