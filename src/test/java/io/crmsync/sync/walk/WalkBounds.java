package io.crmsync.sync.walk;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.fakes.FakeMailbox;
import java.util.Map;

/** What a walk of a million steps leaves behind does not grow; told after each convergence. */
final class WalkBounds {
  private static final int FORMER = 10;
  private static final int RUNS = 300;

  private WalkBounds() {}

  static void keep(Walk walk, WalkOutlook users) {
    walk.world.journal.clear();
    walk.world.runs.keepNewest(RUNS);
    while (walk.former.size() > FORMER) {
      FakeMailbox oldest = walk.former.remove(0);
      boolean lives = Walk.USERS.stream().anyMatch(user -> walk.mailbox(user).equals(oldest));
      if (!lives) {
        users.forget(oldest);
        walk.world.outlook.forget(oldest);
      }
    }
    if (walk.oneIn(20) && !walk.binIsNeeded) {
      Walk.USERS.forEach(user -> tidy(walk.mailbox(user)));
    }
  }

  /** A user empties Deleted Items, and deletes folders of their own in which nothing is. */
  private static void tidy(FakeMailbox mailbox) {
    mailbox.user().emptyBin();
    Map<FolderId, String> folders = mailbox.folders();
    folders.keySet().stream()
        .filter(folder -> folders.getOrDefault(folder, "").startsWith("Folder "))
        .filter(folder -> mailbox.contacts().stream().noneMatch(c -> c.folder().equals(folder)))
        .forEach(mailbox.user()::deleteFolder);
    mailbox.user().emptyBin();
  }
}
