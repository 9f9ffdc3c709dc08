package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.snapshot.AskById;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The contact of a stray copy: whether it has left the CRM. Where the snapshot knows nothing of it,
 * the CRM is asked by its id (R23).
 */
final class StrayContact {
  private final AskById ask;
  private final ContactStore contacts;
  private final Clock clock;

  StrayContact(AskById ask, ContactStore contacts, Clock clock) {
    this.ask = ask;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * What is known of it.
   *
   * @param leaves whether the copy is to leave: not if the CRM has the contact and only the
   *     snapshot lacks it, or if it is hidden from us
   * @param tombstone to be written with the removal, so that pages compare it again; empty: the
   *     snapshot knows the contact
   */
  record Finding(boolean leaves, Optional<StoredContact> tombstone, RunCounts counts) {}

  /**
   * Looks it up.
   *
   * @param run with what it counted until now
   * @param lastTry whether no clear answer is an answer: the copy stays
   * @throws CrmUnavailable whether the CRM has it cannot be known now (R17)
   */
  Finding of(ContactId id, Run run, boolean lastTry) {
    if (contacts.find(id).isPresent()) {
      return new Finding(true, Optional.empty(), RunCounts.NONE);
    }
    if (run.counts().hidden().contains(id)) {
      return new Finding(false, Optional.empty(), RunCounts.NONE);
    }
    Instant askedAt = clock.instant();
    AskById.Result answer = ask.of(id, run.counts(), lastTry, words -> {});
    Optional<StoredContact> tombstone =
        switch (answer.kind()) {
          case GONE -> Optional.of(StoredContact.tombstone(id, askedAt));
          case NOT_ASKED -> Optional.of(StoredContact.missing(id, askedAt));
          case FOUND, HIDDEN -> Optional.empty();
          case UNCLEAR -> throw answer.why().orElseThrow();
        };
    return new Finding(tombstone.isPresent(), tombstone, answer.counts());
  }
}
