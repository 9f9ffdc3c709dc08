package io.crmsync.sync.preview;

import io.crmsync.domain.reason.Why;

/** Why a mailbox is left alone, for people. */
final class ParkedWords {
  private ParkedWords() {}

  static String of(Why why) {
    return switch (why.reason()) {
      case MAILBOX_TWICE -> "two active users of the CRM name it";
      case MAILBOX_MISSING -> "there is none at the address in the CRM";
      case OUT_OF_SCOPE -> "it is outside what the app may write to";
      case MAILBOX_FULL -> "it is full";
      case MAILBOX_UNAVAILABLE -> "it does not let itself be opened";
      case MAILBOX_UNKNOWN -> "it is not known which one it is";
      case REFUSED -> "it refuses what is sent (" + why.detail() + ")";
      case OTHER_KIND,
          INACTIVE,
          DECEASED,
          NAME_MISSING,
          EMAIL_MALFORMED,
          MATCH_AMBIGUOUS,
          OUTSIDE_PILOT,
          DELETED,
          VIEW_SECURITY,
          KIND,
          CONTACT_INACTIVE,
          USER_INACTIVE,
          NOT_COVERED,
          REMOVAL_NOT_RELEASED,
          REMOVAL_HELD,
          DISCARDED,
          STRAY_COPY,
          REMOVED_IN_OUTLOOK,
          FORMER_COPY_LEFT,
          UNINSTALL,
          UNMARK,
          UNINSTALLED,
          WAITS_FOR_USER,
          ASKED,
          COVERED,
          NO_SUCH_CONTACT,
          MAILBOX_CHANGED,
          MAILBOX_MOVING,
          MAILBOX_NOT_READ,
          THROTTLED,
          NO_ANSWER,
          OUTCOME_UNKNOWN,
          FOUND_BY_MARK,
          CLAIMED,
          CHANGED_MEANWHILE,
          CLAIM_RAN_OUT,
          COPY_VANISHED,
          FOLDERS_TRUSTED,
          NO_SLOT,
          POISONED ->
          throw new IllegalArgumentException("no mailbox is parked for " + why);
    };
  }
}
