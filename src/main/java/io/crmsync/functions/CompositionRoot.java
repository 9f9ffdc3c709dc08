package io.crmsync.functions;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.crmsync.adapters.crm.Credentials;
import io.crmsync.adapters.crm.HttpCrmFeed;
import io.crmsync.adapters.graph.GraphAddress;
import io.crmsync.adapters.graph.GraphMailboxes;
import io.crmsync.adapters.graph.GraphRequests;
import io.crmsync.adapters.storage.ChangeMessageJson;
import io.crmsync.adapters.storage.PairMessageJson;
import io.crmsync.adapters.storage.RunMessageJson;
import io.crmsync.adapters.storage.StorageBacklog;
import io.crmsync.adapters.storage.StorageClients;
import io.crmsync.adapters.storage.StorageJobQueue;
import io.crmsync.adapters.storage.StorageOperations;
import io.crmsync.adapters.storage.TableContactStore;
import io.crmsync.adapters.storage.TableDirectoryStore;
import io.crmsync.adapters.storage.TableDueStore;
import io.crmsync.adapters.storage.TableMailboxStore;
import io.crmsync.adapters.storage.TablePairStore;
import io.crmsync.adapters.storage.TableRequestStore;
import io.crmsync.adapters.storage.TableRunStore;
import io.crmsync.adapters.storage.TableSyncListStore;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.Ports;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Wires everything by hand, once: settings to adapters, adapters to use cases, those to functions.
 */
public final class CompositionRoot {
  private final StorageOperations storageOperations = new StorageOperations();
  private final GraphRequests graphRequests = new GraphRequests();
  private final Lazy<Settings> settings = new Lazy<>(Settings::fromEnvironment);
  private final Lazy<StorageClients> storage = new Lazy<>(() -> storage(settings.get().storage()));
  private final Lazy<UseCases> useCases = new Lazy<>(() -> wire(settings.get()));
  private final Lazy<Backlog> backlog = new Lazy<>(() -> new StorageBacklog(storage.get()));
  private final Map<Class<?>, Object> functions;

  /** Nothing is read or opened before the first invocation needs it. */
  public CompositionRoot() {
    Meter meter =
        new Meter(
            Clock.systemUTC(),
            this::graphUse,
            storageOperations::total,
            () -> useCases.get().takeStock(),
            backlog);
    HttpDoor door = new HttpDoor(() -> settings.get().caller());
    List<Object> all =
        List.of(
            new NightlySync(() -> useCases.get().startRun(), meter),
            new SnapshotPage(RunMessageJson::read, () -> useCases.get().doStep(), meter),
            new SyncContactNightly(
                PairMessageJson::read, () -> useCases.get().syncContact(), meter),
            new SyncContactNow(PairMessageJson::read, () -> useCases.get().syncContact(), meter),
            new PoisonContactSync(PairMessageJson::read, () -> useCases.get().failPair(), meter),
            new PoisonContactSyncNow(PairMessageJson::read, () -> useCases.get().failPair(), meter),
            new PoisonSnapshotPages(RunMessageJson::read, () -> useCases.get().failRun(), meter),
            new SyncToOutlook(door, () -> useCases.get().requestSync()),
            new StopSyncToOutlook(door, () -> useCases.get().stopSync()),
            new ContactChanges(door, () -> useCases.get().notifyChanges()),
            new FanOutChanges(ChangeMessageJson::read, () -> useCases.get().advanceNotice(), meter),
            new PoisonContactChanges(
                ChangeMessageJson::read, () -> useCases.get().endNotice(), meter),
            new GetSyncRequest(door, () -> useCases.get().findRequest()),
            new ListRuns(door, () -> useCases.get().findRuns()),
            new GetRun(door, () -> useCases.get().findRuns()),
            new ListRunPairs(door, () -> useCases.get().findRunPairs()),
            new StartRunNow(door, () -> useCases.get().startRun()),
            new ReleaseRemovals(door, () -> useCases.get().decideRemovals()),
            new DiscardRemovals(door, () -> useCases.get().decideRemovals()),
            new ListMailboxes(door, () -> useCases.get().findMailboxes()),
            new PreviewContacts(door, () -> useCases.get().previewContacts()),
            new SyncSelected(door, () -> useCases.get().syncSelected()),
            new Explain(door, () -> useCases.get().explainPair()),
            new Health());
    functions = all.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
  }

  /** The one function object of this class. */
  <T> T function(Class<T> functionClass) {
    return Optional.ofNullable(functions.get(functionClass))
        .map(functionClass::cast)
        .orElseThrow(() -> new IllegalStateException("not wired: " + functionClass.getName()));
  }

  /** What went to storage so far. */
  public StorageOperations storageOperations() {
    return storageOperations;
  }

  /** What went to Graph so far. */
  public GraphRequests graphRequests() {
    return graphRequests;
  }

  private GraphUse graphUse() {
    GraphRequests.Sent sent = graphRequests.byThisThread();
    return new GraphUse(sent.requests(), sent.throttled(), sent.retryAfter());
  }

  private UseCases wire(Settings read) {
    Clock clock = Clock.systemUTC();
    Ports ports =
        new Ports(
            crm(read, clock),
            new GraphMailboxes(
                new GraphAddress(read.graph().baseUrl()),
                () -> identity(read.identity()),
                clock,
                graphRequests),
            new TableContactStore(storage.get()),
            new TablePairStore(storage.get()),
            new TableDueStore(storage.get()),
            new TableSyncListStore(storage.get()),
            new TableDirectoryStore(storage.get(), clock),
            new TableMailboxStore(storage.get(), clock),
            new TableRunStore(storage.get()),
            new TableRequestStore(storage.get()),
            new StorageJobQueue(storage.get()));
    return new UseCases(ports, read.sync(), clock, () -> UUID.randomUUID().toString());
  }

  private StorageClients storage(StorageSettings read) {
    return read.connectionString()
        .map(text -> StorageClients.of(text, storageOperations))
        .orElseGet(
            () ->
                StorageClients.of(
                    read.tables().orElseThrow(),
                    read.queues().orElseThrow(),
                    identity(read.clientId()),
                    storageOperations));
  }

  private static CrmFeed crm(Settings read, Clock clock) {
    CrmSettings crm = read.crm();
    Credentials credentials =
        crm.apiKey()
            .map(Credentials::apiKey)
            .or(() -> crm.scope().map(scope -> Credentials.token(identity(read.identity()), scope)))
            .orElse(Credentials.none());
    return new HttpCrmFeed(crm.baseUrl(), credentials, clock);
  }

  private static TokenCredential identity(Optional<String> clientId) {
    ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder();
    return clientId.map(builder::clientId).orElse(builder).build();
  }
}
