package io.crmsync.domain.contact;

import java.util.HashSet;
import java.util.Set;

/**
 * What the CRM says about who is to have the contact: nothing personal, kept even where the fields
 * are not.
 *
 * @param syncList the users who have the contact on their list in the CRM itself
 */
public record Access(Set<UserId> coverageTeam, Set<UserId> syncList, ViewSecurity viewSecurity) {
  public static final Access NONE = new Access(Set.of(), Set.of(), ViewSecurity.EVERYONE);

  public Access {
    coverageTeam = Set.copyOf(coverageTeam);
    syncList = Set.copyOf(syncList);
  }

  /** Everyone whom the CRM names; view security is not looked at. */
  public Set<UserId> named() {
    Set<UserId> all = new HashSet<>(coverageTeam);
    all.addAll(syncList);
    return all;
  }
}
