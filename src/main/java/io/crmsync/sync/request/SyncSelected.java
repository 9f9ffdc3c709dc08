package io.crmsync.sync.request;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.ActingUser;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.mailbox.InspectMailbox;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.PairStore.Wish;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.preview.UserContacts;
import io.crmsync.sync.snapshot.KnownDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Synchronises the contacts that a user chose on the page, now. Marks the pairs as asked for, not
 * the synchronization list (R21). What the user is not to have is answered exactly as what does not
 * exist (R6).
 */
public final class SyncSelected {
  private final KnownDirectory directories;
  private final MailboxOwners owners;
  private final UserContacts contacts;
  private final InspectMailbox inspect;
  private final PairStore pairs;
  private final RequestStore requests;
  private final OpenSelections selections;
  private final JobQueue queue;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * Takes its ports.
   *
   * @param ids gives a new request id each time
   */
  public SyncSelected(
      KnownDirectory directories,
      MailboxOwners owners,
      UserContacts contacts,
      InspectMailbox inspect,
      PairStore pairs,
      RequestStore requests,
      JobQueue queue,
      Clock clock,
      Supplier<String> ids) {
    this.directories = directories;
    this.owners = owners;
    this.contacts = contacts;
    this.inspect = inspect;
    this.pairs = pairs;
    this.requests = requests;
    this.selections = new OpenSelections(requests, clock);
    this.queue = queue;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Every contact whose state is new or update; and what was asked for before and is at a
   * standstill, so that repeating a call that failed half-way sends the rest. While one such
   * request is under way, asking again is answered with it.
   *
   * @param userId as it stands in the path; {@code me}: the caller
   */
  public Reply all(Caller caller, String userId) {
    Directory directory = directories.get();
    ActingUser acting = acting(caller, userId, directory);
    return acting
        .user()
        .map(CrmUser::id)
        .map(user -> all(user, caller.nameIn(directory).orElse("")))
        .orElseGet(() -> Reply.refused(acting.refusal().orElseThrow()));
  }

  private Reply all(UserId user, String requester) {
    String chosen = OpenSelections.all();
    return selections
        .find(user, requester, chosen)
        .map(Reply::accepted)
        .orElseGet(
            () -> accept(user, requester, chosen, contacts.waiting(user, inspect.unread(user)), 0));
  }

  /**
   * These contacts, whatever their state; each once. While a request for the same ones is under
   * way, asking again is answered with it.
   *
   * @param userId as it stands in the path; {@code me}: the caller
   */
  public Reply these(Caller caller, String userId, Set<ContactId> chosen) {
    Directory directory = directories.get();
    ActingUser acting = acting(caller, userId, directory);
    if (acting.refusal().isPresent()) {
      return Reply.refused(acting.refusal().get());
    }
    return these(acting.user().orElseThrow().id(), caller.nameIn(directory).orElse(""), chosen);
  }

  private Reply these(UserId user, String requester, Set<ContactId> chosen) {
    String selection = OpenSelections.of(chosen);
    return selections
        .find(user, requester, selection)
        .map(Reply::accepted)
        .orElseGet(() -> acceptThese(user, requester, selection, chosen));
  }

  private Reply acceptThese(
      UserId user, String requester, String selection, Set<ContactId> chosen) {
    List<ContactId> entitled = contacts.entitled(user, List.copyOf(new TreeSet<>(chosen)));
    return accept(user, requester, selection, entitled, chosen.size() - entitled.size());
  }

  private ActingUser acting(Caller caller, String userId, Directory directory) {
    return ActingUser.inPath(caller, userId, directory, user -> owners.twice(user, directory));
  }

  /** The messages go last: they must find everything that they are about. */
  private Reply accept(
      UserId user, String requester, String selection, List<ContactId> chosen, int unknown) {
    SyncRequest request =
        new SyncRequest(
            ids.get(),
            SyncRequest.Kind.SELECTION,
            requester,
            Optional.of(user),
            Optional.empty(),
            chosen.size() + unknown,
            unknown,
            clock.instant(),
            "");
    String id = request.requestId();
    requests.put(request);
    requests.keepOpen(OpenRequest.ofPairs(request, user, chosen));
    pairs.want(chosen.stream().map(contact -> Wish.asking(new PairId(user, contact))).toList());
    queue.sendPairs(
        chosen.stream()
            .map(contact -> PairMessage.of(new PairId(user, contact)).forRequest(id))
            .toList(),
        Lane.NOW);
    if (!chosen.isEmpty()) {
      selections.remember(user, selection, id);
    }
    return Reply.accepted(new RequestState(request, List.of()));
  }
}
