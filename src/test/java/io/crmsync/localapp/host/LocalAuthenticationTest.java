package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAuthenticationTest {

  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String PRINCIPAL = "x-ms-client-principal";

  private final LocalAuthentication plays = LocalAuthentication.ofTenant(TENANT);

  @Test
  void whatAClientClaimsInTheHeadersOfAzureIsDropped() {
    Map<String, String> headers =
        plays.apply(
            Map.of(
                PRINCIPAL,
                "forged",
                "x-ms-client-principal-id",
                "forged",
                "X-MS-TOKEN-AAD-ID-TOKEN",
                "forged",
                "accept",
                "text/plain"));

    assertThat(headers).containsExactly(Map.entry("accept", "text/plain"));
  }

  @Test
  void aUserIsOfTheTenantWithSignInNameObjectIdAndScope() throws IOException {
    Map<String, List<String>> claims = claims(plays, "Bearer local:anna@contoso.example");

    assertThat(claims)
        .containsEntry("tid", List.of(TENANT))
        .containsEntry("upn", List.of("anna@contoso.example"))
        .containsEntry("preferred_username", List.of("anna@contoso.example"))
        .containsEntry("scp", List.of("user_impersonation"))
        .doesNotContainKeys("roles", "idtyp", "email");
    assertThat(claims.get("oid"))
        .singleElement()
        .asString()
        .matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  }

  @Test
  void rolesAreOneClaimEach() throws IOException {
    assertThat(claims(plays, "bearer local:anna@contoso.example:Sync.Admin,Sync.OnBehalf"))
        .containsEntry("roles", List.of("Sync.Admin", "Sync.OnBehalf"))
        .containsKey("scp");
  }

  @Test
  void anApplicationHasRolesButNoScopeAndNoName() throws IOException {
    assertThat(claims(plays, "Bearer local:app:Sync.OnBehalf"))
        .containsEntry("roles", List.of("Sync.OnBehalf"))
        .containsEntry("idtyp", List.of("app"))
        .doesNotContainKeys("scp", "upn", "preferred_username");
  }

  @Test
  void anObjectIdAsUserIsTheObjectIdClaimOnly() throws IOException {
    assertThat(claims(plays, "Bearer local:" + TENANT))
        .containsEntry("oid", List.of(TENANT))
        .doesNotContainKeys("upn", "preferred_username");
  }

  @Test
  void oneUserHasOneObjectId() throws IOException {
    assertThat(claims(plays, "Bearer local:a@b.example").get("oid"))
        .isEqualTo(claims(plays, "Bearer local:a@b.example").get("oid"))
        .isNotEqualTo(claims(plays, "Bearer local:c@b.example").get("oid"));
  }

  @Test
  void longClaimNamesAreAtHandBecauseAzureUsesBoth() throws IOException {
    assertThat(
            claims(
                new LocalAuthentication(TENANT, ClaimNames.LONG, List::of),
                "Bearer local:a@b.example:R"))
        .containsEntry("http://schemas.microsoft.com/identity/claims/tenantid", List.of(TENANT))
        .containsKey("http://schemas.microsoft.com/identity/claims/scope")
        .containsKey("http://schemas.microsoft.com/ws/2008/06/identity/claims/role");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer other:anna", "Basic local:anna", "Bearer local:", "local:anna"})
  void anythingElseIsNobody(String authorization) {
    assertThat(plays.apply(Map.of("authorization", authorization))).doesNotContainKey(PRINCIPAL);
  }

  private static Map<String, List<String>> claims(LocalAuthentication plays, String authorization)
      throws IOException {
    String header = plays.apply(Map.of("authorization", authorization)).get(PRINCIPAL);
    assertThat(header).isNotNull();
    JsonNode principal = new ObjectMapper().readTree(Base64.getDecoder().decode(header));
    assertThat(principal.at("/auth_typ").asText()).isEqualTo("aad");
    assertThat(principal.fieldNames())
        .toIterable()
        .containsExactly("auth_typ", "claims", "name_typ", "role_typ");
    return byType(principal.at("/claims"));
  }

  private static Map<String, List<String>> byType(JsonNode claims) {
    Map<String, List<String>> byType = new HashMap<>();
    for (JsonNode claim : claims) {
      byType.merge(
          claim.get("typ").asText(),
          List.of(claim.get("val").asText()),
          (first, next) -> java.util.stream.Stream.concat(first.stream(), next.stream()).toList());
    }
    return byType;
  }
}
