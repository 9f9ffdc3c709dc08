package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps two workers off one pair: a claim in the pair's row has an owner and an end. Every request
 * that changes a mailbox is sent under a claim, and what it did is written before the claim goes.
 */
public final class PairClaims {
  /** How long a claim lasts; a mailbox request is capped at 30 seconds. */
  public static final Duration LENGTH = Duration.ofMinutes(8);

  /**
   * No request starts with less than this left of its claim: another instance, whose clock may be
   * three minutes ahead, must not take it over while a request is under way.
   */
  static final Duration RESERVE = Duration.ofMinutes(4);

  private final PairStore pairs;
  private final Clock clock;
  private final Supplier<String> ids;

  PairClaims(PairStore pairs, Clock clock, Supplier<String> ids) {
    this.pairs = pairs;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Claims a pair as it was read, and begins an attempt at it. The claim says what may come of the
   * plan, and of what earlier workers left: that is believed of the pair if nobody tells how the
   * attempt ended.
   *
   * @param urgent whether a person waits for it
   * @throws StaleWrite someone was faster
   */
  Attempt begin(Versioned<Pair> read, PlannedPair planned, MailboxSession session, boolean urgent) {
    Pair pair = read.value();
    Instant began = clock.instant();
    UnknownWrites mayCome =
        planned.plan().mayCome(planned.desired().fields(), pair.hasher(), began);
    OpenWrites open = new OpenWrites(pair.claim(), mayCome, began);
    Claim claim = new Claim(ids.get(), clock.instant().plus(LENGTH), open.atMost());
    Versioned<Pair> claimed = write(read.with(pair.claimedBy(claim)));
    return new Attempt(this, session, planned, open, claimed, began, urgent);
  }

  /**
   * Writes what became of a claimed pair. If the pair was queued or asked for again meanwhile, that
   * stays, and the pair stays open: its message is on its way.
   *
   * @return the pair as stored; as claimed if the claim was taken over by another
   */
  Versioned<Pair> settle(Versioned<Pair> claimed, UnaryOperator<Pair> result) {
    Versioned<Pair> plan = claimed;
    while (true) {
      try {
        return write(plan.with(merged(result.apply(claimed.value()), claimed, plan)));
      } catch (StaleWrite e) {
        plan = pairs.find(claimed.value().id());
        if (!plan.value().claim().equals(claimed.value().claim())) {
          return claimed;
        }
      }
    }
  }

  /** Deletes a claimed pair that begins anew, unless it was queued again meanwhile. */
  void forget(Versioned<Pair> claimed) {
    try {
      pairs.delete(claimed);
    } catch (StaleWrite e) {
      settle(claimed, Pair::begunAnew);
    }
  }

  /** Whether a request may still start under the claim. */
  boolean timeLeft(Pair claimed) {
    return claimed
        .claim()
        .filter(claim -> clock.instant().plus(RESERVE).isBefore(claim.until()))
        .isPresent();
  }

  private Versioned<Pair> write(Versioned<Pair> pair) {
    Version version = pairs.write(pair);
    return new Versioned<>(pair.value(), version);
  }

  private static Pair merged(Pair result, Versioned<Pair> claimed, Versioned<Pair> now) {
    boolean queuedSince = !now.value().wanted().equals(claimed.value().wanted());
    Pair merged = queuedSince ? result.wanting(now.value().wanted()) : result;
    boolean askedSince = now.value().asked() && !claimed.value().asked();
    return askedSince ? merged.askedFor() : merged;
  }
}
