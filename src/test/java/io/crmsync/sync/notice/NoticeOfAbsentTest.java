package io.crmsync.sync.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change notice about contacts that the CRM does not show, or of which it says nothing (R23). */
class NoticeOfAbsentTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);
  private static final ContactId C1 = new ContactId("c1");
  private final World world = new World();

  @BeforeEach
  void people() {
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= 5; i++) {
      world.crm.put(People.person("c" + i, "N" + i, "u1", "u2"));
    }
    world.night();
  }

  @Test
  void aContactThatTheCrmHidesKeepsItsCopiesAndTheRequestSaysSo() {
    world.crm.hide(C1);
    world.crm.delete(new ContactId("c2"));
    RequestState state = told("c1", "c2");
    assertThat(state.status()).isEqualTo(RequestState.Status.FAILED);
    assertThat(state.reason()).isEqualTo("c1: hidden: the CRM does not show it to us");
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
  }

  @Test
  void oneContactWithoutAnAnswerKeepsNoOtherFromBeingRead() {
    world.crm.silence(C1, true);
    world.crm.babbleOf(new ContactId("c3"));
    world.crm.delete(new ContactId("c2"));
    world.crm.delete(new ContactId("c4"));
    RequestState state = told("c1", "c2", "c3", "c4");
    assertThat(state.reason()).isEqualTo("c1: contact: status 503");
    assertThat(state.failed()).isEqualTo(2);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.copies("u1", "c4")).isEmpty();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c3")).hasSize(1);
  }

  @Test
  void aSignInThatIsRefusedFailsTheRequest() {
    world.crm.delete(C1);
    world.crm.lockOut(true);
    RequestState state = told("c1");
    assertThat(state.status()).isEqualTo(RequestState.Status.FAILED);
    assertThat(state.reason()).isEqualTo("contact: status 401");
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  /** R6. */
  @Test
  void aBadRecordIsObeyedAsToWhoMayHaveTheContact() {
    world.crm.spoilFields(People.team(world.crm.find(C1).orElseThrow(), "u1"));
    RequestState state = told("c1");
    assertThat(state.reason()).isEqualTo("c1: badRecord: but for access: email: not a string");
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u2", "c1")).isEmpty();
  }

  private RequestState told(String... contacts) {
    TreeSet<ContactId> ids =
        Stream.of(contacts).map(ContactId::new).collect(Collectors.toCollection(TreeSet::new));
    RequestState accepted = world.acceptNotice.accept(BACK_END, ids).request().orElseThrow();
    world.drain();
    world.drain();
    String request = accepted.request().requestId();
    return world.findRequest.find(BACK_END, request).request().orElseThrow();
  }
}
