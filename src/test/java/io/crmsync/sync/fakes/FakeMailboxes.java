package io.crmsync.sync.fakes;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.Mailboxes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Mailboxes in memory that behave as Outlook's do; one is there as soon as it is asked for,
 * whatever the case of its address. Ids are the same in every run. Thread-safe.
 */
public final class FakeMailboxes implements Mailboxes {
  private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

  private final Map<String, FakeMailbox> byAddress = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final Supplier<Instant> clock;
  private volatile BinnedCopies binned = BinnedCopies.ANSWER;
  private volatile boolean rewrites;
  private volatile boolean firstNameRequired;
  private volatile CallHook hook = new CallHook() {};

  /** With a clock of their own, that goes on by a second each time a contact is created. */
  public FakeMailboxes() {
    this(ticking());
  }

  /** Takes the server's clock, which dates contacts. */
  public FakeMailboxes(Supplier<Instant> clock) {
    this.clock = clock;
  }

  @Override
  public FakeMailbox at(MailboxAddress address) {
    return byAddress.computeIfAbsent(address.folded(), folded -> open());
  }

  /** The mailbox of this address. */
  public FakeMailbox at(String address) {
    return at(new MailboxAddress(address));
  }

  /** What Graph says of binned contacts and folders from now on; at first they answer. */
  public void binnedCopies(BinnedCopies answer) {
    binned = answer;
  }

  /** From now on the service makes of e-mail addresses what {@link RewrittenAddresses} says. */
  public void rewriteAddresses() {
    rewrites = true;
  }

  /** From now on no contact is made without a first name. */
  public void requireFirstName() {
    firstNameRequired = true;
  }

  /** Sets what looks on at every request to any mailbox; the last one set counts. */
  public void onEveryCall(CallHook looker) {
    hook = looker;
  }

  /** How many requests of this kind came to all mailboxes. */
  public int calls(MailboxCall call) {
    return all().mapToInt(mailbox -> mailbox.calls(call)).sum();
  }

  /** How many requests came to all mailboxes. */
  public int calls() {
    return all().mapToInt(FakeMailbox::calls).sum();
  }

  public void forgetCalls() {
    all().forEach(FakeMailbox::forgetCalls);
  }

  void rename(FakeMailbox mailbox, String address) {
    byAddress.values().removeIf(mailbox::equals);
    alias(mailbox, address);
  }

  /** Nobody will ask for this mailbox any more. */
  public void forget(FakeMailbox mailbox) {
    byAddress.values().removeIf(mailbox::equals);
  }

  void alias(FakeMailbox mailbox, String address) {
    byAddress.put(new MailboxAddress(address).folded(), mailbox);
  }

  /** What a mailbox holds that was made just now; none of its ids was ever seen before. */
  FakeContents fresh() {
    return new FakeContents("m" + opened.incrementAndGet() + "-", clock);
  }

  /** Each once, however many addresses it has. */
  private Stream<FakeMailbox> all() {
    return byAddress.values().stream().distinct();
  }

  boolean binnedAnswer() {
    return binned == BinnedCopies.ANSWER;
  }

  ContactPatch created(ContactPatch sent) {
    if (firstNameRequired && sent.plain().getOrDefault(Field.FIRST_NAME, "").isEmpty()) {
      throw new MailboxRefused("ErrorInvalidProperty", "GivenName is required: 400 by the fake");
    }
    return carriedOut(sent);
  }

  boolean firstNameRequired() {
    return firstNameRequired;
  }

  ContactPatch carriedOut(ContactPatch sent) {
    return rewrites ? RewrittenAddresses.in(sent) : sent;
  }

  CallHook hook() {
    return hook;
  }

  private FakeMailbox open() {
    return new FakeMailbox(this, fresh());
  }

  private static Supplier<Instant> ticking() {
    AtomicLong seconds = new AtomicLong();
    return () -> FIRST.plusSeconds(seconds.incrementAndGet());
  }
}
