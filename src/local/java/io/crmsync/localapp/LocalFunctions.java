package io.crmsync.localapp;

import io.crmsync.functions.FunctionInstances;
import io.crmsync.functions.settings.Settings;
import io.crmsync.localapp.host.FunctionClasses;
import io.crmsync.localapp.host.FunctionHost;
import io.crmsync.localapp.host.HostSetup;
import io.crmsync.localapp.host.LocalAuthentication;
import java.time.Duration;
import java.util.Map;

/**
 * The functions in a process of their own, found by their annotations, with settings from the
 * environment as in Azure: {@code LocalFunctions <port> <lease in seconds>}. Callers are told to
 * them as App Service authentication does. Beside them an admin endpoint, see {@link LocalAdmin}.
 */
public final class LocalFunctions {
  private LocalFunctions() {}

  /** Starts them and prints where they listen; a bad setting is named, and ends the process. */
  public static void main(String[] arguments) {
    try {
      start(Integer.parseInt(arguments[0]), Duration.ofSeconds(Long.parseLong(arguments[1])));
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void start(int port, Duration lease) {
    Settings settings = Settings.fromEnvironment();
    Map<String, String> environment = System.getenv();
    FunctionHost host =
        HostSetup.of(FunctionClasses.besides(FunctionInstances.class))
            .settings(environment)
            .storage(settings.storage().connectionString().orElseThrow())
            .lease(lease)
            .authentication(
                LocalAuthentication.ofTenant(settings.caller().tenantId().orElseThrow())
                    .people(LocalPeople.of(settings)::mailboxes))
            .httpPort(port)
            .start();
    LocalAdmin admin = LocalAdmin.start(host, settings.sync().audience());
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "host-stop"));
    System.out.println("functions listening on " + host.address());
    System.out.println("functions-admin listening on " + admin.address());
  }
}
