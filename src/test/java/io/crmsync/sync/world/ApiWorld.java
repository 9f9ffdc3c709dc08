package io.crmsync.sync.world;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Kind;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.mailbox.FindMailboxes;
import io.crmsync.sync.notice.AcceptNotice;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.preview.ExplainPair;
import io.crmsync.sync.preview.PreviewContacts;
import io.crmsync.sync.removal.DecideRemovals;
import io.crmsync.sync.request.FindRequest;
import io.crmsync.sync.request.RequestSync;
import io.crmsync.sync.request.StopSync;
import io.crmsync.sync.request.SyncSelected;
import io.crmsync.sync.run.FindRunPairs;
import io.crmsync.sync.run.FindRuns;
import io.crmsync.sync.run.StartRun;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be asked of the application over HTTP, over a {@link World}: the use cases behind the
 * operations, and what a test of them needs of the world.
 */
public final class ApiWorld {
  public final RequestSync requestSync;
  public final StopSync stopSync;
  public final FindRequest findRequest;
  public final AcceptNotice acceptNotice;
  public final StartRun startRun;
  public final FindRuns findRuns;
  public final FindRunPairs findRunPairs;
  public final FindMailboxes findMailboxes;
  public final DecideRemovals decideRemovals;
  public final PreviewContacts previewContacts;
  public final SyncSelected syncSelected;
  public final ExplainPair explainPair;
  private final World world;

  /** Over a new world without users and contacts. */
  public ApiWorld() {
    this(new World());
  }

  /** Over this world, its CRM and its queues. */
  public ApiWorld(World world) {
    this(world, world.crm, world.queue);
  }

  /** Over this world's storage and mailboxes, with another CRM and other queues. */
  public ApiWorld(World world, CrmSource crm, JobQueue queue) {
    this(world, world.useCases(crm, queue));
  }

  private ApiWorld(World world, UseCases useCases) {
    this.world = world;
    requestSync = useCases.requests().requestSync();
    stopSync = useCases.requests().stopSync();
    findRequest = useCases.requests().findRequest();
    acceptNotice = useCases.notices().acceptNotice();
    startRun = useCases.runs().startRun();
    findRuns = useCases.runs().findRuns();
    findRunPairs = useCases.runs().findRunPairs();
    findMailboxes = useCases.mailboxes().findMailboxes();
    decideRemovals = useCases.removals().decideRemovals();
    previewContacts = useCases.previews().previewContacts();
    syncSelected = useCases.requests().syncSelected();
    explainPair = useCases.previews().explainPair();
  }

  /** Over a world whose latest run holds the removals of two of the user u1's three contacts. */
  public static ApiWorld holdingRemovals() {
    World world = Held.withContacts(3);
    Held.nightLosing(world, 2);
    return new ApiWorld(world);
  }

  /** The same world behind ports whose calls are watched. */
  public ApiWorld watched(PortCalls calls) {
    return new ApiWorld(world, calls.over(world));
  }

  /** What the latest run is called. */
  public String latestRun() {
    return world.runs.latest().orElseThrow().value().runId();
  }

  /** A mailbox that cannot be found from now on; who is to get something there is parked. */
  public void loseMailbox(String user) {
    world.mailbox(user).close(MailboxClosed.Cause.MISSING);
  }

  /** A CRM user whose mailbox is {@code <id>@example.com}. */
  public void addUser(String id) {
    world.user(id);
  }

  /** From now on the CRM names the first user's mailbox for the second, too. */
  public void shareMailbox(String user, String other) {
    world.crm.putUser(other, user + "@example.com", true);
  }

  /** A contact that can be synchronised, with this team. */
  public void addPerson(String id, String... team) {
    world.crm.put(People.person(id, "First", team));
  }

  /** A contact of the CRM that is an organisation. */
  public void addOrganisation(String id) {
    world.crm.put(People.kind(People.person(id, "First"), ContactKind.ORGANIZATION));
  }

  /** A person with this view security, team and the CRM's own synchronization list. */
  public void addRestricted(
      String id, ViewSecurity security, Set<UserId> team, Set<UserId> listed) {
    world.crm.put(People.access(People.person(id, "First"), new Access(team, listed, security)));
  }

  /** A group of the CRM. */
  public void addGroup(String id, Set<UserId> members) {
    world.crm.putGroup(id, members);
  }

  /** The CRM no longer tells of a group. */
  public void dropGroup(String id) {
    world.crm.dropGroup(id);
  }

  /** A user asks for a contact on the right-click; it must be accepted. Gives the request's id. */
  public String rightClick(String user, String contact) {
    return requestSync
        .ask(user(user), contact, Optional.empty())
        .request()
        .orElseThrow()
        .request()
        .requestId();
  }

  /** A whole night, as {@link World#night}. */
  public void night() {
    world.night();
  }

  /** The CRM changes a position, and the snapshot has it; no mailbox does yet. */
  public void changePosition(String id, String position) {
    SnapshotOnly.record(world, People.position(world.contact(id), position));
  }

  /** The CRM hides a contact from everyone, and the snapshot has it. */
  public void hide(String id) {
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    SnapshotOnly.record(world, People.security(world.contact(id), nobody));
  }

  /** Everything that is queued is done, as by {@link World#drain}. */
  public void work() {
    world.drain();
  }

  /** Somebody signed in whose login name is the mailbox that {@link World#user} gives. */
  public static Caller user(String id, Role... roles) {
    return caller(Kind.USER, "oid-" + id, Optional.of(id + "@example.com"), roles);
  }

  /** An application with this object id and these roles. */
  public static Caller application(String objectId, Role... roles) {
    return caller(Kind.APPLICATION, objectId, Optional.empty(), roles);
  }

  private static Caller caller(Kind kind, String objectId, Optional<String> login, Role... roles) {
    return new Caller(kind, Optional.of(objectId), login, new HashSet<>(Arrays.asList(roles)));
  }
}
