package io.crmsync.simulators.crm;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running CRM on 127.0.0.1. Edits show in the next page that is asked for.
 *
 * <p>Over HTTP, beside the feed: PUT, PATCH (merge patch), DELETE and GET {@code
 * /_sim/contacts/{id}} (also users, groups), POST {@code /_sim/contacts/{id}/undelete}, POST {@code
 * /_sim/edit-share}, POST and DELETE {@code /_sim/faults}, GET and DELETE {@code /_sim/counts}.
 */
public final class CrmSimulator implements AutoCloseable {
  static {
    // Without it, head and body of an answer wait for each other's acknowledgement: 40 ms a page.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Feed feed;
  private final Faults faults = new Faults();
  private final RequestCounts counts = new RequestCounts();
  private final Wire wire = new Wire();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> KeptState.daemon(task, "crm-simulator"));
  private final HttpServer server;
  private final Optional<KeptState> state;

  private CrmSimulator(CrmSimulatorOptions options) throws IOException {
    feed = feed(options);
    state = options.state().map(directory -> new KeptState(directory, feed));
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), options.port()), 0);
    server.setExecutor(threads);
    server.createContext("/", new FeedHandler(feed, options, faults, counts, wire));
    server.createContext("/_sim/", new AdminHandler(feed, faults, counts, wire));
    server.start();
  }

  /**
   * Whether the files of a directory can be read at all.
   *
   * @throws IllegalArgumentException not; the message names file, line and the rule that is broken
   */
  public static void check(Path directory) {
    var unused = Feed.read(directory);
  }

  /**
   * Loads the records and starts to serve them.
   *
   * @throws UncheckedIOException if the port is taken or a file cannot be read
   * @throws IllegalArgumentException if a line is no record with an id
   */
  public static CrmSimulator start(CrmSimulatorOptions options) {
    try {
      return new CrmSimulator(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feed's address, without a slash at the end: what CRM_BASE_URL is set to. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The contacts, to look at and to edit. */
  public FeedRecords contacts() {
    return feed.contacts();
  }

  /** The users, to look at and to edit. */
  public FeedRecords users() {
    return feed.users();
  }

  /** The groups, to look at and to edit. */
  public FeedRecords groups() {
    return feed.groups();
  }

  /** Changes a field in a share of the contacts, and gives their ids in order. */
  public List<String> edit(EditShare share) {
    return share.applyTo(feed.contacts());
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** What was asked. */
  public RequestCounts counts() {
    return counts;
  }

  /** Stops at once, ends slow answers, and keeps the state. */
  @Override
  public void close() {
    wire.close();
    server.stop(0);
    threads.shutdown();
    state.ifPresent(KeptState::close);
  }

  private static Feed feed(CrmSimulatorOptions options) {
    Optional<Path> kept = options.state().filter(Feed::isIn);
    return kept.or(options::records).map(Feed::read).orElseGet(Feed::empty);
  }
}
