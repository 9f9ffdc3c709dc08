package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link DirectoryStore} must do. */
public abstract class DirectoryStoreContract {
  private static final Instant ASKED = Instant.parse("2026-11-02T01:00:00Z");

  /** An empty store, the same one throughout a test. */
  protected abstract DirectoryStore store();

  @Test
  void thereIsNoneUntilOneWasStored() {
    assertThat(store().current()).isEmpty();
  }

  @Test
  void usersAndGroupsAreKept() {
    CrmUser active = user("anna", true);
    CrmUser inactive = user("bert~._-", false);
    Map<GroupId, Set<UserId>> groups =
        Map.of(
            new GroupId("empty"),
            Set.of(),
            new GroupId("g"),
            Set.of(active.id(), new UserId("unknown")));
    store().store(new Directory(List.of(active, inactive), groups), ASKED);

    assertThat(current().users().values()).containsExactlyInAnyOrder(active, inactive);
    assertThat(current().groups()).isEqualTo(groups);
  }

  @Test
  void aUserWhoseMailboxIsUnknownIsKept() {
    CrmUser unknown = new CrmUser(new UserId("anna"), Optional.empty(), true);
    store().store(new Directory(List.of(unknown), Map.of()), ASKED);

    assertThat(current().users().values()).containsExactly(unknown);
  }

  @Test
  void anEmptyDirectoryIsADirectory() {
    store().store(new Directory(List.of(), Map.of()), ASKED);

    assertThat(current().users()).isEmpty();
    assertThat(current().groups()).isEmpty();
  }

  @Test
  void aGroupOfTenThousandIsKept() {
    GroupId group = new GroupId("everyone");
    store().store(new Directory(List.of(), Map.of(group, users(10_000))), ASKED);

    assertThat(current().groups().get(group)).isEqualTo(users(10_000));
  }

  @Test
  void thousandsOfUsersAreKept() {
    List<CrmUser> many = users(2_500).stream().map(id -> user(id.value(), true)).toList();
    store().store(new Directory(many, Map.of()), ASKED);

    assertThat(current().users().values()).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void theLastOneCountsAndNothingOfTheOnesBefore() {
    for (int i = 0; i < 4; i++) {
      store()
          .store(
              new Directory(List.of(user("u" + i, true)), Map.of(new GroupId("g" + i), Set.of())),
              ASKED.plusSeconds(i));
      assertThat(current().users()).containsOnlyKeys(new UserId("u" + i));
      assertThat(current().groups()).containsOnlyKeys(new GroupId("g" + i));
    }
  }

  @Test
  void theLatestIsWhatWasStoredLast() {
    assertThat(store().latest()).isEmpty();
    store().store(new Directory(List.of(user("anna", true)), Map.of()), ASKED);
    store().current();
    store().store(new Directory(List.of(user("bert", true)), Map.of()), ASKED);

    assertThat(store().latest().orElseThrow().users()).containsOnlyKeys(new UserId("bert"));
  }

  @Test
  void aReadingAskedForEarlierDoesNotReplaceALaterOne() {
    store().store(new Directory(List.of(user("late", true)), Map.of()), ASKED.plusMillis(1));
    store().store(new Directory(List.of(user("early", true)), Map.of()), ASKED);

    assertThat(current().users()).containsOnlyKeys(new UserId("late"));
    assertThat(store().latest().orElseThrow().users()).containsOnlyKeys(new UserId("late"));
  }

  /** A made-up user of this id. */
  protected static CrmUser user(String id, boolean active) {
    return new CrmUser(new UserId(id), new MailboxAddress(id + "@example.org"), active);
  }

  private Directory current() {
    return store().current().orElseThrow();
  }
}
