package io.crmsync.sync.notice;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Admission;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.SyncRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the CRM's notice that contacts changed. Answered at once, whether or not the CRM can be
 * reached: it is written down and queued, and all reading happens behind it.
 */
public final class AcceptNotice {
  private final RequestStore requests;
  private final JobQueue queue;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * Takes its ports.
   *
   * @param ids gives a new request id each time
   */
  public AcceptNotice(RequestStore requests, JobQueue queue, Clock clock, Supplier<String> ids) {
    this.requests = requests;
    this.queue = queue;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Accepts a notice. Repeating it is harmless.
   *
   * @param contacts 1 to 1000
   * @throws io.crmsync.sync.port.StorageUnavailable it is not certain that it was queued
   */
  public Reply accept(Caller caller, NavigableSet<ContactId> contacts) {
    Optional<Refusal> notAdmitted = Admission.BACK_END.refusal(caller);
    if (notAdmitted.isPresent()) {
      return Reply.refused(notAdmitted.get());
    }
    SyncRequest request =
        new SyncRequest(
            ids.get(),
            SyncRequest.Kind.CONTACT_CHANGES,
            caller.applicationName(),
            Optional.empty(),
            Optional.empty(),
            0,
            clock.instant(),
            "");
    ChangeNotice notice = ChangeNotice.of(request.requestId(), contacts);
    requests.writeNotice(Versioned.fresh(notice));
    requests.put(request);
    requests.keepOpen(List.of(OpenRequest.notice(request)));
    queue.sendChanges(StepMessage.first(request.requestId()), Duration.ZERO);
    return Reply.accepted(new RequestState(request, List.of(), Optional.of(notice)));
  }
}
