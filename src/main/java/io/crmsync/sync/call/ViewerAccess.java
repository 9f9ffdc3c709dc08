package io.crmsync.sync.call;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose contacts a caller may look at: a user her own, an admin and the CRM's back end anyone's.
 */
public final class ViewerAccess {
  /** Stands for the signed-in user in a path. */
  public static final String ME = "me";

  private ViewerAccess() {}

  /**
   * Takes the user's id as it stands in the path.
   *
   * @param mailboxTwice whether another active user has this one's mailbox too, so that it is not
   *     known which of them signed in (R22)
   */
  public static Granted<UserId> user(
      Caller caller, String inPath, Directory directory, Predicate<CrmUser> mailboxTwice) {
    Optional<Refusal> notAdmitted = Admission.READING.refusal(caller);
    if (notAdmitted.isPresent()) {
      return Granted.refused(notAdmitted.get());
    }
    boolean everyone = caller.admin() || caller.onBehalf();
    return everyone && !inPath.equals(ME)
        ? anyone(inPath, directory)
        : herself(caller, inPath, directory, mailboxTwice);
  }

  private static Granted<UserId> anyone(String inPath, Directory directory) {
    return ParsedId.of(inPath, UserId::new)
        .flatMap(directory::user)
        .map(user -> Granted.of(user.id()))
        .orElse(Granted.refused(Refusal.NO_SUCH_USER));
  }

  private static Granted<UserId> herself(
      Caller caller, String inPath, Directory directory, Predicate<CrmUser> mailboxTwice) {
    Optional<CrmUser> self = caller.userIn(directory);
    if (self.isEmpty()) {
      return Granted.refused(Refusal.NO_CRM_USER);
    }
    UserId id = self.get().id();
    if (!inPath.equals(ME) && !inPath.equals(id.value())) {
      return Granted.refused(Refusal.NOT_YOURSELF);
    }
    return mailboxTwice.test(self.get()) ? Granted.refused(Refusal.MAILBOX_TWICE) : Granted.of(id);
  }
}
