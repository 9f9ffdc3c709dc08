package io.crmsync.sync.notice;

import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.run.ChangeNotice.Phase;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.snapshot.RecordContacts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the contacts of a change notice from the CRM, one by one, and records them. A contact that
 * the CRM denies is only noted at first, and asked for again when it is known how many it denies.
 */
public final class NoticeReading {
  private static final int AT_ONCE = 50;
  private static final int TRIES = 5;
  private static final int CRM_IS_SILENT = 3;

  private final CrmSource crm;
  private final RecordContacts record;
  private final RequestStore requests;
  private final Clock clock;

  public NoticeReading(CrmSource crm, RecordContacts record, RequestStore requests, Clock clock) {
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
  record ReadSoFar(ChangeNotice notice, Optional<CrmUnavailable> obstacle) {}

  /**
   * Reads the next ones, in order of their ids.
   *
   * @param impatient whether one of which nothing clear is said is given up, and the next one is
   *     asked for (R23); three in a row are the CRM itself
   */
  ReadSoFar some(ChangeNotice notice, boolean impatient) {
    ChangeNotice done = notice;
    int unclear = 0;
    for (ContactId id : notice.rest().stream().limit(AT_ONCE).toList()) {
      ReadSoFar asked = asked(done, id);
      Optional<CrmUnavailable> obstacle = asked.obstacle();
      if (obstacle.isEmpty()) {
        done = asked.notice();
        unclear = 0;
      } else if (impatient && !obstacle.get().signInFailed() && unclear + 1 < CRM_IS_SILENT) {
        done = done.unread(id, obstacle.get().what());
        unclear++;
      } else {
        return asked;
      }
    }
    return new ReadSoFar(done, Optional.empty());
  }

  private ReadSoFar asked(ChangeNotice notice, ContactId id) {
    try {
      return new ReadSoFar(one(notice, id), Optional.empty());
    } catch (CrmUnavailable e) {
      return new ReadSoFar(notice, Optional.of(e));
    } catch (CrmBroken e) {
      return new ReadSoFar(notice, Optional.of(new CrmUnavailable(e.what(), Optional.empty())));
    }
  }

  /**
   * Somebody who asked the CRM earlier may write the row at the same moment, or one who asked later
   * may be gone before the pairs concerned were queued: then once more.
   */
  private ChangeNotice one(ChangeNotice notice, ContactId id) {
    for (int i = 0; i < TRIES; i++) {
      Instant askedAt = clock.instant();
      Lookup answer = crm.contact(id);
      Optional<SourceRecord> bad = answer.record().filter(read -> read.contact().isEmpty());
      if (bad.isPresent() && bad.get().access().isEmpty()) {
        return notice.unread(id, ChangeNotice.BAD_RECORD + bad.get().defect());
      }
      if (answer.kind() == Lookup.Kind.HIDDEN) {
        return notice.unread(id, ChangeNotice.HIDDEN + "the CRM does not show it to us");
      }
      if (answer.kind() == Lookup.Kind.GONE && notice.phase() == Phase.CONTACTS) {
        return notice.without(id);
      }
      if (recorded(notice.requestId(), id, answer, askedAt)) {
        return bad.map(read -> notice.unread(id, ChangeNotice.BAD_FIELDS + read.defect()))
            .orElseGet(() -> notice.recorded(id));
      }
    }
    throw new StaleWrite("contact " + id);
  }

  private boolean recorded(String requestId, ContactId id, Lookup answer, Instant askedAt) {
    UnaryOperator<List<PairMessage>> tagged = messages -> counted(requestId, id, messages);
    Optional<AccessPart> access = answer.record().flatMap(SourceRecord::access);
    Optional<StoredContact> row =
        access.isPresent()
            ? record.recordAccess(id, access.get(), askedAt, tagged)
            : record.recordAll(id, answer.record().flatMap(SourceRecord::contact), askedAt, tagged);
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
