package io.crmsync.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");
  private static final UserId CYD = new UserId("cyd");
  private static final GroupId SALES = new GroupId("sales");

  private static CrmUser user(UserId id, String mailbox, boolean active) {
    return new CrmUser(id, new MailboxAddress(mailbox), active);
  }

  @Test
  void whoIsMissingIsInactive() {
    Directory directory =
        new Directory(List.of(user(ANN, "a@x.org", true), user(BEN, "b@x.org", false)), Map.of());
    assertThat(directory.active(ANN)).isTrue();
    assertThat(directory.active(BEN)).isFalse();
    assertThat(directory.active(CYD)).isFalse();
    assertThat(directory.activeUsers()).isEqualTo(1);
  }

  @Test
  void aGroupThatIsMissingHasNoMembers() {
    Directory directory = new Directory(List.of(), Map.of(SALES, Set.of(ANN)));
    assertThat(directory.member(SALES, ANN)).isTrue();
    assertThat(directory.member(SALES, BEN)).isFalse();
    assertThat(directory.member(new GroupId("Sales"), ANN)).isFalse();
    assertThat(directory.has(SALES)).isTrue();
    assertThat(directory.has(new GroupId("Sales"))).isFalse();
  }

  @Test
  void twoActiveUsersOfOneMailboxAreNoticedWhateverTheCaseAndTheSpaces() {
    Directory directory =
        new Directory(
            List.of(user(ANN, "Post@X.org", true), user(BEN, " post@x.ORG\u00A0", true)), Map.of());
    assertThat(directory.mailboxTwice(new MailboxAddress("POST@x.org"))).isTrue();
    assertThat(directory.mailboxTwice(new MailboxAddress("other@x.org"))).isFalse();
  }

  @Test
  void anInactiveUserMayNameTheMailboxToo() {
    Directory directory =
        new Directory(
            List.of(user(ANN, "post@x.org", true), user(BEN, "post@x.org", false)), Map.of());
    assertThat(directory.mailboxTwice(new MailboxAddress("post@x.org"))).isFalse();
  }

  @Test
  void whatItWasMadeOfCanChangeAfterwards() {
    Set<UserId> members = new HashSet<>(Set.of(ANN));
    Map<GroupId, Set<UserId>> groups = new HashMap<>(Map.of(SALES, members));
    Directory directory = new Directory(List.of(), groups);
    members.add(BEN);
    groups.clear();
    assertThat(directory.groups()).isEqualTo(Map.of(SALES, Set.of(ANN)));
  }

  @Test
  void aMailboxIsNamedByWhoeverIsActiveWhateverTheCase() {
    CrmUser ann = user(ANN, "Ann@x.org", true);
    CrmUser ben = user(BEN, "ben@x.org", false);
    Directory directory = new Directory(List.of(ann, ben), Map.of());
    assertThat(directory.named(new MailboxAddress("ANN@X.ORG"))).isTrue();
    assertThat(directory.named(new MailboxAddress("ben@x.org"))).isFalse();
    assertThat(directory.users()).isEqualTo(Map.of(ANN, ann, BEN, ben));
    MailboxAddress hers = ann.mailbox().orElseThrow();
    assertThat(hers.sameAs(new MailboxAddress("ann@X.org"))).isTrue();
    assertThat(hers.sameAs(ben.mailbox().orElseThrow())).isFalse();
  }

  @Test
  void aMailboxIsAGuidOrATextWithAnAt() {
    for (String none : List.of("", " ", "ann", "x.org", "0a1b2c3d-0000-4000-8000-00000000000")) {
      assertThat(MailboxAddress.of(none)).as(none).isEmpty();
    }
    String guid = "0A1B2C3D-0000-4000-8000-000000000000";
    assertThat(MailboxAddress.of(guid).orElseThrow().isObjectId()).isTrue();
    assertThat(MailboxAddress.of(" ann@x.org ")).contains(new MailboxAddress("ann@x.org"));
    assertThat(new MailboxAddress("ann@x.org").isObjectId()).isFalse();
  }

  @Test
  void twoUsersWhoseMailboxIsUnknownDoNotShareOne() {
    CrmUser ann = new CrmUser(new UserId("ann"), Optional.empty(), true);
    CrmUser ben = new CrmUser(new UserId("ben"), Optional.empty(), true);
    Directory directory = new Directory(List.of(ann, ben), Map.of());
    assertThat(directory.mailboxTwice(ann)).isFalse();
    assertThat(directory.activeUsers()).isEqualTo(2);
    assertThat(ann.mailboxUnknown()).isTrue();
    assertThat(new CrmUser(ann.id(), Optional.empty(), false).mailboxUnknown()).isFalse();
  }
}
