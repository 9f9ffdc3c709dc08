package io.crmsync.localapp.host;

import io.crmsync.localapp.files.OwnFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a {@link FunctionHost} runs and how.
 *
 * @param functionClasses the classes whose annotated methods are functions
 * @param settings application settings: what %NAME% in an annotation stands for
 * @param instances gives the object a function is called on; asked once, at the start
 * @param storage connection string of the queues; empty: queue functions are found but not polled
 * @param queues how queues are polled
 * @param authentication plays App Service authentication; empty: the X-MS-* headers of a request
 *     reach the functions as they came
 * @param httpPort loopback port of the HTTP front; 0 takes a free one
 * @param hostJson says with what every route begins
 */
public record HostSetup(
    List<Class<?>> functionClasses,
    Map<String, String> settings,
    Supplier<FunctionInstances> instances,
    Optional<String> storage,
    QueueRules queues,
    Optional<LocalAuthentication> authentication,
    int httpPort,
    Path hostJson) {

  private static final Path HOST_JSON = OwnFiles.of(Path.of("host.json"), "host.json");

  public HostSetup {
    functionClasses = List.copyOf(functionClasses);
    settings = Map.copyOf(settings);
  }

  /** The classes with the project's host.json, no storage and no authentication. */
  public static HostSetup of(List<Class<?>> functionClasses) {
    return new HostSetup(
        functionClasses,
        Map.of(),
        FunctionInstances::asInAzure,
        Optional.empty(),
        QueueRules.fromHostJson(HOST_JSON),
        Optional.empty(),
        0,
        HOST_JSON);
  }

  /** The same with these application settings. */
  public HostSetup settings(Map<String, String> values) {
    return new HostSetup(
        functionClasses, values, instances, storage, queues, authentication, httpPort, hostJson);
  }

  /** The same with objects from {@code factory}. */
  public HostSetup instances(FunctionInstances factory) {
    return new HostSetup(
        functionClasses,
        settings,
        () -> factory,
        storage,
        queues,
        authentication,
        httpPort,
        hostJson);
  }

  /** The same, polling the queues of this storage account. */
  public HostSetup storage(String connectionString) {
    return new HostSetup(
        functionClasses,
        settings,
        instances,
        Optional.of(connectionString),
        queues,
        authentication,
        httpPort,
        hostJson);
  }

  /** The same with other rules for queues. */
  public HostSetup queues(QueueRules rules) {
    return new HostSetup(
        functionClasses, settings, instances, storage, rules, authentication, httpPort, hostJson);
  }

  /**
   * The same with queue messages hidden for {@code lease} while a function runs, renewed at half of
   * it.
   */
  public HostSetup lease(Duration lease) {
    return queues(queues.lease(lease));
  }

  /** The same, with callers told to the functions as App Service authentication does. */
  public HostSetup authentication(LocalAuthentication plays) {
    return new HostSetup(
        functionClasses,
        settings,
        instances,
        storage,
        queues,
        Optional.of(plays),
        httpPort,
        hostJson);
  }

  /** The same on this loopback port. */
  public HostSetup httpPort(int port) {
    return new HostSetup(
        functionClasses, settings, instances, storage, queues, authentication, port, hostJson);
  }

  /** The same with routes behind the prefix that this host.json names. */
  public HostSetup hostJson(Path other) {
    return new HostSetup(
        functionClasses, settings, instances, storage, queues, authentication, httpPort, other);
  }

  /** Checks every function and starts the host. */
  public FunctionHost start() {
    return FunctionHost.start(this);
  }
}
