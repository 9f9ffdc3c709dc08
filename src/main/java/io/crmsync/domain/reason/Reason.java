package io.crmsync.domain.reason;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed list of reasons: for what becomes of a pair, why a mailbox is left alone, why an
 * attempt comes later. Each has its words on the page; a new one is asked for by every switch that
 * chooses words.
 */
public enum Reason {
  // Not actionable (R2 to R4, R8).
  OTHER_KIND("otherKind"),
  INACTIVE("inactive"),
  DECEASED("deceased"),
  NAME_MISSING("nameMissing"),
  EMAIL_MALFORMED("emailMalformed"),
  MATCH_AMBIGUOUS("matchAmbiguous"),

  // The user may not have the contact (R2, R3, R5, R6, R13).
  OUTSIDE_PILOT("outsidePilot"),
  DELETED("deleted"),
  VIEW_SECURITY("viewSecurity"),
  KIND("kind"),
  CONTACT_INACTIVE("contactInactive"),
  USER_INACTIVE("userInactive"),
  NOT_COVERED("notCovered"),

  // Where a removal stands (R8, R16, R18, R22).
  REMOVAL_NOT_RELEASED("removalNotReleased"),
  /** Its detail says in words what the guard objects to. */
  REMOVAL_HELD("removalHeld"),
  /** An admin decided that the copy stays. */
  DISCARDED("discarded"),
  /** The copy carries the mark, and no table knows of it. */
  STRAY_COPY("strayCopy"),
  /** The user deleted the copy: nothing is left to remove. */
  REMOVED_IN_OUTLOOK("removedInOutlook"),
  /** A copy in an earlier mailbox was removed; the pair itself is still to be reconciled. */
  FORMER_COPY_LEFT("formerCopyLeft"),
  UNINSTALL("uninstall"),
  UNMARK("unmark"),
  /** The app was told to leave the mailboxes. */
  UNINSTALLED("uninstalled"),

  // What its user asked for (R14, R21).
  /** It waits until its user asks for it. */
  WAITS_FOR_USER("new"),
  ASKED("asked"),
  /** No longer on the list, but on the coverage team: the copy stays. */
  COVERED("covered"),
  /** None such, or none that the user is to have: the two answer alike. */
  NO_SUCH_CONTACT("noSuchContact"),

  // The mailbox as a whole (R22).
  MAILBOX_TWICE("mailboxTwice"),
  MAILBOX_UNKNOWN("mailboxUnknown"),
  MAILBOX_MISSING("mailboxMissing"),
  OUT_OF_SCOPE("outOfScope"),
  MAILBOX_FULL("mailboxFull"),
  /** It exists, and does not let itself be opened. */
  MAILBOX_UNAVAILABLE("mailboxUnavailable"),
  /** The user has another mailbox than before. */
  MAILBOX_CHANGED("mailboxChanged"),
  MAILBOX_MOVING("mailboxMoving"),
  /** A dry run could not ask it. */
  MAILBOX_NOT_READ("mailboxNotRead"),

  // The service's answers.
  /** Its detail is the service's own code, or ours for what cannot be sent. */
  REFUSED("refused"),
  THROTTLED("throttled"),
  NO_ANSWER("noAnswer"),
  /** A request was sent that may have been carried out: its claim runs out first. */
  OUTCOME_UNKNOWN("outcomeUnknown"),
  FOUND_BY_MARK("foundByMark"),

  // Nobody's refusal, only bad luck.
  /** Somebody else works on the pair, or on what it depends on. */
  CLAIMED("claimed"),
  /** Somebody else wrote the pair's row. */
  CHANGED_MEANWHILE("changedMeanwhile"),
  /** Too little was left of the claim to send another request. */
  CLAIM_RAN_OUT("claimRanOut"),
  /** What was found in the mailbox was gone, or another, a moment later. */
  COPY_VANISHED("copyVanished"),
  /** The folders of the mailbox were asked for a moment ago: they are asked again later. */
  FOLDERS_TRUSTED("foldersTrusted"),
  /** As many requests to the mailbox as are allowed at once are under way. */
  NO_SLOT("noSlot"),
  /** No worker could process the message. */
  POISONED("poisoned");

  private static final Map<String, Reason> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Reason::code, Function.identity()));

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** The word for it in rows, logs and answers. */
  public String code() {
    return code;
  }

  /** The reason of a code; empty: none that this version knows. */
  public static Optional<Reason> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
