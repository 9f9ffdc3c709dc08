package io.crmsync.sync.notice;

import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.run.ChangeNotice.Phase;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;

/**
 * A change notice that is worked on, with the request that it came by.
 *
 * @param failure why it ended without what it was for; empty: it goes on, or did it
 */
public record NoticeTask(ChangeNotice notice, SyncRequest request, String failure) {
  NoticeTask with(ChangeNotice next) {
    return new NoticeTask(next, request, failure);
  }

  NoticeTask failed(String why, Instant now) {
    return new NoticeTask(notice.ended(now), request, why);
  }

  /** Whether its next step decides which removals are carried out, and which are held. */
  public boolean decides() {
    return notice.phase() == Phase.REMOVALS;
  }
}
