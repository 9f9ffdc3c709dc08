package io.crmsync.staged.alone;

import com.azure.identity.ManagedIdentityCredential;
import com.google.gson.Gson;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.nio.file.Path;
import java.util.List;

/** Where the classes came from that were used. */
final class OriginSteps {
  private OriginSteps() {}

  static void take() {
    for (Class<?> type :
        List.of(GraphServiceClient.class, ManagedIdentityCredential.class, Gson.class)) {
      Path origin = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
      JarAlone.say("origin: " + type.getSimpleName() + ": " + origin.getFileName());
    }
  }
}
