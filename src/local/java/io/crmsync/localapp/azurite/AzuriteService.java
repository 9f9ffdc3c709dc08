package io.crmsync.localapp.azurite;

/** The three parts of Azurite, each on a port of its own. */
public enum AzuriteService {
  BLOB("Blob"),
  QUEUE("Queue"),
  TABLE("Table");

  private final String word;

  AzuriteService(String word) {
    this.word = word;
  }

  /** The word by which Azurite's start-up output calls it. */
  String word() {
    return word;
  }

  /** Its key in a storage connection string. */
  String connectionStringKey() {
    return word + "Endpoint";
  }

  /** The command line options that make it listen on a free loopback port. */
  java.util.List<String> listenOptions() {
    String option = "--" + word.toLowerCase(java.util.Locale.ROOT);
    return java.util.List.of(option + "Host", "127.0.0.1", option + "Port", "0");
  }
}
