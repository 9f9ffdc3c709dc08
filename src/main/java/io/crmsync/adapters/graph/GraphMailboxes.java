package io.crmsync.adapters.graph;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.Mailboxes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Mailboxes by Microsoft Graph. One for the process: it keeps the connections. Thread-safe. */
public final class GraphMailboxes implements Mailboxes {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final GraphAddress address;
  private final Supplier<TokenCredential> credential;
  private final GraphServiceClient graph;
  private final GraphCalls calls;
  private final AtomicBoolean filtersCannotBeJoined = new AtomicBoolean();

  /**
   * Sends nothing by itself.
   *
   * @param credential asked when the first token is needed; never for a stand-in on this machine
   * @param clock for Retry-After headers that name a date
   * @param requests where requests are counted
   */
  public GraphMailboxes(
      GraphAddress address,
      Supplier<TokenCredential> credential,
      InstantSource clock,
      GraphRequests requests) {
    this(address, credential, clock, requests, CALL_TIMEOUT);
  }

  GraphMailboxes(
      GraphAddress address,
      Supplier<TokenCredential> credential,
      InstantSource clock,
      GraphRequests requests,
      Duration callTimeout) {
    this.address = address;
    this.credential = credential;
    graph = GraphHttp.client(address, credential, clock, callTimeout);
    calls = new GraphCalls(requests);
  }

  @Override
  public Mailbox at(MailboxAddress mailbox) {
    return new GraphMailbox(calls, graph.users().byUserId(mailbox.value()), filtersCannotBeJoined);
  }

  /**
   * Asks for a token where one is wanted, so that the first request has it at once. Sends Graph
   * nothing. What the credential throws is thrown.
   */
  public void fetchToken() {
    address
        .scope()
        .map(scope -> new TokenRequestContext().addScopes(scope))
        .ifPresent(wanted -> credential.get().getTokenSync(wanted));
  }
}
