package io.crmsync.localapp.azurite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The line between an application and an Azurite, on loopback ports of its own. While it is cut
 * nothing comes over it, and what was under way is broken off.
 */
public final class StorageLine implements AutoCloseable {
  private final Map<AzuriteService, Relay> relays = new EnumMap<>(AzuriteService.class);

  private StorageLine(Azurite azurite) throws IOException {
    for (AzuriteService service : AzuriteService.values()) {
      relays.put(service, Relay.to(azurite.endpoint(service).getPort()));
    }
  }

  /** A line that is whole. */
  public static StorageLine to(Azurite azurite) {
    try {
      return new StorageLine(azurite);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Azurite's, over this line. */
  public String connectionString() {
    return Azurite.connectionString(
        service -> URI.create("http://127.0.0.1:" + relay(service).port()));
  }

  /** Cuts it for these services, and leaves it as it is for others. */
  public void cut(AzuriteService... services) {
    for (AzuriteService service : services) {
      relay(service).cut();
    }
  }

  private Relay relay(AzuriteService service) {
    return Optional.ofNullable(relays.get(service)).orElseThrow();
  }

  /** It is whole again. */
  public void mend() {
    relays.values().forEach(Relay::mend);
  }

  @Override
  public void close() {
    relays.values().forEach(Relay::close);
  }
}
