package io.crmsync.sync;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.SyncListStore;
import java.util.Optional;
import java.util.Set;

/** Finds why a pair may not have a copy, as things stand at the moment of writing (R6). */
final class PairExclusion {
  private final SyncListStore lists;
  private final DirectoryStore directories;
  private final SyncSettings settings;

  PairExclusion(SyncListStore lists, DirectoryStore directories, SyncSettings settings) {
    this.lists = lists;
    this.directories = directories;
    this.settings = settings;
  }

  /**
   * The first reason; empty: the user may. Where what this instance remembers of users and groups
   * says another thing than the contact's row, somebody read them anew meanwhile.
   *
   * @param contact its row; empty: it is gone
   */
  Optional<Exclusion> of(Pair pair, Optional<StoredContact> contact) {
    Optional<Exclusion> remembered = in(directories.current(), pair, contact);
    boolean told = contact.filter(row -> row.audience().contains(pair.user())).isPresent();
    return told == remembered.isEmpty() ? remembered : in(directories.latest(), pair, contact);
  }

  private Optional<Exclusion> in(
      Optional<Directory> directory, Pair pair, Optional<StoredContact> contact) {
    UserId user = pair.user();
    Access access = contact.map(StoredContact::access).orElse(Access.NONE);
    boolean named = access.coverageTeam().contains(user) || access.syncList().contains(user);
    Set<UserId> listed = !named && lists.contains(pair.contact(), user) ? Set.of(user) : Set.of();
    return new Entitlement(
            contact.map(StoredContact::standing).orElse(Standing.GONE),
            access,
            listed,
            directory.orElseThrow(() -> new IllegalStateException("no directory was stored yet")),
            settings.audience())
        .exclusion(user);
  }
}
