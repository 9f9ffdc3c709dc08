package io.crmsync.functions;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.crmsync.adapters.csv.CsvSource;
import io.crmsync.adapters.feed.HttpCrmFeed;
import io.crmsync.adapters.graph.GraphAddress;
import io.crmsync.adapters.graph.GraphMailboxes;
import io.crmsync.adapters.graph.GraphRequests;
import io.crmsync.adapters.graph.GraphWarmUp;
import io.crmsync.adapters.mapping.ShippedMapping;
import io.crmsync.adapters.mapping.StoredMapping;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.storage.BlobConfiguration;
import io.crmsync.adapters.storage.BlobSourceFiles;
import io.crmsync.adapters.storage.BlobSpool;
import io.crmsync.adapters.storage.PairMessageJson;
import io.crmsync.adapters.storage.StepMessageJson;
import io.crmsync.adapters.storage.StorageBacklog;
import io.crmsync.adapters.storage.StorageClients;
import io.crmsync.adapters.storage.StorageJobQueue;
import io.crmsync.adapters.storage.StorageOperations;
import io.crmsync.adapters.storage.TableContactStore;
import io.crmsync.adapters.storage.TableDirectoryStore;
import io.crmsync.adapters.storage.TableDueStore;
import io.crmsync.adapters.storage.TableMailboxStore;
import io.crmsync.adapters.storage.TablePairStore;
import io.crmsync.adapters.storage.TableReportStore;
import io.crmsync.adapters.storage.TableRequestStore;
import io.crmsync.adapters.storage.TableRunStore;
import io.crmsync.adapters.storage.TableSyncListStore;
import io.crmsync.functions.http.ContactChanges;
import io.crmsync.functions.http.Explain;
import io.crmsync.functions.http.GetRun;
import io.crmsync.functions.http.GetSyncRequest;
import io.crmsync.functions.http.Health;
import io.crmsync.functions.http.HeldRemovals;
import io.crmsync.functions.http.HttpMiddleware;
import io.crmsync.functions.http.ListMailboxes;
import io.crmsync.functions.http.ListPreview;
import io.crmsync.functions.http.ListRunPairs;
import io.crmsync.functions.http.ListRuns;
import io.crmsync.functions.http.ServePage;
import io.crmsync.functions.http.StartRunNow;
import io.crmsync.functions.http.StopSyncToOutlook;
import io.crmsync.functions.http.SyncSelection;
import io.crmsync.functions.http.SyncToOutlook;
import io.crmsync.functions.measure.GraphUse;
import io.crmsync.functions.measure.Meter;
import io.crmsync.functions.queue.FanOutChanges;
import io.crmsync.functions.queue.PoisonQueues;
import io.crmsync.functions.queue.SnapshotPage;
import io.crmsync.functions.queue.SyncContact;
import io.crmsync.functions.settings.FeedSettings;
import io.crmsync.functions.settings.Settings;
import io.crmsync.functions.settings.StorageSettings;
import io.crmsync.functions.timer.NightlySync;
import io.crmsync.functions.timer.WatchQueues;
import io.crmsync.functions.web.WebFiles;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.gather.GatheredSource;
import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Wires everything by hand, once: settings to adapters, adapters to use cases, those to functions.
 */
public final class CompositionRoot {
  private final StorageOperations storageOperations = new StorageOperations();
  private final GraphRequests graphRequests = new GraphRequests();
  private final Map<Optional<String>, TokenCredential> identities = new ConcurrentHashMap<>();
  private final Lazy<Settings> settings;
  private final Lazy<StorageClients> storage = new Lazy<>(() -> storage(settings().storage()));
  private final Lazy<GraphMailboxes> outlook = new Lazy<>(() -> outlook(settings()));
  private final Lazy<UseCases> useCases = new Lazy<>(() -> wire(settings()));
  private final Lazy<Backlog> backlog = new Lazy<>(() -> new StorageBacklog(storage.get()));
  private final Map<Class<?>, Object> functions;

  /** Nothing is read or opened before the first invocation needs it, or {@link #warmUp} asks. */
  public CompositionRoot() {
    this(Settings::fromEnvironment);
  }

  /** The same with settings from elsewhere. */
  CompositionRoot(Supplier<Settings> read) {
    settings = new Lazy<>(read);
    Meter meter =
        new Meter(
            Clock.systemUTC(),
            this::graphUse,
            storageOperations::total,
            () -> useCases.get().runs().countWaiting(),
            backlog);
    HttpMiddleware middleware =
        new HttpMiddleware(() -> settings.get().caller(), Clock.systemUTC());
    List<Object> all =
        List.of(
            new NightlySync(() -> useCases.get().runs().startRun(), meter),
            new WatchQueues(meter),
            new SnapshotPage(
                StepMessageJson.RUNS::read, () -> useCases.get().runs().advanceRun(), meter),
            new SyncContact(
                PairMessageJson::read, () -> useCases.get().pairs().reconcilePair(), meter),
            new PoisonQueues(
                new PoisonQueues.Formats(
                    PairMessageJson::read,
                    StepMessageJson.RUNS::read,
                    StepMessageJson.NOTICES::read),
                () -> useCases.get().pairs().failPair(),
                () -> useCases.get().runs().failRun(),
                () -> useCases.get().notices().endNotice(),
                meter),
            new SyncToOutlook(middleware, () -> useCases.get().requests().requestSync()),
            new StopSyncToOutlook(middleware, () -> useCases.get().requests().stopSync()),
            new ContactChanges(middleware, () -> useCases.get().notices().acceptNotice()),
            new FanOutChanges(
                StepMessageJson.NOTICES::read,
                () -> useCases.get().notices().advanceNotice(),
                meter),
            new GetSyncRequest(middleware, () -> useCases.get().requests().findRequest()),
            new ListRuns(middleware, () -> useCases.get().runs().findRuns()),
            new GetRun(middleware, () -> useCases.get().runs().findRuns()),
            new ListRunPairs(middleware, () -> useCases.get().runs().findRunPairs()),
            new StartRunNow(middleware, () -> useCases.get().runs().startRun()),
            new HeldRemovals(middleware, () -> useCases.get().removals().decideRemovals()),
            new ListMailboxes(middleware, () -> useCases.get().mailboxes().findMailboxes()),
            new ListPreview(middleware, () -> useCases.get().previews().previewContacts()),
            new SyncSelection(middleware, () -> useCases.get().requests().syncSelected()),
            new Explain(middleware, () -> useCases.get().previews().explainPair()),
            new ServePage(new Lazy<>(WebFiles::inTheJar)),
            new Health());
    functions = all.stream().collect(Collectors.toMap(Object::getClass, Function.identity()));
  }

  /** The one function object of this class. */
  <T> T function(Class<T> functionClass) {
    return Optional.ofNullable(functions.get(functionClass))
        .map(functionClass::cast)
        .orElseThrow(() -> new IllegalStateException("not wired: " + functionClass.getName()));
  }

  /**
   * What the first invocation would have to wait for, in steps: each may fail, and says nothing of
   * use then. Storage is read, Graph is sent nothing.
   */
  List<Runnable> warmUp() {
    return List.of(
        useCases::get,
        () -> storage.get().ask(),
        () -> outlook.get().fetchToken(),
        GraphWarmUp::play);
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
    return new GraphUse(sent.requests(), sent.throttled(), sent.retryAfter(), sent.skipped());
  }

  private UseCases wire(Settings read) {
    Clock clock = Clock.systemUTC();
    StorageClients clients = storage.get();
    Ports ports =
        new Ports(
            crm(read, clock, clients),
            outlook.get(),
            new TableContactStore(clients),
            new TablePairStore(clients),
            new TableDueStore(clients),
            new TableSyncListStore(clients),
            new TableDirectoryStore(clients, clock),
            new TableMailboxStore(clients, clock),
            new TableRunStore(clients),
            new TableReportStore(clients),
            new TableRequestStore(clients),
            new StorageJobQueue(clients));
    return UseCases.of(
        new Environment(ports, read.sync(), clock, () -> UUID.randomUUID().toString()));
  }

  private Settings settings() {
    return settings.get();
  }

  private GraphMailboxes outlook(Settings read) {
    return new GraphMailboxes(
        new GraphAddress(read.graph().baseUrl()),
        () -> identity(read.identity()),
        Clock.systemUTC(),
        graphRequests);
  }

  private StorageClients storage(StorageSettings read) {
    return read.connectionString()
        .map(text -> StorageClients.of(text, storageOperations))
        .orElseGet(
            () ->
                StorageClients.of(
                    read.tables().orElseThrow(),
                    read.queues().orElseThrow(),
                    read.blobs(),
                    identity(read.clientId()),
                    storageOperations));
  }

  private CrmSource crm(Settings read, Clock clock, StorageClients clients) {
    return switch (read.crm().kind()) {
      case FEED -> feed(read.crm().feed().orElseThrow(), read.identity(), clock);
      case CSV -> csv(clients);
    };
  }

  private static CrmSource csv(StorageClients clients) {
    BlobConfiguration configuration = new BlobConfiguration(clients);
    CsvSource files =
        new CsvSource(
            new BlobSourceFiles(clients),
            new StoredMapping(ShippedMapping.CSV, configuration::mapping));
    return new GatheredSource(files, new BlobSpool(clients), GatheredSource.USUAL_SHARDS);
  }

  private CrmSource feed(FeedSettings crm, Optional<String> clientId, Clock clock) {
    Credentials credentials =
        crm.apiKey()
            .map(Credentials::apiKey)
            .or(() -> crm.scope().map(scope -> Credentials.token(identity(clientId), scope)))
            .orElse(Credentials.none());
    return new HttpCrmFeed(crm.baseUrl(), credentials, clock);
  }

  /** One for each client id: it keeps its tokens. */
  private TokenCredential identity(Optional<String> clientId) {
    return identities.computeIfAbsent(clientId, CompositionRoot::newIdentity);
  }

  private static TokenCredential newIdentity(Optional<String> clientId) {
    ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder();
    return clientId.map(builder::clientId).orElse(builder).build();
  }
}
