package io.crmsync.adapters.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The mappings that come with the app, one a kind of source; a customer overrides keys of them. */
public enum ShippedMapping {
  /** Exports of Outlook, Google Contacts, HubSpot and Salesforce, and the feed's own names. */
  CSV("csv.json");

  private final String file;

  ShippedMapping(String file) {
    this.file = file;
  }

  /** The text of the mapping file. */
  public String json() {
    String resource = "/mapping/" + file;
    try (InputStream in = ShippedMapping.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
