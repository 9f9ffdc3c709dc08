package io.crmsync.sync.call;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.Caller.Kind;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * For which user a caller acts: a user for herself only, an application with the role for anyone
 * who has a mailbox.
 *
 * @param user whose mailbox it is; empty: refused
 * @param refusal why not; empty: nothing is against it
 */
public record ActingUser(Optional<CrmUser> user, Optional<Refusal> refusal) {

  /**
   * Takes what was asked.
   *
   * @param userId as it was sent; empty: left out
   * @param mailboxTwice whether another active user has this one's mailbox too (R22)
   */
  public static ActingUser of(
      Caller caller,
      Optional<String> userId,
      Directory directory,
      Predicate<CrmUser> mailboxTwice) {
    ActingUser found =
        caller.kind() == Kind.APPLICATION
            ? application(caller, userId, directory)
            : person(caller, userId, directory);
    return found.user().filter(mailboxTwice).isPresent() ? refused(Refusal.MAILBOX_TWICE) : found;
  }

  /**
   * As {@link #of}, with the user's id as it stands in a path: {@code me} is the signed-in user,
   * and of an application nobody.
   */
  public static ActingUser inPath(
      Caller caller, String userId, Directory directory, Predicate<CrmUser> mailboxTwice) {
    boolean me = userId.equals(ViewerAccess.ME);
    if (me && caller.onBehalf()) {
      return refused(Refusal.NO_CRM_USER);
    }
    return of(caller, Optional.of(userId).filter(id -> !me), directory, mailboxTwice);
  }

  private static ActingUser person(Caller caller, Optional<String> userId, Directory directory) {
    Optional<CrmUser> self = caller.userIn(directory);
    if (self.isEmpty()) {
      return refused(Refusal.NO_CRM_USER);
    }
    boolean herself = userId.map(self.get().id().value()::equals).orElse(true);
    return herself ? new ActingUser(self, Optional.empty()) : refused(Refusal.NOT_YOURSELF);
  }

  private static ActingUser application(
      Caller caller, Optional<String> userId, Directory directory) {
    Optional<Refusal> notAdmitted = Admission.ACTING.refusal(caller);
    if (notAdmitted.isPresent()) {
      return refused(notAdmitted.get());
    }
    if (userId.isEmpty()) {
      return refused(Refusal.USER_ID_MISSING);
    }
    return userId
        .flatMap(sent -> ParsedId.of(sent, UserId::new))
        .flatMap(directory::user)
        .filter(CrmUser::active)
        .map(
            user ->
                user.mailboxUnknown()
                    ? refused(Refusal.MAILBOX_UNKNOWN)
                    : new ActingUser(Optional.of(user), Optional.empty()))
        .orElse(refused(Refusal.NO_SUCH_USER));
  }

  private static ActingUser refused(Refusal why) {
    return new ActingUser(Optional.empty(), Optional.of(why));
  }
}
