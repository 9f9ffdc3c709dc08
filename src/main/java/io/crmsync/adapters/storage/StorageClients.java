package io.crmsync.adapters.storage;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncClientProvider;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.data.tables.TableClientBuilder;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where tables and queues are and how to sign in there: made once, given to every store. Requests
 * are tried three times within seconds; what takes longer is for the message to come back.
 */
public final class StorageClients {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int RETRIES = 2;
  private static final Duration DELAY = Duration.ofMillis(300);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
  private static final int THREADS = 16;

  private final UnaryOperator<TableClientBuilder> tables;
  private final UnaryOperator<QueueClientBuilder> queues;
  private final UnaryOperator<BlobContainerClientBuilder> blobs;
  private final StorageOperations operations;
  private final String prefix;
  private final HttpClient http;
  private final Parallel parallel;

  private StorageClients(
      UnaryOperator<TableClientBuilder> tables,
      UnaryOperator<QueueClientBuilder> queues,
      UnaryOperator<BlobContainerClientBuilder> blobs,
      StorageOperations operations,
      String prefix,
      HttpClient http,
      Parallel parallel) {
    this.tables = tables;
    this.queues = queues;
    this.blobs = blobs;
    this.operations = operations;
    this.prefix = prefix;
    this.http = http;
    this.parallel = parallel;
  }

  /** Takes a connection string with both endpoints, as the local run and the tests have it. */
  public static StorageClients of(String connectionString, StorageOperations operations) {
    return new StorageClients(
        builder -> builder.connectionString(connectionString),
        builder -> builder.connectionString(connectionString),
        builder -> builder.connectionString(connectionString),
        operations,
        "",
        okHttp(),
        new Parallel(THREADS));
  }

  /**
   * Takes the service URIs and the identity to sign in with.
   *
   * @param blobService empty: no blob is read or written
   */
  public static StorageClients of(
      URI tableService,
      URI queueService,
      Optional<URI> blobService,
      TokenCredential identity,
      StorageOperations operations) {
    return new StorageClients(
        builder -> builder.endpoint(tableService.toString()).credential(identity),
        builder -> builder.endpoint(queueService.toString()).credential(identity),
        builder ->
            builder
                .endpoint(
                    blobService
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    "AzureWebJobsStorage__blobServiceUri is needed for blobs"))
                        .toString())
                .credential(identity),
        operations,
        "",
        okHttp(),
        new Parallel(THREADS));
  }

  /**
   * The same account with other tables and queues, so that tests do not meet.
   *
   * @param newPrefix lower-case letters and digits, a letter first
   */
  public StorageClients withPrefix(String newPrefix) {
    return new StorageClients(tables, queues, blobs, operations, newPrefix, http, parallel);
  }

  /**
   * Reads a row that is not there, and looks at the head of a queue: makes and changes nothing, but
   * whatever comes after finds the connection, the token and the SDKs ready.
   */
  public void ask() {
    table(TableName.RUNS).ask();
    queue("contact-sync").ask();
  }

  StorageTable table(TableName name) {
    TableClientBuilder builder =
        new TableClientBuilder()
            .tableName(prefix + name.inStorage())
            .httpClient(http)
            .retryOptions(tableRetries())
            .addPolicy(new CaptureEtags())
            .addPolicy(new CountRequests("tables." + name.inStorage(), operations));
    return new StorageTable(tables.apply(builder).buildClient(), name, operations);
  }

  StorageQueue queue(String name) {
    QueueClientBuilder builder =
        new QueueClientBuilder()
            .queueName(prefix.isEmpty() ? name : prefix + "-" + name)
            .messageEncoding(QueueMessageEncoding.BASE64)
            .httpClient(http)
            .retryOptions(queueRetries())
            .addPolicy(new CountRequests("queues." + name, operations));
    return new StorageQueue(name, queues.apply(builder).buildClient());
  }

  StorageContainer container(String name) {
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder()
            .containerName(prefix.isEmpty() ? name : prefix + "-" + name)
            .httpClient(http)
            .retryOptions(queueRetries())
            .addPolicy(new CountRequests("blobs." + name, operations));
    return new StorageContainer(blobs.apply(builder).buildClient());
  }

  Parallel parallel() {
    return parallel;
  }

  private static HttpClient okHttp() {
    return new OkHttpAsyncClientProvider()
        .createInstance(
            new HttpClientOptions()
                .setConnectTimeout(TIMEOUT)
                .setWriteTimeout(TIMEOUT)
                .setResponseTimeout(TIMEOUT)
                .setReadTimeout(TIMEOUT)
                .setMaximumConnectionPoolSize(4 * THREADS)
                .setConnectionIdleTimeout(Duration.ofMinutes(1)));
  }

  private static RetryOptions tableRetries() {
    return new RetryOptions(
        new ExponentialBackoffOptions()
            .setMaxRetries(RETRIES)
            .setBaseDelay(DELAY)
            .setMaxDelay(LONGEST_DELAY));
  }

  private static RequestRetryOptions queueRetries() {
    return new RequestRetryOptions(
        RetryPolicyType.EXPONENTIAL, RETRIES + 1, TIMEOUT, DELAY, LONGEST_DELAY, "");
  }
}
