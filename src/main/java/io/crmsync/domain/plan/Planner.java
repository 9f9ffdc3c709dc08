package io.crmsync.domain.plan;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Removal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The order of decision for a pair: may it stay at all (R13, R15, R6), is it actionable (R2 to R4),
 * does it wait for its user (R21), what is to be written (R8 to R12).
 *
 * @param onRequest SYNC_NEW=onRequest (R21)
 * @param removal SYNC_REMOVAL (R16)
 * @param securityRemoval SYNC_REMOVAL_SECURITY (R16)
 */
public record Planner(boolean onRequest, Removal removal, Removal securityRemoval) {
  public Plan plan(PairSituation situation) {
    return situation
        .exclusion()
        .map(why -> withdraw(situation, why))
        .orElseGet(() -> keep(situation));
  }

  private Plan withdraw(PairSituation situation, Exclusion why) {
    Pair pair = situation.pair();
    if (why == Exclusion.OUTSIDE_PILOT) {
      return Plan.skip(why.reason());
    }
    if (!pair.mayHaveCopy()) {
      return Plan.of(Plan.Action.FORGET);
    }
    return situation
        .releasedFor()
        .map(proposedFor -> Plan.remove(why.reason(), how(pair, why, proposedFor)))
        .orElse(Plan.skip(Reason.REMOVAL_NOT_RELEASED));
  }

  /** R16: R6 decides where both apply; what we did not make ourselves goes softly. */
  private Removal how(Pair pair, Exclusion why, Reason proposedFor) {
    // Without a link a lost claim may have adopted, so that nobody knows whose it was.
    boolean ours = pair.link().filter(link -> link.origin() == Link.Origin.CREATED).isPresent();
    boolean security = why == Exclusion.VIEW_SECURITY || proposedFor == Reason.VIEW_SECURITY;
    if (!ours) {
      return Removal.SOFT;
    }
    return pair.removing().orElse(security ? securityRemoval : removal);
  }

  private Plan keep(PairSituation situation) {
    if (!situation.pair().former().isEmpty() && situation.releasedFor().isPresent()) {
      return Plan.of(Plan.Action.REMOVE_FORMER);
    }
    Optional<NotActionable> rejection =
        Eligibility.rejection(situation.contactState(), situation.desired());
    if (rejection.isPresent()) {
      return Plan.skip(rejection.get().reason());
    }
    Pair pair = situation.pair();
    return pair.link().map(link -> linked(situation, link)).orElseGet(() -> unlinked(pair));
  }

  private Plan unlinked(Pair pair) {
    if (!onRequest || pair.asked()) {
      return Plan.of(Plan.Action.FIRST_WRITE);
    }
    return pair.waitsForUser()
        ? Plan.skip(Reason.WAITS_FOR_USER)
        : Plan.of(Plan.Action.FIND_MARKED);
  }

  private static Plan linked(PairSituation situation, Link link) {
    Pair pair = situation.pair();
    Set<Field> changes = EnumSet.noneOf(Field.class);
    changes.addAll(Changes.between(link.base(), situation.desired(), pair.hasher()));
    changes.addAll(pair.unknownWrites().written().keySet()); // Outlook may hold what was sent then
    if (!changes.isEmpty()) {
      return Plan.update(changes);
    }
    boolean maybeRemoved = pair.removing().isPresent();
    return Plan.of(pair.asked() || maybeRemoved ? Plan.Action.ENSURE_PRESENT : Plan.Action.NOTHING);
  }
}
