package io.crmsync.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6: a record that cannot be read silences no rule but those about its fields. */
class BadRecordsTest {
  private static final ContactId C1 = new ContactId("c1");
  private final World world = new World(World.settings().percent(100).build());
  private final CrmContact both = People.person("c1", "Ada", "u1", "u2");

  @BeforeEach
  void twoUsersHaveIt() {
    world.user("u1");
    world.user("u2");
    world.user("u3");
    world.crm.put(both);
    world.crm.put(People.person("c2", "Ben", "u1", "u2", "u3"));
    world.night();
  }

  @Test
  void whoLostAccessByABadRecordLosesTheCopyAndNobodyGainsOne() {
    world.crm.spoilFields(People.position(People.team(both, "u1", "u3"), "Boss"));
    Run run = world.night();
    assertThat(run.counts().get(RunCounts.CONTACTS_BAD)).isOne();
    assertThat(world.copies("u2", "c1")).isEmpty();
    assertThat(world.copies("u3", "c1")).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Buyer");
    assertThat(world.copy("u1", "c1").plainValue(Field.FIRST_NAME)).isEqualTo("Ada");
    world.crm.put(People.team(both, "u1", "u3"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u3", "c1")).hasSize(1);
  }

  @Test
  void aBadRecordThatTurnsInactiveLeavesEveryMailboxAndComesBackOnceItIsGood() {
    world.crm.spoilFields(People.status(both, ContactStatus.INACTIVE));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    world.crm.put(both);
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.FIRST_NAME)).isEqualTo("Ada");
  }

  @Test
  void aNewContactWhoseRecordIsBadGoesToNobody() {
    world.crm.spoilFields(People.person("c9", "New", "u1"));
    world.night();
    assertThat(world.copies("u1", "c9")).isEmpty();
  }

  @Test
  void aRightClickOnABadRecordTellsSoAndWhoLostAccessIsProposed() {
    world.clock.forward(Duration.ofHours(1));
    world.crm.spoilFields(People.position(People.team(both, "u1"), "Boss"));
    Refusal refusal = rightClick("u1", "c1");
    assertThat(refusal.category()).isEqualTo(Refusal.Category.NOT_ACTIONABLE);
    assertThat(refusal.detail()).startsWith("badRecord: ");
    assertThat(world.lists.of(C1)).isEmpty();
    assertThat(world.due.of(C1)).extracting(Due::user).containsExactly(new UserId("u2"));
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Buyer");
    assertThat(rightClick("u3", "c1").category()).isEqualTo(Refusal.Category.NOT_ACTIONABLE);
    assertThat(world.pair("u3", "c1").asked()).isFalse();
  }

  /** R6: as with a good record; what is hidden must cost the same as what does not exist. */
  @Test
  void aBadRecordThatHidesTheContactFromWhoAsksIsAnsweredAsNone() {
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    world.crm.spoilFields(People.security(both, nobody));
    assertThat(rightClick("u1", "c1")).isEqualTo(Refusal.NO_SUCH_CONTACT);
    assertThat(world.due.of(C1)).isEmpty();
    world.crm.spoil(C1);
    assertThat(rightClick("u1", "c1")).isEqualTo(Refusal.NO_SUCH_CONTACT);
  }

  private Refusal rightClick(String user, String contact) {
    return world
        .requestSync
        .ask(ApiWorld.user(user), contact, Optional.empty())
        .refusal()
        .orElseThrow();
  }

  @Test
  void whereTheAccessItselfIsBadItsUsersAreStillWhatTheyAre() {
    world.crm.spoil(C1);
    world.crm.putUser("u2", "u2@example.com", false);
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u2", "c1")).isEmpty();
  }

  @Test
  void aPairThatFailedIsTriedAgainThoughItsRecordIsBad() {
    world.crm.spoil(C1);
    world.due.write(
        java.util.List.of(Due.retry(new PairId(new UserId("u1"), C1), world.clock.instant())));
    Run run = world.night();
    assertThat(run.counts().get(RunCounts.PAIRS_QUEUED)).isOne();
  }

  @Test
  void whoIsEntitledAgainByABadRecordIsStruckOffTheHeldList() {
    world.withSettings(World.settings().limit(0).build());
    world.crm.put(People.team(both, "u1"));
    assertThat(world.night().counts().get(RunCounts.REMOVALS_HELD)).isOne();
    world.crm.spoilFields(both);
    assertThat(world.night().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.copies("u2", "c1")).hasSize(1);
    world.crm.spoilFields(People.team(both, "u1"));
    assertThat(world.night().counts().get(RunCounts.REMOVALS_HELD)).isOne();
  }
}
