package io.crmsync.functions.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.Principal;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.functions.signin.SignIn.Rejection;
import io.crmsync.functions.wire.Headers;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Kind;
import io.crmsync.sync.call.Caller.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static final String HEADER = "X-MS-CLIENT-PRINCIPAL";
  private static final String SOAP = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MICROSOFT = "http://schemas.microsoft.com/identity/claims/";
  private static final String ROLE = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

  private final SignIn signIn = new SignIn(new CallerSettings(true, Optional.of(Principal.TENANT)));

  @Test
  void aBrowserSessionIsAUser() {
    assertThat(caller(Principal.user("ada@example.com")))
        .isEqualTo(
            new Caller(
                Kind.USER, Optional.of(Principal.OID), Optional.of("ada@example.com"), Set.of()));
  }

  @Test
  void aDelegatedTokenIsAUserEvenWithoutAName() {
    assertThat(caller(Principal.ofTenant().with("scp", "access_as_user")))
        .isEqualTo(new Caller(Kind.USER, Optional.of(Principal.OID), Optional.empty(), Set.of()));
    assertThat(caller(Principal.ofTenant().with(MICROSOFT + "scope", "x")).kind())
        .isEqualTo(Kind.USER);
  }

  @Test
  void longClaimNamesAreUnderstood() {
    Principal principal =
        Principal.empty()
            .with(MICROSOFT + "tenantid", Principal.TENANT)
            .with(MICROSOFT + "objectidentifier", Principal.OID)
            .with(SOAP + "upn", "ada@example.com")
            .with(ROLE, "Sync.Admin");
    assertThat(caller(principal))
        .isEqualTo(
            new Caller(
                Kind.USER,
                Optional.of(Principal.OID),
                Optional.of("ada@example.com"),
                Set.of(Role.ADMIN)));
  }

  @Test
  void theUpnGoesBeforeThePreferredName() {
    assertThat(
            caller(Principal.user("other@example.com").with("upn", "ada@example.com")).loginName())
        .contains("ada@example.com");
    assertThat(caller(Principal.user("other@example.com").with("upn", "")).loginName())
        .contains("");
  }

  @Test
  void anEmailClaimIsNoName() {
    Principal principal =
        Principal.ofTenant()
            .with("scp", "x")
            .with("email", "ada@example.com")
            .with("emails", "ada@example.com")
            .with(SOAP + "emailaddress", "ada@example.com")
            .with(SOAP + "name", "ada@example.com")
            .with("unique_name", "ada@example.com");
    assertThat(caller(principal).loginName()).isEmpty();
  }

  @Test
  void anAppOnlyTokenIsAnApplication() {
    Caller backEnd = caller(Principal.application("Sync.OnBehalf"));
    assertThat(backEnd.kind()).isEqualTo(Kind.APPLICATION);
    assertThat(backEnd.onBehalf()).isTrue();
    assertThat(caller(Principal.application("Sync.OnBehalf").with("idtyp", "app")).onBehalf())
        .isTrue();
  }

  @Test
  void onBehalfCountsForNoPerson() {
    for (Principal person :
        new Principal[] {
          Principal.application("Sync.OnBehalf").with("scp", "access_as_user"),
          Principal.application("Sync.OnBehalf").with("scp", ""),
          Principal.application("Sync.OnBehalf").with("preferred_username", "ada@example.com"),
          Principal.application("Sync.OnBehalf").with("upn", "ada@example.com"),
          Principal.application("Sync.OnBehalf").with("idtyp", "user")
        }) {
      assertThat(caller(person).onBehalf()).isFalse();
    }
  }

  @Test
  void rolesAreComparedExactly() {
    Principal principal =
        Principal.ofTenant()
            .with("roles", "sync.admin")
            .with("roles", "Sync.Admins")
            .with("role", "Sync.Admin")
            .with("groups", "Sync.Admin");
    assertThat(caller(principal).roles()).isEmpty();
    assertThat(caller(principal.with("roles", "Sync.OnBehalf").with("roles", "Sync.Admin")).roles())
        .containsExactlyInAnyOrder(Role.ADMIN, Role.ON_BEHALF);
  }

  @Test
  void whereAuthenticationIsOffNobodyIsBelieved() {
    SignIn open = new SignIn(new CallerSettings(false, Optional.of(Principal.TENANT)));
    assertThat(
            open.of(new Headers(Map.of(HEADER, Principal.user("ada@example.com").header())))
                .refusal())
        .contains(Rejection.NOBODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "not base 64!",
        "bm90IGpzb24=", // not json
        "W10=", // []
        "e30=", // {}
        "eyJjbGFpbXMiOnt9fQ==", // {"claims":{}}
        "eyJjbGFpbXMiOlsieCJdfQ==", // {"claims":["x"]}
        "eyJjbGFpbXMiOlt7InR5cCI6InRpZCJ9XX0=", // {"claims":[{"typ":"tid"}]}
        "eyJjbGFpbXMiOlt7InR5cCI6InRpZCIsInZhbCI6MX1dfQ==" // {"claims":[{"typ":"tid","val":1}]}
      })
  void aMalformedHeaderIsNobody(String header) {
    assertThat(refusal(header)).contains(Rejection.NOBODY);
  }

  @Test
  void noHeaderIsNobody() {
    assertThat(signIn.of(new Headers(Map.of("Authorization", "Bearer x"))).refusal())
        .contains(Rejection.NOBODY);
  }

  @Test
  void theHeadersNameIsFoundInAnyCase() {
    String value = Principal.user("ada@example.com").header();
    assertThat(signIn.of(new Headers(Map.of(HEADER.toLowerCase(Locale.ROOT), value))).caller())
        .isPresent();
    assertThat(signIn.of(new Headers(Map.of("X-Ms-Client-Principal", value))).caller()).isPresent();
  }

  @Test
  void twoHeadersThatDifferAreNobody() {
    Map<String, String> headers =
        Map.of(
            HEADER,
            Principal.user("ada@example.com").header(),
            HEADER.toLowerCase(Locale.ROOT),
            Principal.user("eve@example.com").header());
    assertThat(signIn.of(new Headers(headers)).refusal()).contains(Rejection.NOBODY);
  }

  @Test
  void aHugeHeaderIsNobody() {
    assertThat(refusal(Principal.user("a".repeat(60_000) + "@example.com").header()))
        .contains(Rejection.NOBODY);
  }

  @Test
  void anotherIdentityProvidersPrincipalIsNobody() {
    assertThat(refusal(Principal.user("ada@example.com").provider("google").header()))
        .contains(Rejection.NOBODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tid", "oid", "upn", "preferred_username", "acct", "iss"})
  void twoValuesOfOneClaimAreNobody(String claim) {
    Principal principal = Principal.empty().with("tid", Principal.TENANT);
    assertThat(refusal(principal.with(claim, "1").with(claim, "2").header()))
        .contains(Rejection.NOBODY);
  }

  @Test
  void shortAndLongNameMustAgree() {
    Principal agreeing =
        Principal.user("ada@example.com").with(MICROSOFT + "tenantid", Principal.TENANT);
    assertThat(caller(agreeing).loginName()).isPresent();
    assertThat(refusal(agreeing.with(MICROSOFT + "objectidentifier", "another").header()))
        .contains(Rejection.NOBODY);
  }

  @Test
  void anotherTenantOrNoneIsRefused() {
    assertThat(refusal(Principal.empty().with("preferred_username", "a@example.com").header()))
        .contains(Rejection.OTHER_TENANT);
    assertThat(
            refusal(
                Principal.empty()
                    .with("tid", "99999999-2222-3333-4444-555555555555")
                    .with("upn", "ada@example.com")
                    .header()))
        .contains(Rejection.OTHER_TENANT);
  }

  @Test
  void tenantIdsAreComparedIgnoringCase() {
    SignIn letters =
        new SignIn(new CallerSettings(true, Optional.of("ABCDEF00-2222-3333-4444-555555555555")));
    Principal principal =
        Principal.empty()
            .with("tid", "abcdef00-2222-3333-4444-555555555555")
            .with("upn", "ada@example.com");
    assertThat(letters.of(new Headers(Map.of(HEADER, principal.header()))).caller()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "upn, ada_partner.example#EXT#@contoso.example",
    "upn, ada_partner.example#ext#@contoso.example",
    "acct, 1",
    "acct, guest",
    "idp, live.com",
    "idp, https://sts.windows.net/99999999-2222-3333-4444-555555555555/",
    "http://schemas.microsoft.com/identity/claims/identityprovider, mail",
    "altsecid, 5::10033FFF",
  })
  void guestsNever(String claim, String value) {
    Principal guest = Principal.user("ada@example.com").with("roles", "Sync.Admin");
    assertThat(refusal(guest.with(claim, value).header())).contains(Rejection.GUEST);
  }

  @Test
  void aGuestsPreferredNameMayCarryTheMarkToo() {
    assertThat(refusal(Principal.user("ada_x#EXT#@contoso.example").header()))
        .contains(Rejection.GUEST);
  }

  @ParameterizedTest
  @CsvSource({
    "acct, 0",
    "idp, https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
    "idp, https://login.example/own",
  })
  void membersAreNoGuests(String claim, String value) {
    Principal member = Principal.user("ada@example.com").with("iss", "https://login.example/own");
    assertThat(caller(member.with(claim, value)).kind()).isEqualTo(Kind.USER);
  }

  private Caller caller(Principal principal) {
    return signIn.of(new Headers(Map.of(HEADER, principal.header()))).caller().orElseThrow();
  }

  private Optional<Rejection> refusal(String header) {
    return signIn.of(new Headers(Map.of(HEADER, header))).refusal();
  }
}
