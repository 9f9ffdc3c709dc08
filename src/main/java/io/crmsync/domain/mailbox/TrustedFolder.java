package io.crmsync.domain.mailbox;

import java.time.Instant;

/**
 * That copies were written in a contact folder of which it was only believed that it is there.
 *
 * @param since from when on; before, a list of the folders showed it
 * @param until when the last of those who believe it has asked again, by whatever clock
 */
public record TrustedFolder(Instant since, Instant until) {
  public TrustedFolder {
    if (until.isBefore(since)) {
      throw new IllegalArgumentException("until is before since");
    }
  }

  public boolean over(Instant now) {
    return !now.isBefore(until);
  }
}
