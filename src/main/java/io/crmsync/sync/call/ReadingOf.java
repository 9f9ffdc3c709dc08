package io.crmsync.sync.call;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * Whose contacts a caller may look at: a user her own, an admin and the CRM's back end anyone's.
 */
public final class ReadingOf {
  /** Stands for the signed-in user in a path. */
  public static final String ME = "me";

  private ReadingOf() {}

  /** Takes the user's id as it stands in the path. */
  public static Granted<UserId> user(Caller caller, String inPath, Directory directory) {
    Optional<Refusal> notAdmitted = Admission.READING.refusal(caller);
    if (notAdmitted.isPresent()) {
      return Granted.refused(notAdmitted.get());
    }
    boolean everyone = caller.admin() || caller.onBehalf();
    return everyone && !inPath.equals(ME)
        ? anyone(inPath, directory)
        : herself(caller, inPath, directory);
  }

  private static Granted<UserId> anyone(String inPath, Directory directory) {
    return AskedId.of(inPath, UserId::new)
        .flatMap(directory::user)
        .map(user -> Granted.of(user.id()))
        .orElse(Granted.refused(Refusal.NO_SUCH_USER));
  }

  private static Granted<UserId> herself(Caller caller, String inPath, Directory directory) {
    Optional<UserId> self = caller.userIn(directory).map(CrmUser::id);
    if (self.isEmpty()) {
      return Granted.refused(Refusal.NO_CRM_USER);
    }
    boolean hers = inPath.equals(ME) || inPath.equals(self.get().value());
    return hers ? Granted.of(self.get()) : Granted.refused(Refusal.NOT_YOURSELF);
  }
}
