package io.crmsync.sync.port;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.domain.reason.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What we know of a user's mailbox.
 *
 * @param address where it was last written to; empty: never
 * @param epoch orders the user's mailboxes: grows when the value changes to another mailbox (R22),
 *     to the minute of then since 1970, so that it grows even if this row was lost meanwhile
 * @param former earlier mailboxes by epoch, as far as copies may still be there
 * @param folderName the value of SYNC_FOLDER that the folder was found or made for
 * @param folder its id; empty: not known
 * @param notBefore the mailbox was throttled: nothing is sent before then
 * @param parked why nothing is written there now; empty: it is in use
 * @param toWake whether the user's pairs are still to be queued because it is another mailbox
 */
public record MailboxState(
    UserId user,
    Optional<MailboxAddress> address,
    int epoch,
    Map<Integer, MailboxAddress> former,
    String folderName,
    Optional<FolderId> folder,
    Optional<Instant> notBefore,
    Optional<Parked> parked,
    boolean toWake) {

  /**
   * A mailbox that is left alone for a time.
   *
   * @param pause how long until the next try after this one fails, 1 to 24 hours
   */
  public record Parked(Why why, Instant since, Instant nextTry, Duration pause) {
    /** The same, to be tried again at once. */
    public Parked dueBy(Instant now) {
      return new Parked(why, since, nextTry.isBefore(now) ? nextTry : now, pause);
    }
  }

  public MailboxState {
    former = Map.copyOf(former);
  }

  public static MailboxState unknown(UserId user) {
    return new MailboxState(
        user,
        Optional.empty(),
        0,
        Map.of(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * Which mailbox of the user's had this epoch. A row that was lost, and begun anew, counts from an
   * earlier epoch on.
   *
   * @return empty: nothing is known of it any more
   */
  public Optional<MailboxAddress> addressIn(int earlierEpoch) {
    return Optional.ofNullable(new TreeMap<>(former).floorEntry(earlierEpoch))
        .map(Map.Entry::getValue);
  }

  /** Whether it was last written to at this address. */
  public boolean isAt(MailboxAddress place) {
    return address.filter(place::sameAs).isPresent();
  }

  /** Whether the mailbox of that earlier epoch is the present one, come back. */
  public boolean cameBack(int earlierEpoch) {
    return addressIn(earlierEpoch).filter(this::isAt).isPresent();
  }

  public MailboxState at(MailboxAddress newAddress) {
    return new MailboxState(
        user,
        Optional.of(newAddress),
        epoch,
        former,
        folderName,
        folder,
        notBefore,
        parked,
        toWake);
  }

  /** Another mailbox: nothing is known of it, and the old one is remembered (R22). */
  public MailboxState movedTo(MailboxAddress newAddress, Instant now) {
    Map<Integer, MailboxAddress> left = new HashMap<>(former);
    address.ifPresent(old -> left.put(epoch, old));
    return new MailboxState(
        user,
        Optional.of(newAddress),
        Math.max(epoch + 1, Math.toIntExact(now.getEpochSecond() / 60)),
        left,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** All pairs of the user were queued since it became another mailbox. */
  public MailboxState woken() {
    return new MailboxState(
        user, address, epoch, former, folderName, folder, notBefore, parked, false);
  }

  public MailboxState withFolder(String name, FolderId id) {
    return new MailboxState(
        user, address, epoch, former, name, Optional.of(id), notBefore, parked, toWake);
  }

  public MailboxState withoutFolder() {
    return new MailboxState(
        user, address, epoch, former, "", Optional.empty(), notBefore, parked, toWake);
  }

  /** Nothing is sent before then, nor before what was asked for earlier. */
  public MailboxState throttledUntil(Instant until) {
    Optional<Instant> later = notBefore.filter(until::isBefore).or(() -> Optional.of(until));
    return new MailboxState(
        user, address, epoch, former, folderName, folder, later, parked, toWake);
  }

  public MailboxState parkedFor(Parked why) {
    return new MailboxState(
        user, address, epoch, former, folderName, folder, notBefore, Optional.of(why), toWake);
  }

  public MailboxState inUse() {
    return new MailboxState(
        user, address, epoch, former, folderName, folder, notBefore, Optional.empty(), toWake);
  }
}
