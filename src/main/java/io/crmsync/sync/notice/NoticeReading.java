package io.crmsync.sync.notice;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ChangeNotice;
import io.crmsync.sync.port.ChangeNotice.Phase;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.FeedRecord;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.snapshot.RecordContacts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the contacts of a change notice from the CRM, one by one, and records them. A contact that
 * the CRM denies is only noted at first, and asked for again when it is known how many it denies.
 */
public final class NoticeReading {
  private static final int AT_ONCE = 50;
  private static final int TRIES = 5;

  private final CrmFeed crm;
  private final RecordContacts record;
  private final RequestStore requests;
  private final Clock clock;

  public NoticeReading(CrmFeed crm, RecordContacts record, RequestStore requests, Clock clock) {
    this.crm = crm;
    this.record = record;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * How far the step came.
   *
   * @param obstacle why the CRM said nothing of the contact after the cursor; empty: it did
   */
  record Progress(ChangeNotice notice, Optional<NoAnswer> obstacle) {}

  /** Reads the next ones, in order of their ids. */
  Progress some(ChangeNotice notice) {
    ChangeNotice done = notice;
    for (ContactId id : notice.rest().stream().limit(AT_ONCE).toList()) {
      try {
        done = one(done, id);
      } catch (CrmUnavailable e) {
        return new Progress(done, Optional.of(NoAnswer.of(e)));
      } catch (CrmBroken e) {
        return new Progress(done, Optional.of(NoAnswer.of(e)));
      }
    }
    return new Progress(done, Optional.empty());
  }

  /**
   * Somebody who asked the CRM earlier may write the row at the same moment, or one who asked later
   * may be gone before the pairs concerned were queued: then once more.
   */
  private ChangeNotice one(ChangeNotice notice, ContactId id) {
    for (int i = 0; i < TRIES; i++) {
      Instant askedAt = clock.instant();
      Optional<FeedRecord> answer = crm.contact(id);
      if (answer.filter(read -> read.contact().isEmpty()).isPresent()) {
        return notice.unread(id, "badRecord: " + answer.get().defect());
      }
      if (answer.isEmpty() && notice.phase() == Phase.CONTACTS) {
        return notice.without(id);
      }
      if (recorded(notice.requestId(), id, answer.flatMap(FeedRecord::contact), askedAt)) {
        return notice.recorded(id);
      }
    }
    throw new StaleWrite("contact " + id);
  }

  private boolean recorded(
      String requestId, ContactId id, Optional<CrmContact> answer, Instant askedAt) {
    Optional<StoredContact> row =
        record.recordAll(id, answer, askedAt, messages -> counted(requestId, id, messages));
    return row.filter(stored -> stored.readAt().isBefore(askedAt) || stored.pending()).isEmpty();
  }

  /** The request waits for them before any of them can end. */
  private List<PairMessage> counted(String requestId, ContactId id, List<PairMessage> messages) {
    Set<UserId> users = messages.stream().map(PairMessage::user).collect(Collectors.toSet());
    if (!users.isEmpty()) {
      requests.expect(requestId, id, users);
    }
    return messages.stream().map(message -> message.forRequest(requestId)).toList();
  }
}
