package io.crmsync.adapters.feed;

import io.crmsync.adapters.source.KnownIds;
import io.crmsync.adapters.source.RecordFields;
import io.crmsync.adapters.source.RecordNode;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.PageCheck;
import io.crmsync.sync.port.CrmBroken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All users and groups, page by page. Stricter than the reading of contacts: who is missing here is
 * inactive, so that one record or page that cannot be trusted spoils the whole (R17).
 */
final class DirectoryReading {
  private static final int PAGE = 1000;

  /** Of either list: more would be no organisation, but a list without an end. */
  private static final int MOST_PAGES = 2_000;

  private static final int MOST_RECORDS = 100_000;
  private static final int MOST_MEMBERS = 2_000_000;
  private static final Set<String> OF_USER = Set.of("mailbox", "active");
  private static final Set<String> OF_GROUP = Set.of("members");
  private static final String RESERVED = "me";

  /** Fetches one page: gives its records one by one, then whether it is the last. */
  interface Pages {
    boolean page(
        String resource,
        Optional<?> after,
        int limit,
        Set<String> known,
        Consumer<RecordNode> each);
  }

  /** Takes one record; what it notes as broken fails the reading. */
  private interface Each<I> {
    void take(I id, RecordFields node);
  }

  private final Pages pages;

  DirectoryReading(Pages pages) {
    this.pages = pages;
  }

  /**
   * Reads both.
   *
   * @throws CrmBroken a page or a record breaks the feed's contract
   */
  Directory directory() {
    List<CrmUser> users = new ArrayList<>();
    readAll("users", OF_USER, UserId::new, (id, node) -> users.add(user(id, node)));
    Map<GroupId, Set<UserId>> groups = new HashMap<>();
    KnownIds ids = new KnownIds();
    long[] members = {0};
    readAll(
        "groups",
        OF_GROUP,
        GroupId::new,
        (id, node) -> {
          Set<UserId> of = Set.copyOf(node.requiredIds("members", ids::user));
          members[0] += of.size();
          refuseIf(members[0] > MOST_MEMBERS, "groups: more than " + MOST_MEMBERS + " members");
          groups.put(id, of);
        });
    return new Directory(users, groups);
  }

  private <I extends Comparable<I>> void readAll(
      String resource, Set<String> known, Function<String, I> form, Each<I> each) {
    Optional<I> after = Optional.empty();
    boolean last = false;
    long read = 0;
    for (int page = 0; !last; page++) {
      refuseIf(page == MOST_PAGES, resource + ": no end after " + MOST_PAGES + " pages");
      List<Optional<I>> ids = new ArrayList<>();
      last =
          pages.page(
              resource, after, PAGE, known, item -> ids.add(read(resource, item, form, each)));
      refuse(resource, PageCheck.defect(after, ids, last));
      read += ids.size();
      refuseIf(read > MOST_RECORDS, resource + ": more than " + MOST_RECORDS + " records");
      after = PageCheck.lastId(ids);
    }
  }

  private static <I> Optional<I> read(
      String resource, RecordNode item, Function<String, I> form, Each<I> each) {
    RecordFields node = RecordFields.of(item);
    Optional<I> id = node.requiredId("id", form);
    id.ifPresent(known -> each.take(known, node));
    refuse(resource + " " + id.map(Object::toString).orElse("without id"), node.defect());
    return id;
  }

  /** A mailbox that is null, empty or none is a user whose mailbox nobody knows (R3). */
  private static CrmUser user(UserId id, RecordFields node) {
    node.noteIf(id.value().equals(RESERVED), "id", "reserved");
    return new CrmUser(
        id, MailboxAddress.of(node.presentText("mailbox")), node.requiredFlag("active"));
  }

  private static void refuseIf(boolean broken, String what) {
    if (broken) {
      throw new CrmBroken(what);
    }
  }

  private static void refuse(String what, Optional<String> defect) {
    defect.ifPresent(
        rule -> {
          throw new CrmBroken(what + ": " + rule);
        });
  }
}
