package io.crmsync.functions.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.functions.wire.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header {@code X-MS-CLIENT-PRINCIPAL}: Base64 of {@code
 * {"auth_typ":"aad","claims":[{"typ":…,"val":…}]}}. Only what is well-formed and unambiguous is
 * taken: of a claim that can have one value, two that differ are none.
 */
final class ClientPrincipal {
  private static final int LONGEST = 64 * 1024;
  private static final String ENTRA = "aad";

  private final Map<ClaimName, Set<String>> claims;

  private ClientPrincipal(Map<ClaimName, Set<String>> claims) {
    this.claims = claims;
  }

  /** Takes the header's value; empty: it is no principal of Entra. */
  static Optional<ClientPrincipal> parse(String header) {
    return json(header)
        .filter(principal -> principal.path("auth_typ").asText(ENTRA).equalsIgnoreCase(ENTRA))
        .flatMap(principal -> claims(principal.path("claims")))
        .filter(ClientPrincipal::unambiguous)
        .map(ClientPrincipal::new);
  }

  /** The claim's one value; empty: it is absent. */
  Optional<String> one(ClaimName claim) {
    return all(claim).stream().findFirst();
  }

  /** All values of the claim. */
  Set<String> all(ClaimName claim) {
    return claims.getOrDefault(claim, Set.of());
  }

  boolean has(ClaimName claim) {
    return claims.containsKey(claim);
  }

  private static Optional<JsonNode> json(String header) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readTree(Base64.getDecoder().decode(header.strip())));
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<ClaimName, Set<String>>> claims(JsonNode list) {
    Map<ClaimName, Set<String>> claims = new EnumMap<>(ClaimName.class);
    for (JsonNode claim : list) {
      if (!claim.path("typ").isTextual() || !claim.path("val").isTextual()) {
        return Optional.empty();
      }
      ClaimName.of(claim.path("typ").textValue())
          .ifPresent(
              name ->
                  claims
                      .computeIfAbsent(name, absent -> new LinkedHashSet<>())
                      .add(claim.path("val").textValue()));
    }
    return list.isArray() ? Optional.of(claims) : Optional.empty();
  }

  private static boolean unambiguous(Map<ClaimName, Set<String>> claims) {
    return claims.entrySet().stream()
        .allMatch(claim -> claim.getValue().size() == 1 || severalAllowed(claim.getKey()));
  }

  private static boolean severalAllowed(ClaimName claim) {
    return switch (claim) {
      case ROLES, SCOPE -> true;
      case TENANT,
          OBJECT,
          UPN,
          PREFERRED_USERNAME,
          TYPE,
          ACCOUNT,
          IDENTITY_PROVIDER,
          ISSUER,
          ALTERNATE_ACCOUNT ->
          false;
    };
  }
}
