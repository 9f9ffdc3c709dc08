package io.crmsync.sync.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.Caller.Kind;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.world.ApiWorld;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final String OID = "0A1b2c3d-0000-4000-8000-00000000000f";

  @Test
  void aLoginNameMatchesIgnoringCase() {
    assertThat(named("Ada@Example.com").userIn(directory(user("u1", "ada@example.COM", true))))
        .map(CrmUser::id)
        .contains(new UserId("u1"));
  }

  @Test
  void aGuidMatchesTheObjectIdOnly() {
    Directory directory = directory(user("u1", OID.toLowerCase(Locale.ROOT), true));
    assertThat(named("ada@example.com").userIn(directory)).isPresent();
    Caller itsName = new Caller(Kind.USER, Optional.of("other"), Optional.of(OID), Set.of());
    assertThat(itsName.userIn(directory)).isEmpty();
  }

  @Test
  void anObjectIdIsNoLoginName() {
    Caller odd = new Caller(Kind.USER, Optional.of("ada@example.com"), Optional.empty(), Set.of());
    assertThat(odd.userIn(directory(user("u1", "ada@example.com", true)))).isEmpty();
  }

  @Test
  void inactiveUsersAreNobody() {
    assertThat(named("ada@example.com").userIn(directory(user("u1", "ada@example.com", false))))
        .isEmpty();
  }

  @Test
  void ofSeveralNobodyIsTaken() {
    Directory twice =
        directory(user("u1", "ada@example.com", true), user("u2", "ADA@example.com", true));
    assertThat(named("ada@example.com").userIn(twice)).isEmpty();
    Directory twoWays = directory(user("u1", "ada@example.com", true), user("u2", OID, true));
    assertThat(named("ada@example.com").userIn(twoWays)).isEmpty();
  }

  @Test
  void anInactiveNamesakeDoesNotMatter() {
    Directory directory =
        directory(user("u1", "ada@example.com", true), user("u2", "ada@example.com", false));
    assertThat(named("ada@example.com").userIn(directory)).isPresent();
  }

  @Test
  void anApplicationIsNoUserEvenIfAMailboxHasItsId() {
    Caller app = new Caller(Kind.APPLICATION, Optional.of(OID), Optional.empty(), Set.of());
    assertThat(app.userIn(directory(user("u1", OID, true)))).isEmpty();
    assertThat(app.nameIn(directory())).contains("app:" + OID);
  }

  @Test
  void onlyAnApplicationActsOnBehalf() {
    assertThat(ApiWorld.application("a", Role.ON_BEHALF).onBehalf()).isTrue();
    assertThat(ApiWorld.application("a", Role.ADMIN).onBehalf()).isFalse();
    assertThat(ApiWorld.user("u1", Role.ON_BEHALF).onBehalf()).isFalse();
  }

  @Test
  void itsTextTellsNoLoginName() {
    assertThat(named("ada@example.com").toString()).doesNotContain("ada");
  }

  private static Caller named(String login) {
    return new Caller(Kind.USER, Optional.of(OID), Optional.of(login), Set.of());
  }

  private static Directory directory(CrmUser... users) {
    return new Directory(List.of(users), Map.of());
  }

  private static CrmUser user(String id, String mailbox, boolean active) {
    return new CrmUser(new UserId(id), new MailboxAddress(mailbox), active);
  }
}
