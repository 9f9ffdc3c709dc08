package io.crmsync.sync;

import io.crmsync.sync.Caller.Kind;
import io.crmsync.sync.Caller.Role;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.JobQueue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What can be asked of the application over HTTP, over a {@link World}. */
final class Desk {
  final RequestSync requestSync;
  final StopSync stopSync;
  final FindRequest findRequest;

  Desk(World world) {
    this(world, world.crm, world.queue);
  }

  Desk(World world, CrmFeed crm, JobQueue queue) {
    AtomicLong last = new AtomicLong();
    Supplier<String> ids = () -> "r" + last.incrementAndGet();
    ReadDirectory read =
        new ReadDirectory(
            crm,
            world.directories,
            world.mailboxes,
            new WakePairs(world.pairs, queue),
            world.settings,
            world.clock);
    KnownDirectory known = new KnownDirectory(world.directories, read);
    requestSync =
        new RequestSync(
            known,
            crm,
            world.lists,
            world.requests,
            new AskForPair(world.pairs),
            world.recordContacts,
            queue,
            world.settings,
            world.clock,
            ids);
    stopSync =
        new StopSync(
            known,
            world.contacts,
            world.lists,
            world.due,
            world.requests,
            queue,
            world.settings,
            world.clock,
            ids);
    findRequest = new FindRequest(known, world.requests);
  }

  /** Somebody signed in whose login name is the mailbox that {@link World#user} gives. */
  static Caller user(String id, Role... roles) {
    return caller(Kind.USER, "oid-" + id, Optional.of(id + "@example.com"), roles);
  }

  static Caller application(String objectId, Role... roles) {
    return caller(Kind.APPLICATION, objectId, Optional.empty(), roles);
  }

  private static Caller caller(Kind kind, String objectId, Optional<String> login, Role... roles) {
    return new Caller(kind, Optional.of(objectId), login, new HashSet<>(Arrays.asList(roles)));
  }
}
