package io.crmsync.sync.request;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.preview.UserContacts;
import io.crmsync.sync.snapshot.KnownDirectory;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes a contact off a user's synchronization list. The copy leaves the mailbox, past the guard
 * (R18), unless the user is to have it anyway. Decided from the snapshot.
 */
public final class StopSync {
  private static final Reply NOT_LISTED = Reply.refused(Refusal.NOT_LISTED);

  private final KnownDirectory directories;
  private final MailboxOwners owners;
  private final ContactStore contacts;
  private final SyncListStore lists;
  private final DueStore due;
  private final UserContacts userContacts;
  private final RequestStore requests;
  private final JobQueue queue;
  private final SyncSettings settings;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * Takes its ports.
   *
   * @param ids gives a new request id each time
   */
  public StopSync(
      KnownDirectory directories,
      MailboxOwners owners,
      ContactStore contacts,
      SyncListStore lists,
      DueStore due,
      UserContacts userContacts,
      RequestStore requests,
      JobQueue queue,
      SyncSettings settings,
      Clock clock,
      Supplier<String> ids) {
    this.directories = directories;
    this.owners = owners;
    this.contacts = contacts;
    this.lists = lists;
    this.due = due;
    this.userContacts = userContacts;
    this.requests = requests;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Stops the synchronisation of one contact.
   *
   * @param userId empty: the caller's own
   * @throws io.crmsync.sync.port.StorageUnavailable asking again is harmless
   */
  public Reply stop(Caller caller, String contactId, Optional<String> userId) {
    return RequestedPair.answer(
        caller, contactId, userId, directories.get(), owners, Refusal.NOT_LISTED, this::listed);
  }

  /** Asks for all it may need at once: what is hidden must cost the same look-ups as nothing. */
  private Reply listed(RequestedPair asked) {
    Optional<StoredContact> stored = contacts.find(asked.contact()).map(Versioned::value);
    Set<UserId> listed = Set.copyOf(lists.of(asked.contact()));
    Optional<Due> open = due.find(asked.id());
    Entitlement without = withoutTheUser(asked, stored, listed);
    UserId user = asked.user();
    if (!without.mayView(user)) {
      return NOT_LISTED;
    }
    if (without.access().syncList().contains(user)) {
      return Reply.refused(Refusal.LISTED_IN_CRM);
    }
    if (!listed.contains(user)) {
      return begun(open).map(request -> sent(asked, request)).orElse(NOT_LISTED);
    }
    return accept(asked, without.exclusion(user));
  }

  /** A stop that failed after the list was changed, or whose copy is still on its way out. */
  private Optional<SyncRequest> begun(Optional<Due> open) {
    return open.flatMap(Due::removal)
        .filter(removal -> removal.state() == OpenRemoval.State.RELEASED)
        .flatMap(removal -> requests.find(removal.run()))
        .filter(request -> request.kind() == SyncRequest.Kind.STOP);
  }

  private Reply sent(RequestedPair asked, SyncRequest request) {
    queue.sendPairs(List.of(asked.message(request.requestId())), Lane.NOW);
    return Reply.accepted(new RequestState(request, requests.results(request.requestId())));
  }

  /** As things stand once the user is off the list. */
  private Entitlement withoutTheUser(
      RequestedPair asked, Optional<StoredContact> stored, Set<UserId> listed) {
    Set<UserId> others = new HashSet<>(listed);
    others.remove(asked.user());
    return new Entitlement(
        stored.map(StoredContact::contactState).orElse(ContactState.GONE),
        stored.map(StoredContact::access).orElse(Access.NONE),
        others,
        asked.directory(),
        settings.audience());
  }

  /**
   * The list goes last but for the message, so that asking again after a failure finds it there, or
   * else finds what was released.
   */
  private Reply accept(RequestedPair asked, Optional<Exclusion> exclusion) {
    SyncRequest request = asked.request(ids.get(), SyncRequest.Kind.STOP, clock.instant());
    requests.put(request);
    Optional<Exclusion> leaves = exclusion.filter(why -> why != Exclusion.OUTSIDE_PILOT);
    if (leaves.isPresent()) {
      requests.keepOpen(OpenRequest.ofPairs(request, asked.user(), Set.of(asked.contact())));
      release(asked, leaves.get(), request);
      takeOff(asked);
      return sent(asked, request);
    }
    requests.record(
        request.requestId(),
        new PairResult(
            asked.id(), Outcome.UNCHANGED, Optional.of(why(exclusion)), request.acceptedAt()));
    takeOff(asked);
    return Reply.accepted(new RequestState(request, requests.results(request.requestId())));
  }

  /**
   * Takes the contact off the list. That does not change the pair's row, by which remembered
   * contacts are known to be out of date: so they are forgotten, and the next page shows the
   * change.
   */
  private void takeOff(RequestedPair asked) {
    lists.remove(asked.id());
    userContacts.forget(asked.user(), asked.contact());
  }

  /** The user's word goes before whatever was decided of the pair (R18). */
  private void release(RequestedPair asked, Exclusion why, SyncRequest request) {
    OpenRemoval removal =
        new OpenRemoval(
            asked.id(),
            why.reason(),
            OpenRemoval.State.RELEASED,
            request.acceptedAt(),
            request.requestId());
    due.change(asked.id(), row -> row.with(Optional.of(removal)));
  }

  private static Why why(Optional<Exclusion> exclusion) {
    return Why.of(exclusion.map(Exclusion::reason).orElse(Reason.COVERED));
  }
}
