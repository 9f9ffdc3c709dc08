package io.crmsync.sync.world;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxBusy.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A {@link World} with one pair, the user u1 and the contact c1 that u1 may have, and what can
 * happen to the two. At first nothing was read or written yet.
 */
public final class OnePair {
  public final World world = new World();

  /** Both are in the CRM, and the application knows nothing of them. */
  public OnePair() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
  }

  /** The CRM changes the contact. */
  public void change(UnaryOperator<CrmContact> how) {
    world.crm.put(how.apply(world.crm.find(new ContactId("c1")).orElseThrow()));
  }

  /** The CRM changes the contact, and is asked for it before anything else is done. */
  public void changeNow(UnaryOperator<CrmContact> how) {
    change(how);
    readOne();
  }

  /** The CRM is asked for the contact now, as a right-click would. */
  public void readOne() {
    world.recordContacts.recordOne(
        new ContactId("c1"), world.crm.find(new ContactId("c1")), world.clock.instant());
  }

  /** A run reads the CRM, and the pair is worked on until its copy was asked to be created. */
  public void readFirst() {
    readAll();
    workUntil(MailboxCall.CREATE);
  }

  /** The CRM changes the contact; the PATCH for it is carried out, and its answer lost. */
  public void lostUpdate(UnaryOperator<CrmContact> how) {
    world.mailbox("u1").failAfter(MailboxCall.UPDATE, noAnswer());
    change(how);
    world.clock.forward(Duration.ofHours(23));
    readAll();
    workUntil(MailboxCall.UPDATE);
  }

  /** A whole run, but for the messages about pairs that it queues. */
  private void readAll() {
    Run run = world.startRun.nightly();
    while (world.runs.find(run.runId()).orElseThrow().value().status() == Run.Status.RUNNING) {
      world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), words -> {});
    }
  }

  /** Until the mailbox is asked this once more. */
  private void workUntil(MailboxCall call) {
    int before = world.mailbox("u1").calls(call);
    while (world.mailbox("u1").calls(call) == before) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
  }

  /** What happens once this many copies were made in all, before the application hears of it. */
  public void afterCreate(int many, Runnable happens) {
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void after(FakeMailbox at, MailboxCall call) {
            if (call == MailboxCall.CREATE && at.calls(MailboxCall.CREATE) == many) {
              happens.run();
            }
          }
        });
  }

  /** The copy's e-mail addresses, in order. */
  public List<String> emails() {
    return world.copy("u1", "c1").entries(ListSlot.EMAILS);
  }

  /** The request may have been carried out. */
  public static MailboxBusy noAnswer() {
    return new MailboxBusy(Cause.OUTCOME_UNKNOWN, "no answer in time", Optional.empty());
  }

  /** The request was not carried out. */
  public static MailboxBusy throttled(Duration retryAfter) {
    return new MailboxBusy(Cause.THROTTLED, "429", Optional.of(retryAfter));
  }
}
