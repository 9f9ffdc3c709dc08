package io.crmsync.simulators.crm;

import java.util.Optional;

/**
 * Which credentials the feed demands. With both kinds, either will do; with none, it is open.
 *
 * @param apiKey the value that the header x-api-key must have
 * @param bearer whether any bearer token is taken
 */
public record Access(Optional<String> apiKey, boolean bearer) {

  /** No credentials are demanded. */
  public static Access open() {
    return new Access(Optional.empty(), false);
  }

  /** The header x-api-key must have this value. */
  public static Access apiKey(String key) {
    return new Access(Optional.of(key), false);
  }

  /** There must be a bearer token, whatever it says. */
  public static Access anyBearer() {
    return new Access(Optional.empty(), true);
  }

  boolean admits(Optional<String> givenKey, Optional<String> authorization) {
    boolean isOpen = apiKey.isEmpty() && !bearer;
    boolean hasKey = apiKey.isPresent() && apiKey.equals(givenKey);
    boolean hasToken =
        bearer && authorization.filter(value -> value.matches("(?i)bearer +\\S+")).isPresent();
    return isOpen || hasKey || hasToken;
  }
}
