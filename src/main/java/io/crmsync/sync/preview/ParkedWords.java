package io.crmsync.sync.preview;

import io.crmsync.sync.mailbox.MailboxDoor;
import io.crmsync.sync.port.MailboxClosed;
import java.util.Arrays;
import java.util.Optional;

/** Why a mailbox is left alone, for people. */
final class ParkedWords {
  private ParkedWords() {}

  /** Takes the code of the reason. */
  static String of(String code) {
    if (code.equals(MailboxDoor.TWICE)) {
      return "two active users of the CRM name it";
    }
    Optional<MailboxClosed.Reason> closed =
        Arrays.stream(MailboxClosed.Reason.values())
            .filter(reason -> reason.code().equals(code))
            .findFirst();
    return closed.map(ParkedWords::words).orElse("it is not known which one it is");
  }

  private static String words(MailboxClosed.Reason reason) {
    return switch (reason) {
      case MISSING -> "there is none at the address in the CRM";
      case OUT_OF_SCOPE -> "it is outside what the app may write to";
      case FULL -> "it is full";
    };
  }
}
