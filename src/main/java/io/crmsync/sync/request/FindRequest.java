package io.crmsync.sync.request;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Admission;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Kind;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.snapshot.KnownDirectory;
import java.util.Optional;

/** Tells how far a request is: to who made it, to the user it concerns, and to admins. */
public final class FindRequest {
  private final KnownDirectory directories;
  private final RequestStore requests;

  public FindRequest(KnownDirectory directories, RequestStore requests) {
    this.directories = directories;
    this.requests = requests;
  }

  /** Takes who asks and for which request; another's answers exactly as none. */
  public Reply find(Caller caller, String requestId) {
    if (!caller.admin()) {
      Optional<Refusal> refusal = refusal(caller);
      if (refusal.isPresent()) {
        return Reply.refused(refusal.get());
      }
    }
    return Optional.of(requestId)
        .filter(SyncRequest::mayBeId)
        .flatMap(requests::find)
        .filter(request -> caller.admin() || concerns(request, caller))
        .map(this::state)
        .map(Reply::accepted)
        .orElse(Reply.refused(Refusal.NO_SUCH_REQUEST));
  }

  private RequestState state(SyncRequest request) {
    String id = request.requestId();
    return switch (request.kind()) {
      case SYNC_TO_OUTLOOK, STOP, SELECTION -> new RequestState(request, requests.results(id));
      case CONTACT_CHANGES -> changes(id);
    };
  }

  /** The notice is read first: once it has ended, the request says how many pairs there are. */
  private RequestState changes(String id) {
    Optional<ChangeNotice> notice = requests.notice(id).map(Versioned::value);
    return new RequestState(requests.find(id).orElseThrow(), requests.results(id), notice);
  }

  private Optional<Refusal> refusal(Caller caller) {
    if (caller.kind() == Kind.APPLICATION) {
      return Admission.READING.refusal(caller);
    }
    return caller.userIn(directories.get()).isPresent()
        ? Optional.empty()
        : Optional.of(Refusal.NO_CRM_USER);
  }

  private boolean concerns(SyncRequest request, Caller caller) {
    Directory directory = directories.get();
    boolean hers =
        caller
            .userIn(directory)
            .map(CrmUser::id)
            .filter(id -> request.user().equals(Optional.of(id)))
            .isPresent();
    return hers || caller.nameIn(directory).equals(Optional.of(request.requester()));
  }
}
