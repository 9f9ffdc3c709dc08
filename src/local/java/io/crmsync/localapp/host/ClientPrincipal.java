package io.crmsync.localapp.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The headers by which App Service authentication tells an app who calls. */
record ClientPrincipal(String tenantId, ClaimNames names, LocalCaller caller) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** By lower-case name. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    byte[] principal = json().toString().getBytes(StandardCharsets.UTF_8);
    headers.put("x-ms-client-principal", Base64.getEncoder().encodeToString(principal));
    headers.put("x-ms-client-principal-id", caller.objectId());
    headers.put("x-ms-client-principal-name", caller.name());
    headers.put("x-ms-client-principal-idp", "aad");
    return headers;
  }

  private ObjectNode json() {
    ObjectNode principal = JSON.createObjectNode();
    principal.put("auth_typ", "aad");
    principal.set("claims", claims());
    principal.put("name_typ", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress");
    principal.put("role_typ", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role");
    return principal;
  }

  private ArrayNode claims() {
    ArrayNode claims = JSON.createArrayNode();
    add(claims, "ver", "2.0");
    add(claims, names.tenant(), tenantId);
    add(claims, names.objectId(), caller.objectId());
    switch (caller.kind()) {
      case USER -> addPerson(claims);
      case APPLICATION -> addApplication(claims);
    }
    caller.roles().forEach(role -> add(claims, names.role(), role));
    return claims;
  }

  private void addPerson(ArrayNode claims) {
    add(claims, names.scope(), "user_impersonation");
    if (!caller.isObjectId()) {
      add(claims, names.upn(), caller.name());
      add(claims, "preferred_username", caller.name());
    }
  }

  private void addApplication(ArrayNode claims) {
    add(claims, "idtyp", "app");
    add(claims, "azp", caller.objectId());
  }

  private static void add(ArrayNode claims, String type, String value) {
    claims.addObject().put("typ", type).put("val", value);
  }
}
