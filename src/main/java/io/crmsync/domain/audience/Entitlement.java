package io.crmsync.domain.audience;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may have one contact in the mailbox: (coverage team ∪ synchronization list) ∩ view security
 * (R5), as things stand in one directory. The only place that decides it: the page, the moment of
 * writing, previews and explanations all ask here.
 *
 * @param listedHere the users on the synchronization list that this app keeps for the contact
 */
public record Entitlement(
    ContactState contactState,
    Access access,
    Set<UserId> listedHere,
    Directory directory,
    AudiencePolicy policy) {

  public Entitlement {
    listedHere = Set.copyOf(listedHere);
  }

  /** Everyone who may have it. */
  public Set<UserId> audience() {
    Set<UserId> candidates = new HashSet<>(access.named());
    candidates.addAll(listedHere);
    return candidates.stream()
        .filter(user -> exclusion(user).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first reason why this user may not have it; empty: the user may. */
  public Optional<Exclusion> exclusion(UserId user) {
    if (!inPilot(user)) {
      return Optional.of(Exclusion.OUTSIDE_PILOT);
    }
    if (contactState.departed()) {
      return Optional.of(Exclusion.DELETED);
    }
    if (!mayView(user)) {
      return Optional.of(Exclusion.VIEW_SECURITY);
    }
    return standingExclusion().or(() -> userExclusion(user));
  }

  /** Whether the app may touch this user's mailbox at all. */
  public boolean inPilot(UserId user) {
    return policy.reaches(user, directory);
  }

  /** R6. Of a contact that is gone nothing is known any more. */
  public boolean mayView(UserId user) {
    ViewSecurity security = access.viewSecurity();
    return switch (security.scope()) {
      case PUBLIC -> true;
      case PRIVATE -> security.owner().map(user::equals).orElse(false);
      case GROUP -> security.groups().stream().anyMatch(group -> directory.member(group, user));
    };
  }

  /** R5: on the team, on the CRM's list, or on ours. */
  public boolean covered(UserId user) {
    return access.coverageTeam().contains(user)
        || access.syncList().contains(user)
        || listedHere.contains(user);
  }

  private Optional<Exclusion> standingExclusion() {
    return switch (contactState) {
      case ACTIVE -> Optional.empty();
      case INACTIVE ->
          policy.keepInactive() ? Optional.empty() : Optional.of(Exclusion.CONTACT_INACTIVE);
      case OTHER_KIND -> Optional.of(Exclusion.KIND);
      case GONE, MISSING -> Optional.of(Exclusion.DELETED);
    };
  }

  private Optional<Exclusion> userExclusion(UserId user) {
    if (!directory.active(user)) {
      return Optional.of(Exclusion.USER_INACTIVE);
    }
    return covered(user) ? Optional.empty() : Optional.of(Exclusion.NOT_COVERED);
  }
}
