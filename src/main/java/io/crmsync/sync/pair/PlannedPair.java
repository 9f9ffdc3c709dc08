package io.crmsync.sync.pair;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Forecast;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import java.util.Optional;

/**
 * A pair's plan and what it was made from.
 *
 * @param pair as seen from the user's present mailbox
 * @param due what is due of the pair; looked for only where a copy may have to leave
 */
public record PlannedPair(
    Plan plan, Pair pair, Desired desired, Entitlement entitlement, Optional<Due> due) {
  /** What the CRM wants of the contact, and the hash of it. */
  public record Desired(FieldValues fields, String contentHash) {}

  /** What would come of the plan. */
  public Forecast forecast() {
    return Forecast.of(plan, desired.fields());
  }

  public String contentHash() {
    return desired.contentHash();
  }

  public PairId id() {
    return pair.id();
  }

  public UserId user() {
    return pair.user();
  }

  public ContactId contact() {
    return pair.contact();
  }

  /** The open one. */
  public Optional<OpenRemoval> removal() {
    return due.flatMap(Due::removal);
  }

  public Optional<Exclusion> exclusion() {
    return entitlement.exclusion(pair.user());
  }

  public boolean excluded() {
    return exclusion().isPresent();
  }

  /** Whether a copy that is not to stay may be removed. */
  boolean released() {
    return excluded()
        && removal().filter(open -> open.state() == OpenRemoval.State.RELEASED).isPresent();
  }
}
