package io.crmsync.sync.request;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.snapshot.KnownDirectory;
import io.crmsync.sync.snapshot.RecordContacts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The CRM's right-click: puts a contact on a user's synchronization list and has the pair
 * reconciled now. The CRM is asked live; a contact that the user may not see is answered exactly as
 * one that does not exist, before anything else is said of it (R6).
 */
public final class RequestSync {
  private static final String BAD_RECORD =
      ChangeNotice.BAD_RECORD + "the CRM's record of the contact cannot be read.";

  private final KnownDirectory directories;
  private final MailboxOwners owners;
  private final CrmSource crm;
  private final SyncListStore lists;
  private final RequestStore requests;
  private final AskForPair ask;
  private final RecordContacts record;
  private final JobQueue queue;
  private final SyncSettings settings;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * Takes its ports.
   *
   * @param ids gives a new request id each time
   */
  public RequestSync(
      KnownDirectory directories,
      MailboxOwners owners,
      CrmSource crm,
      SyncListStore lists,
      RequestStore requests,
      AskForPair ask,
      RecordContacts record,
      JobQueue queue,
      SyncSettings settings,
      Clock clock,
      Supplier<String> ids) {
    this.directories = directories;
    this.owners = owners;
    this.crm = crm;
    this.lists = lists;
    this.requests = requests;
    this.ask = ask;
    this.record = record;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Asks for one contact. Repeating it is harmless.
   *
   * @param userId empty: the caller's own
   * @throws io.crmsync.sync.port.CrmUnavailable the CRM gives no answer; nothing was queued
   * @throws io.crmsync.sync.port.CrmBroken nor one that can be believed
   * @throws io.crmsync.sync.port.StorageUnavailable nor does storage; it is not certain that
   *     nothing was queued
   */
  public Reply ask(Caller caller, String contactId, Optional<String> userId) {
    return RequestedPair.answer(
        caller,
        contactId,
        userId,
        directories.get(),
        owners,
        Refusal.NO_SUCH_CONTACT,
        this::askCrm);
  }

  /** One that is hidden from us, or says nothing that can be read, is as good as none. */
  private Reply askCrm(RequestedPair asked) {
    Instant askedAt = clock.instant();
    Optional<SourceRecord> answer = crm.contact(asked.contact()).record();
    Optional<Reply> good =
        answer
            .flatMap(SourceRecord::contact)
            .filter(contact -> maySee(asked, contact.access()))
            .map(contact -> judged(asked, contact, askedAt));
    return good.or(
            () ->
                answer
                    .flatMap(SourceRecord::access)
                    .filter(said -> maySee(asked, said.access()))
                    .map(said -> bad(asked, said, askedAt)))
        .orElse(Reply.refused(Refusal.NO_SUCH_CONTACT));
  }

  private boolean maySee(RequestedPair asked, Access access) {
    return new Entitlement(
            ContactState.ACTIVE, access, Set.of(), asked.directory(), settings.audience())
        .mayView(asked.user());
  }

  /** Who is to have it is obeyed, as on a page; nothing is written from it (R6). */
  private Reply bad(RequestedPair asked, AccessPart said, Instant askedAt) {
    record.recordAccess(asked.contact(), said, askedAt, UnaryOperator.identity());
    return Reply.refused(new Refusal(Refusal.Category.NOT_ACTIONABLE, BAD_RECORD));
  }

  private Reply judged(RequestedPair asked, CrmContact contact, Instant askedAt) {
    Reading reading = Reading.of(contact, askedAt);
    Optional<NotActionable> rejection =
        Eligibility.rejection(reading.contactState(), reading.fields());
    return rejection
        .map(why -> Reply.refused(new Refusal(Refusal.Category.NOT_ACTIONABLE, detail(why))))
        .orElseGet(() -> accept(asked, contact, askedAt));
  }

  /** The message goes last: it must find everything that it is about. */
  private Reply accept(RequestedPair asked, CrmContact contact, Instant askedAt) {
    SyncRequest request =
        asked.request(ids.get(), SyncRequest.Kind.SYNC_TO_OUTLOOK, clock.instant());
    lists.add(asked.id());
    requests.put(request);
    requests.keepOpen(OpenRequest.ofPairs(request, asked.user(), Set.of(asked.contact())));
    ask.mark(asked);
    record.recordOne(
        asked.contact(),
        Optional.of(contact),
        askedAt,
        message ->
            message.user().equals(asked.user())
                ? message.forRequest(request.requestId())
                : message);
    queue.sendPairs(List.of(asked.message(request.requestId())), Lane.NOW);
    return Reply.accepted(new RequestState(request, List.of()));
  }

  private static String detail(NotActionable why) {
    return switch (why) {
      case OTHER_KIND -> why.code() + ": only persons are synchronised.";
      case INACTIVE -> why.code() + ": the contact is not active in the CRM.";
      case DECEASED -> why.code() + ": the contact's name says so.";
      case NAME_MISSING -> why.code() + ": the contact has neither a first nor a last name.";
      case EMAIL_MALFORMED -> why.code() + ": no mail can be sent to the contact's e-mail address.";
      case MATCH_AMBIGUOUS -> why.code() + ": several contacts of the user's have its e-mail.";
    };
  }
}
