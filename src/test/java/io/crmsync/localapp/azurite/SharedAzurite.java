package io.crmsync.localapp.azurite;

/**
 * One Azurite in memory for all tests of this JVM, started at first use. Each test class uses table
 * and queue names of its own.
 */
public final class SharedAzurite {

  private SharedAzurite() {}

  /** Its connection string. */
  public static String connectionString() {
    return azurite().connectionString();
  }

  /** The shared one. Closing it would take it from the other tests. */
  public static Azurite azurite() {
    return Holder.AZURITE;
  }

  private static final class Holder {
    static final Azurite AZURITE = Azurite.inMemory();
  }
}
