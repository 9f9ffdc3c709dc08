package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.reason.Why;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the user's Outlook holds of a contact, read when it was asked for.
 *
 * @param why the mailbox is parked; else empty
 * @param moved whether the copy lies in another folder than the configured one
 * @param values by field; none unless it is present
 * @param at when it was read, by our clock
 */
public record PresentCopy(
    State state, Optional<Why> why, boolean moved, FieldValues values, Instant at) {

  /** Whether there is something to show, and why not. */
  public enum State {
    PRESENT("present"),
    /** The user deleted it (R14). */
    DELETED("deleted"),
    /** There is none that we know of. */
    NO_COPY("noCopy"),
    /** The mailbox is busy, throttled, or gives no answer: later. */
    UNAVAILABLE("unavailable"),
    PARKED("parked"),
    /** Somebody else's mailbox: what is in it is shown to its user alone. */
    NOT_YOURS("notYours");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The word for it in answers. */
    public String code() {
      return code;
    }
  }

  public static PresentCopy without(State state, Optional<Why> why, Instant at) {
    return new PresentCopy(state, why, false, FieldValues.none(), at);
  }

  /** What is known of the mailbox by it; empty: nothing. */
  public Optional<MailboxView> ask(Optional<Link> link) {
    return switch (state) {
      case PRESENT ->
          link.map(Link::outlookId)
              .map(id -> new FolderListing(Set.of(id), at))
              .map(seen -> new MailboxView(Optional.empty(), Optional.of(seen)));
      case DELETED ->
          Optional.of(
              new MailboxView(Optional.empty(), Optional.of(new FolderListing(Set.of(), at))));
      case PARKED -> why.map(MailboxView::parked);
      case NO_COPY, UNAVAILABLE, NOT_YOURS -> Optional.empty();
    };
  }

  /** Without the values: they are personal (R20). */
  @Override
  public String toString() {
    return "PresentCopy[" + state.code() + " " + why.map(Why::code).orElse("") + "]";
  }
}
