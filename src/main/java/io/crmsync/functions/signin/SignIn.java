package io.crmsync.functions.signin;

import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.functions.wire.Headers;
import io.crmsync.sync.call.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls, as App Service authentication says (docs/settings.md, "Caller"). Refuses by default:
 * nobody is believed where authentication is not switched on, where the header could come from
 * anyone.
 */
public final class SignIn {
  private static final String HEADER = "X-MS-CLIENT-PRINCIPAL";

  /** Why somebody is not let in. */
  public enum Rejection {
    /** No valid caller. */
    NOBODY,
    OTHER_TENANT,
    GUEST
  }

  /**
   * A caller, or why there is none.
   *
   * @param objectId of whoever it is, let in or not, as far as it was told
   */
  public record Result(
      Optional<Caller> caller, Optional<Rejection> refusal, Optional<String> objectId) {
    /** Of whom nothing is believed. */
    public static final Result NOBODY =
        new Result(Optional.empty(), Optional.of(Rejection.NOBODY), Optional.empty());

    static Result refused(Rejection why, ClientPrincipal principal) {
      return new Result(Optional.empty(), Optional.of(why), principal.one(ClaimName.OBJECT));
    }
  }

  private final CallerSettings settings;

  public SignIn(CallerSettings settings) {
    this.settings = settings;
  }

  /** Takes a request's headers; a principal that is there twice is nobody's. */
  public Result of(Headers headers) {
    return Stream.of(headers)
        .filter(all -> settings.authEnabled())
        .flatMap(all -> all.one(HEADER).stream())
        .flatMap(header -> ClientPrincipal.parse(header).stream())
        .map(this::admitted)
        .findFirst()
        .orElse(Result.NOBODY);
  }

  private Result admitted(ClientPrincipal principal) {
    Optional<String> tenant = principal.one(ClaimName.TENANT).map(SignIn::folded);
    if (tenant.isEmpty() || !tenant.equals(settings.tenantId().map(SignIn::folded))) {
      return Result.refused(Rejection.OTHER_TENANT, principal);
    }
    if (guest(principal, tenant.get())) {
      return Result.refused(Rejection.GUEST, principal);
    }
    return new Result(
        Optional.of(caller(principal)), Optional.empty(), principal.one(ClaimName.OBJECT));
  }

  private static Caller caller(ClientPrincipal principal) {
    Set<Caller.Role> roles =
        Stream.of(Caller.Role.values())
            .filter(role -> principal.all(ClaimName.ROLES).contains(role.value()))
            .collect(Collectors.toSet());
    return new Caller(
        person(principal) ? Caller.Kind.USER : Caller.Kind.APPLICATION,
        principal.one(ClaimName.OBJECT),
        loginName(principal),
        roles);
  }

  /** A delegated token says what it may do; a browser session does not, but says who it is. */
  private static boolean person(ClientPrincipal principal) {
    return principal.has(ClaimName.SCOPE)
        || loginName(principal).isPresent()
        || principal.one(ClaimName.TYPE).filter(type -> !type.equals("app")).isPresent();
  }

  private static Optional<String> loginName(ClientPrincipal principal) {
    return principal.has(ClaimName.UPN)
        ? principal.one(ClaimName.UPN)
        : principal.one(ClaimName.PREFERRED_USERNAME);
  }

  /**
   * Whether any of the signs of a guest is there: the mark in the name, the account's kind, an
   * account elsewhere, or an identity provider that is not this tenant. A guest's preferred name
   * can be anyone's address.
   */
  private static boolean guest(ClientPrincipal principal, String tenant) {
    boolean marked =
        Stream.of(ClaimName.UPN, ClaimName.PREFERRED_USERNAME)
            .flatMap(claim -> principal.one(claim).stream())
            .anyMatch(name -> folded(name).contains("#ext#"));
    boolean guestAccount =
        principal.one(ClaimName.ACCOUNT).filter(kind -> !kind.equals("0")).isPresent();
    return marked
        || guestAccount
        || principal.has(ClaimName.ALTERNATE_ACCOUNT)
        || authenticatedElsewhere(principal, tenant);
  }

  private static boolean authenticatedElsewhere(ClientPrincipal principal, String tenant) {
    Optional<String> provider = principal.one(ClaimName.IDENTITY_PROVIDER);
    boolean issuer = provider.equals(principal.one(ClaimName.ISSUER));
    return provider
        .map(SignIn::folded)
        .filter(name -> !issuer && !name.contains("/" + tenant + "/"))
        .isPresent();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
