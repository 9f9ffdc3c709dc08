package io.crmsync.domain.mailbox;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we know of a user's mailbox.
 *
 * @param address where it was last written to; empty: never
 * @param identity which mailbox answered there, and which did before (R22)
 * @param epoch orders the user's mailboxes: grows when it becomes another mailbox (R22), to the
 *     minute of then since 1970, so that it grows even if this row was lost meanwhile
 * @param former earlier mailboxes by epoch, as far as copies may still be there
 * @param folderName the value of SYNC_FOLDER that the folder was found or made for
 * @param folder its id; empty: not known
 * @param trusted the folders in which copies were written while it was only believed that they are
 *     there, until that is confirmed
 * @param notBefore the mailbox was throttled: nothing is sent before then
 * @param parked why nothing is written there now; empty: it is in use
 * @param toWake whether the user's pairs are still to be queued because it is another mailbox
 * @param catchingUp whether the user's pairs were queued together since a night last found none of
 *     them open: a message may be lost (R19)
 * @param refusals what it refused in a row; empty: what was sent last was taken
 */
public record MailboxState(
    UserId user,
    Optional<MailboxAddress> address,
    MailboxIdentity identity,
    int epoch,
    Map<Integer, MailboxAddress> former,
    String folderName,
    Optional<FolderId> folder,
    Map<FolderId, TrustedFolder> trusted,
    Optional<Instant> notBefore,
    Optional<Parked> parked,
    boolean toWake,
    boolean catchingUp,
    Optional<RefusalStreak> refusals) {

  /**
   * A mailbox that is left alone for a time.
   *
   * @param pause how long until the next try after this one fails, 1 to 24 hours
   */
  public record Parked(Why why, Instant since, Instant nextTry, Duration pause) {
    /** Whether it is so until the CRM tells otherwise. */
    public boolean endsInCrm() {
      return why.is(Reason.MAILBOX_TWICE) || why.is(Reason.MAILBOX_UNKNOWN);
    }

    /** The same, to be tried again at once. */
    public Parked dueBy(Instant now) {
      return new Parked(why, since, nextTry.isBefore(now) ? nextTry : now, pause);
    }
  }

  /** In minutes. */
  private static final int CLOCKS_DIFFER = 5;

  public MailboxState {
    former = Map.copyOf(former);
    trusted = Map.copyOf(trusted);
  }

  public static MailboxState unknown(UserId user) {
    return new MailboxState(
        user,
        Optional.empty(),
        MailboxIdentity.UNKNOWN,
        0,
        Map.of(),
        "",
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  /**
   * Which mailbox of the user's had this epoch. A row that was lost, and begun anew, counts from an
   * earlier epoch on.
   *
   * @return empty: nothing is known of it any more, or it is no more
   */
  public Optional<MailboxAddress> addressIn(int earlierEpoch) {
    return began(earlierEpoch).map(former::get);
  }

  /** The default folder's id of that mailbox, if it was ever asked. */
  public Optional<FolderId> identityIn(int earlierEpoch) {
    return began(earlierEpoch).map(identity.earlier()::get);
  }

  /**
   * The epochs of the former mailboxes in which something may have been made then, by a clock that
   * may be some minutes apart from the one that ordered them.
   */
  public Set<Integer> formerAround(Instant then) {
    int minute = Math.toIntExact(then.getEpochSecond() / 60);
    if (minute - CLOCKS_DIFFER > epoch) {
      return Set.of();
    }
    return Stream.of(minute - CLOCKS_DIFFER, minute + CLOCKS_DIFFER)
        .flatMap(at -> began(at).stream())
        .filter(former::containsKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it was last written to at this address. */
  public boolean isAt(MailboxAddress place) {
    return address.filter(place::sameAs).isPresent();
  }

  /**
   * Whether the mailbox of that earlier epoch is the present one, come back. One of which nothing
   * is known any more, because its row was lost, may be: what is looked for there is found or not.
   */
  public boolean cameBack(int earlierEpoch) {
    return identityIn(earlierEpoch)
        .filter(id -> identity.present().isPresent())
        .map(identity::is)
        .orElseGet(() -> addressIn(earlierEpoch).map(this::isAt).orElse(true));
  }

  /**
   * The pair as seen from the present mailbox: what was in an earlier one is a former copy, and
   * what was in one that is no more is nowhere.
   */
  public Pair seen(Pair stored) {
    Pair here = stored.inMailbox(epoch);
    return here.withFormer(
        here.former().stream().filter(link -> !isGone(link.mailboxEpoch())).toList());
  }

  private boolean isGone(int earlierEpoch) {
    return began(earlierEpoch).filter(identity.gone()::contains).isPresent();
  }

  /** When the earlier mailbox began in which a copy of this epoch lay. */
  private Optional<Integer> began(int earlierEpoch) {
    TreeSet<Integer> begun = new TreeSet<>(former.keySet());
    begun.addAll(identity.gone());
    return Optional.ofNullable(begun.floor(earlierEpoch));
  }

  /**
   * What is known once the mailbox at an address has told its default folder's id (R22): whether it
   * is the same one, perhaps renamed, another one, or one that was made anew behind its address.
   *
   * @param folderAnswers whether our folder is there: asked where no id is known, and the address
   *     has changed
   */
  public MailboxState met(
      MailboxAddress place, FolderId defaultFolder, boolean folderAnswers, Instant now) {
    boolean asked = identity.present().isPresent();
    boolean same = asked ? identity.is(defaultFolder) : address.isEmpty() || isAt(place);
    if (same || (!asked && folderAnswers)) {
      return (isAt(place) ? this : at(place)).as(defaultFolder);
    }
    return (isAt(place) ? madeAnew(now) : movedTo(place, now)).as(defaultFolder);
  }

  private MailboxState as(FolderId defaultFolder) {
    return with(draft -> draft.identity = identity.as(defaultFolder));
  }

  public MailboxState at(MailboxAddress newAddress) {
    return with(draft -> draft.address = Optional.of(newAddress));
  }

  /** Another mailbox: nothing is known of it, and the old one is remembered (R22). */
  public MailboxState movedTo(MailboxAddress newAddress, Instant now) {
    Map<Integer, MailboxAddress> left = new HashMap<>(former);
    address.ifPresent(old -> left.put(epoch, old));
    return another(now)
        .with(
            draft -> {
              draft.address = Optional.of(newAddress);
              draft.identity = identity.left(epoch);
              draft.former = left;
            });
  }

  /**
   * Another mailbox behind the same address: nothing is known of it, and the old one is no more.
   */
  private MailboxState madeAnew(Instant now) {
    return another(now).with(draft -> draft.identity = identity.lost(epoch));
  }

  private MailboxState another(Instant now) {
    return with(
        draft -> {
          draft.epoch = Math.max(epoch + 1, Math.toIntExact(now.getEpochSecond() / 60));
          draft.folderName = "";
          draft.folder = Optional.empty();
          draft.trusted = Map.of();
          draft.notBefore = Optional.empty();
          draft.parked = Optional.empty();
          draft.refusals = Optional.empty();
          draft.toWake = true;
        });
  }

  /** All pairs of the user were queued since it became another mailbox. */
  public MailboxState woken() {
    return with(
        draft -> {
          draft.toWake = false;
          draft.catchingUp = true;
        });
  }

  /** None of the pairs that were queued together is open any more. */
  public MailboxState caughtUp() {
    return with(draft -> draft.catchingUp = false);
  }

  public MailboxState withFolder(String name, FolderId id) {
    return with(
        draft -> {
          draft.folderName = name;
          draft.folder = Optional.of(id);
        });
  }

  public MailboxState withoutFolder() {
    return with(
        draft -> {
          draft.folderName = "";
          draft.folder = Optional.empty();
        });
  }

  /** From now on copies are written in this folder on trust. */
  public MailboxState trusting(FolderId where, TrustedFolder trust) {
    Map<FolderId, TrustedFolder> all = new HashMap<>(trusted);
    all.merge(where, trust, (one, other) -> one.until().isAfter(other.until()) ? one : other);
    return with(draft -> draft.trusted = all);
  }

  /** Of these it is known now; what was noted since stays. */
  public MailboxState confirmed(Map<FolderId, TrustedFolder> known) {
    Map<FolderId, TrustedFolder> left = new HashMap<>(trusted);
    left.entrySet().removeAll(known.entrySet());
    return with(draft -> draft.trusted = left);
  }

  /** Nothing is sent before then, nor before what was asked for earlier. */
  public MailboxState throttledUntil(Instant until) {
    Optional<Instant> later = notBefore.filter(until::isBefore).or(() -> Optional.of(until));
    return with(draft -> draft.notBefore = later);
  }

  /** What is sent for this contact is refused with this code. */
  public MailboxState refusing(ContactId contact, String code) {
    RefusalStreak run =
        refusals
            .map(before -> before.and(code, contact))
            .orElseGet(() -> RefusalStreak.begun(code, contact));
    return with(draft -> draft.refusals = Optional.of(run));
  }

  /** It took what was sent. */
  public MailboxState accepting() {
    return with(draft -> draft.refusals = Optional.empty());
  }

  public MailboxState parkedFor(Parked why) {
    return with(draft -> draft.parked = Optional.of(why));
  }

  /** Parked no more, and its unfinished pairs are queued. */
  public MailboxState inUse() {
    return with(
        draft -> {
          draft.parked = Optional.empty();
          draft.catchingUp = true;
        });
  }

  private MailboxState with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new MailboxState(
        user,
        draft.address,
        draft.identity,
        draft.epoch,
        draft.former,
        draft.folderName,
        draft.folder,
        draft.trusted,
        draft.notBefore,
        draft.parked,
        draft.toWake,
        draft.catchingUp,
        draft.refusals);
  }

  /** The parts that change, while one is being changed. */
  private static final class Draft {
    private Optional<MailboxAddress> address;
    private MailboxIdentity identity;
    private int epoch;
    private Map<Integer, MailboxAddress> former;
    private String folderName;
    private Optional<FolderId> folder;
    private Map<FolderId, TrustedFolder> trusted;
    private Optional<Instant> notBefore;
    private Optional<Parked> parked;
    private boolean toWake;
    private boolean catchingUp;
    private Optional<RefusalStreak> refusals;

    private Draft(MailboxState state) {
      address = state.address;
      identity = state.identity;
      epoch = state.epoch;
      former = state.former;
      folderName = state.folderName;
      folder = state.folder;
      trusted = state.trusted;
      notBefore = state.notBefore;
      parked = state.parked;
      toWake = state.toWake;
      catchingUp = state.catchingUp;
      refusals = state.refusals;
    }
  }
}
