package io.crmsync.sync.dryrun;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.MailboxContents;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.ReportedPair.ToSettle;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a user's reported pairs once it is known what the mailbox holds: create or adopt,
 * update or recreate, remove or nothing. Pure, but for folders that are read when first asked for.
 */
public final class RefinedPairs {
  /** A copy with our mark, of which the tables know nothing: what differs is sent (R12). */
  private static final Why FOUND_BY_MARK = Why.of(Reason.FOUND_BY_MARK);

  /** The user deleted the copy: there is nothing to remove (R16). */
  private static final Why NOTHING_TO_REMOVE = Why.of(Reason.REMOVED_IN_OUTLOOK);

  private final MailboxContents contents;
  private final Map<ContactId, Pair> pairs;
  private final Set<OutlookId> adopted = new HashSet<>();

  /** Takes the user's pairs as seen from the present mailbox. */
  RefinedPairs(MailboxContents contents, Map<ContactId, Pair> pairs) {
    this.contents = contents;
    this.pairs = pairs;
  }

  /** Settles one; empty: there would be nothing to do. In order of contact, each once. */
  Optional<ReportedPair> of(ReportedPair reported) {
    return reported
        .toSettle()
        .map(open -> settled(reported, open, Optional.ofNullable(pairs.get(reported.contact()))))
        .orElse(Optional.of(reported));
  }

  private Optional<ReportedPair> settled(ReportedPair row, ToSettle open, Optional<Pair> pair) {
    Optional<Link> link = pair.flatMap(Pair::link);
    boolean missing = link.filter(contents::misses).isPresent();
    return switch (open.question()) {
      case WHICH_COPY -> {
        boolean claimLost = pair.flatMap(Pair::claim).isPresent();
        yield Optional.of(written(row, open, claimLost, Effect.CREATE));
      }
      case MARKED_COPY -> Optional.of(onlyMarked(row, open, pair.flatMap(Pair::claim).isPresent()));
      case STILL_THERE -> Optional.of(missing ? written(row, open, true, Effect.RECREATE) : row);
      case ASKED_FOR_IS_THERE ->
          missing ? Optional.of(written(row, open, true, Effect.RECREATE)) : Optional.empty();
      case ANYTHING_TO_REMOVE ->
          Optional.of(anythingToRemove(row, pair, missing) ? row : nothing(row));
    };
  }

  private ReportedPair written(
      ReportedPair row, ToSettle open, boolean everywhere, Effect ifNotFound) {
    Matching.Match match = contents.match(row.contact(), open.email(), everywhere);
    return switch (match.kind()) {
      case MARKED -> row.as(Effect.UPDATE, open.all(), Optional.of(FOUND_BY_MARK));
      case ADOPTABLE ->
          adopted.add(match.entry().orElseThrow().id())
              ? row.as(Effect.ADOPT, open.all(), row.why())
              : row.as(ifNotFound, open.all(), row.why());
      case AMBIGUOUS -> row.left(Why.of(Reason.MATCH_AMBIGUOUS));
      case NONE -> row.as(ifNotFound, open.all(), row.why());
    };
  }

  private ReportedPair onlyMarked(ReportedPair row, ToSettle open, boolean everywhere) {
    boolean found = contents.match(row.contact(), "", everywhere).kind() == Matching.Kind.MARKED;
    return found
        ? row.as(Effect.UPDATE, open.all(), Optional.of(FOUND_BY_MARK))
        : row.left(Why.of(Reason.WAITS_FOR_USER));
  }

  /** After a lost claim, and in an earlier mailbox, a copy may be where nobody looked. */
  private boolean anythingToRemove(ReportedPair row, Optional<Pair> pair, boolean missing) {
    boolean linkedCopy = pair.flatMap(Pair::link).isPresent() && !missing;
    boolean elsewhere =
        pair.filter(known -> known.claim().isPresent() || !known.former().isEmpty()).isPresent();
    return linkedCopy || elsewhere || contents.marked(row.contact());
  }

  private static ReportedPair nothing(ReportedPair row) {
    return row.left(NOTHING_TO_REMOVE);
  }
}
