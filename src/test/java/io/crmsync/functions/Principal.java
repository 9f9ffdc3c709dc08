package io.crmsync.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Builds the header that App Service authentication sets. */
public final class Principal {
  public static final String TENANT = "11111111-2222-3333-4444-555555555555";
  public static final String OID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

  private final ObjectNode json = new ObjectMapper().createObjectNode().put("auth_typ", "aad");

  private Principal() {
    json.putArray("claims");
  }

  public static Principal empty() {
    return new Principal();
  }

  /** Of the right tenant. */
  public static Principal ofTenant() {
    return empty().with("tid", TENANT).with("oid", OID);
  }

  /** A browser session. */
  public static Principal user(String login) {
    return ofTenant().with("preferred_username", login);
  }

  /** An app-only token with this role. */
  public static Principal application(String role) {
    return ofTenant().with("roles", role);
  }

  public Principal with(String type, String value) {
    json.withArray("claims").addObject().put("typ", type).put("val", value);
    return this;
  }

  public Principal provider(String name) {
    json.put("auth_typ", name);
    return this;
  }

  /** As a request carries it; the case of the name varies. */
  public Map<String, String> headers() {
    return Map.of("X-MS-CLIENT-PRINCIPAL", header());
  }

  public String header() {
    return encoded(json.toString());
  }

  public static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
