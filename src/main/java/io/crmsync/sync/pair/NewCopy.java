package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.sync.port.MailboxRefused;
import java.util.Optional;

/** Sends a create, and what a service asks for that refuses it for want of a first name (R12). */
final class NewCopy {
  private NewCopy() {}

  /**
   * Makes the contact. A refusal does not say reliably which property was missed: whatever is
   * called invalid where no first name was sent is tried once with the full name in its place.
   *
   * @throws MailboxRefused what the service said last
   */
  static WriteAnswer in(FolderId folder, ContactPatch content, Attempt attempt) {
    try {
      return send(folder, content, attempt);
    } catch (MailboxRefused refused) {
      ContactPatch standingIn =
          Optional.of(content)
              .filter(sent -> refused.invalidProperty())
              .flatMap(Patches::withStandIn)
              .orElseThrow(() -> refused);
      return send(folder, standingIn, attempt);
    }
  }

  private static WriteAnswer send(FolderId folder, ContactPatch content, Attempt attempt) {
    return attempt.create(folder, content);
  }
}
