package io.crmsync.domain.pair;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.patch.UnknownWrites;
import java.time.Duration;
import java.time.Instant;

/**
 * One worker's right to change the copy of a pair, until it ends. A claim that ended without being
 * given back means that a request may have been carried out without our knowing: whoever takes it
 * over searches by mark first.
 *
 * @param owner a random id of the invocation
 * @param unknownWrites what requests under it, and under lost claims before it, may have done
 */
public record Claim(String owner, Instant until, UnknownWrites unknownWrites) {
  /** How long after the end of a claim a create that was sent under it may still show. */
  private static final Duration SHOWS_AFTER = Duration.ofMinutes(9);

  /** Less than from one night to the next. */
  private static final Duration REMEMBERED = Duration.ofHours(12);

  /**
   * Our clock against Exchange's. Both are set over the network and seconds apart; further than
   * this, and neither would be let in by Entra, whose tickets bear no more.
   */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** One under which nothing is sent that would have to be remembered. */
  public Claim(String owner, Instant until) {
    this(owner, until, UnknownWrites.NOTHING);
  }

  /** One that ended then without saying how: whoever takes it over searches by mark first. */
  public static Claim lost(Instant then, UnknownWrites unknownWrites) {
    return new Claim("lost", then, unknownWrites);
  }

  public boolean live(Instant now) {
    return now.isBefore(until);
  }

  /**
   * By when whatever was sent under it has been carried out and can be found, as far as is known;
   * for workers whose clocks are minutes apart, too.
   */
  public Instant quietFrom() {
    return until.plus(SHOWS_AFTER);
  }

  /**
   * Whether the recheck is due: to search once more whether a create came true that nobody heard
   * of. Until then the claim stays, whatever else is done to the pair.
   */
  public boolean recheckDue(Instant now) {
    return unknownWrites.creatingSince().isPresent() && !now.isBefore(quietFrom());
  }

  /**
   * Whether a create that nobody heard of is so recent that its pair is not forgotten, though
   * nothing was found: should the search lag for longer than we know of, the next night finds it.
   */
  public boolean isRemembered(Instant now) {
    return unknownWrites
        .creatingSince()
        .filter(since -> now.isBefore(since.plus(REMEMBERED)))
        .isPresent();
  }

  /**
   * Whether a contact may be the copy that nobody heard of. Users copy contacts, mark and all: what
   * was there before the create began, or came after it can have shown, is theirs.
   */
  public boolean mayHaveMade(FolderEntry entry) {
    Instant latest = quietFrom().plus(CLOCKS_DIFFER);
    return unknownWrites
        .creatingSince()
        .filter(since -> !entry.created().isBefore(since.minus(CLOCKS_DIFFER)))
        .filter(since -> !entry.created().isAfter(latest))
        .isPresent();
  }
}
