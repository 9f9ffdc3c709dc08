package io.crmsync.functions.signin;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claims that are looked at, under the names that App Service authentication gives them: the
 * token's own, or a long one. No e-mail claim is among them: its owner can choose it.
 */
enum ClaimName {
  TENANT("tid", "http://schemas.microsoft.com/identity/claims/tenantid"),
  OBJECT("oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"),
  UPN("upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"),
  PREFERRED_USERNAME("preferred_username"),
  /** Delegated permissions: a token that has it acts for a person. */
  SCOPE("scp", "http://schemas.microsoft.com/identity/claims/scope"),
  ROLES("roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"),
  /** {@code app} or {@code user}, where the token tells. */
  TYPE("idtyp"),
  /** 0: member, 1: guest. */
  ACCOUNT("acct"),
  /** Who authenticated the person; the tenant itself, if absent. */
  IDENTITY_PROVIDER("idp", "http://schemas.microsoft.com/identity/claims/identityprovider"),
  ISSUER("iss"),
  /** The account in a foreign identity system. */
  ALTERNATE_ACCOUNT("altsecid");

  private static final Map<String, ClaimName> BY_NAME =
      Arrays.stream(values())
          .flatMap(claim -> claim.names().map(name -> Map.entry(name, claim)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String shortName;
  private final String longName;

  ClaimName(String shortName, String longName) {
    this.shortName = shortName;
    this.longName = longName;
  }

  ClaimName(String onlyName) {
    this(onlyName, onlyName);
  }

  /** Takes a claim's {@code typ}; empty: not looked at. */
  static Optional<ClaimName> of(String type) {
    return Optional.ofNullable(BY_NAME.get(type));
  }

  private Stream<String> names() {
    return Stream.of(shortName, longName).distinct();
  }
}
