package io.crmsync.domain.contact;

import java.util.Optional;
import java.util.Set;

/**
 * Who may see a contact in the CRM (R6).
 *
 * @param owner with {@link Scope#PRIVATE}: the one user who sees it; empty: nobody
 * @param groups with {@link Scope#GROUP}: members of any of these see it; empty: nobody
 */
public record ViewSecurity(Scope scope, Optional<UserId> owner, Set<GroupId> groups) {
  /** The feed's scopes. */
  public enum Scope {
    PUBLIC,
    PRIVATE,
    GROUP
  }

  /** What an absent view security means. */
  public static final ViewSecurity EVERYONE =
      new ViewSecurity(Scope.PUBLIC, Optional.empty(), Set.of());

  public ViewSecurity {
    groups = Set.copyOf(groups);
  }
}
