package io.crmsync.localapp;

import java.time.Duration;

/**
 * How far a night is.
 *
 * @param reading whether the CRM is still being read
 * @param contactsRead of all contacts
 * @param contacts how many there are; 0: nobody counts what is read of them
 * @param pairsDone of those queued so far
 * @param waiting messages that nobody may take yet, while nothing else is being done; else 0
 * @param perSecond pairs done in a second, of late
 */
record Progress(
    boolean reading,
    long contactsRead,
    long contacts,
    long pairsDone,
    long pairsQueued,
    long waiting,
    double perSecond,
    Duration elapsed) {

  /** 0 to 1. */
  double share() {
    return pairsQueued == 0 ? 0 : Math.min(1.0, (double) pairsDone / pairsQueued);
  }

  /** What is being done, in a few words. */
  String phase() {
    if (reading) {
      return contacts == 0
          ? "reading the CRM"
          : "reading the CRM, " + Text.number(contactsRead) + "/" + Text.number(contacts);
    }
    return waiting > 0
        ? Text.number(waiting) + " messages wait for their time"
        : "bringing pairs to mailboxes";
  }

  /** Pairs, rate, time gone and, once all pairs are known, time to go. */
  String figures() {
    long rest = pairsQueued - pairsDone;
    String toGo =
        reading || rest == 0 || perSecond < 0.05
            ? ""
            : ", " + Text.time(Duration.ofSeconds(Math.round(rest / perSecond))) + " to go";
    return Text.number(pairsDone)
        + "/"
        + Text.number(pairsQueued)
        + " pairs, "
        + Text.number(Math.round(perSecond))
        + "/s, "
        + Text.time(elapsed)
        + toGo;
  }
}
