package io.crmsync.simulators.graph;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running simulator of Graph contacts on 127.0.0.1, and what a test does with it. */
public final class GraphSimulator implements AutoCloseable {
  private static final int THREADS = 64;

  static {
    // small answers must not wait for the other side's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // longer than clients keep idle connections, so that none is closed just as it is used again
    System.setProperty("sun.net.httpserver.idleInterval", "600");
  }

  private final Simulation simulation;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Optional<StateKeeping> state;

  private GraphSimulator(GraphSimulatorOptions options) throws IOException {
    simulation = new Simulation(options.clock(), options.behaviour());
    state = options.stateDirectory().map(path -> new StateKeeping(path, simulation.mailboxes()));
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
    threads = Executors.newFixedThreadPool(THREADS, Daemons.named("graph-simulator"));
    server.setExecutor(threads);
    server.createContext("/", new HttpFront(new GraphEndpoint(simulation, origin())::answer));
    server.createContext("/_sim", new HttpFront(new AdminEndpoint(simulation)::answer));
    server.start();
  }

  /** Starts a simulator; it serves until it is closed. */
  public static GraphSimulator start(GraphSimulatorOptions options) {
    try {
      return new GraphSimulator(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address to give to a Graph client, ending in {@code /v1.0}. */
  public String baseUrl() {
    return origin() + "/v1.0";
  }

  /** The address of the admin interface, ending in {@code /_sim}. */
  public String adminUrl() {
    return origin() + "/_sim";
  }

  /**
   * The owner of a mailbox, by principal name or object id; the mailbox is made if there is none.
   */
  public MailboxUser mailbox(String user) {
    return new MailboxUser(simulation, simulation.mailboxes().findOrAdd(user));
  }

  /**
   * Adds a mailbox with an object id of one's own choice, unless the name already has a mailbox.
   */
  public MailboxUser addMailbox(String userPrincipalName, String objectId) {
    return new MailboxUser(simulation, simulation.mailboxes().added(userPrincipalName, objectId));
  }

  /** The owners of all mailboxes there are, in no order. */
  public List<MailboxUser> mailboxes() {
    return simulation.mailboxes().all().stream()
        .map(mailbox -> new MailboxUser(simulation, mailbox))
        .toList();
  }

  /** How it behaves now. */
  public GraphBehaviour behaviour() {
    return simulation.behaviour();
  }

  /** Makes it behave otherwise from the next request on. */
  public void behave(GraphBehaviour behaviour) {
    simulation.behave(behaviour);
  }

  /** The faults that are to strike. */
  public FaultInjection faults() {
    return simulation.faults();
  }

  /** How many requests arrived since the last reset. */
  public RequestCounts counts() {
    return simulation.counts();
  }

  /** The latest requests since the last reset, oldest first, at most 5,000. */
  public List<RecordedRequest> requests() {
    return simulation.journal().latest();
  }

  /** Forgets counts and requests. */
  public void resetCounts() {
    simulation.resetCounts();
  }

  /** Stops serving and saves the state, where one is kept. */
  @Override
  public void close() {
    simulation.faults().clear();
    server.stop(0);
    threads.shutdownNow();
    state.ifPresent(StateKeeping::close);
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
