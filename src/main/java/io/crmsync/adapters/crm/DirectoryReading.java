package io.crmsync.adapters.crm;

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
import java.util.function.Function;

/**
 * All users and groups, page by page. Stricter than the reading of contacts: who is missing here is
 * inactive, so that one record or page that cannot be trusted spoils the whole (R17).
 */
final class DirectoryReading {
  private static final int PAGE = 1000;
  private static final String RESERVED = "me";

  /** Fetches one page: the resource's name, and the id that it starts after. */
  interface Pages {
    FeedItems page(String resource, Optional<?> after, int limit);
  }

  /** Takes one record; what it notes as broken fails the reading. */
  private interface Each<I> {
    void take(I id, FeedNode node);
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
    readAll("users", UserId::new, (id, node) -> users.add(user(id, node)));
    Map<GroupId, Set<UserId>> groups = new HashMap<>();
    readAll(
        "groups",
        GroupId::new,
        (id, node) -> groups.put(id, node.requiredIds("members", UserId::new)));
    return new Directory(users, groups);
  }

  private <I extends Comparable<I>> void readAll(
      String resource, Function<String, I> form, Each<I> each) {
    Optional<I> after = Optional.empty();
    boolean last = false;
    while (!last) {
      FeedItems page = pages.page(resource, after, PAGE);
      List<Optional<I>> ids = new ArrayList<>();
      page.items().forEach(item -> ids.add(read(resource, FeedNode.of(item), form, each)));
      refuse(resource, PageCheck.defect(after, ids, page.last()));
      after = PageCheck.lastId(ids);
      last = page.last();
    }
  }

  private static <I> Optional<I> read(
      String resource, FeedNode node, Function<String, I> form, Each<I> each) {
    Optional<I> id = node.requiredId("id", form);
    id.ifPresent(known -> each.take(known, node));
    refuse(resource + " " + id.map(Object::toString).orElse("without id"), node.defect());
    return id;
  }

  /** A mailbox that is null, empty or none is a user whose mailbox nobody knows (R3). */
  private static CrmUser user(UserId id, FeedNode node) {
    node.noteIf(id.value().equals(RESERVED), "id", "reserved");
    return new CrmUser(
        id, MailboxAddress.of(node.presentText("mailbox")), node.requiredFlag("active"));
  }

  private static void refuse(String what, Optional<String> defect) {
    defect.ifPresent(
        rule -> {
          throw new CrmBroken(what + ": " + rule);
        });
  }
}
