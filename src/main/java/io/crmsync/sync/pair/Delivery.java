package io.crmsync.sync.pair;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.mailbox.Entry;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;

/** A message as a worker has it before it, and the queue that it came from. */
record Delivery(PairMessage message, Lane lane) {
  PairId pair() {
    return message.pair();
  }

  UserId user() {
    return message.user();
  }

  /** Whether a person waits for it. */
  boolean urgent() {
    return lane == Lane.NOW;
  }

  /** How its mailbox is entered: where a person waits, a parked one is tried at once (R22). */
  Entry entry() {
    return switch (lane) {
      case NIGHTLY -> Entry.PAIR;
      case NOW -> Entry.PERSON;
    };
  }
}
