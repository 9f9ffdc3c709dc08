package io.crmsync.localapp.host;

/** App Service authentication calls a claim by the token's short name or by a long one. */
public enum ClaimNames {
  SHORT("tid", "oid", "scp", "roles", "upn"),
  LONG(
      "http://schemas.microsoft.com/identity/claims/tenantid",
      "http://schemas.microsoft.com/identity/claims/objectidentifier",
      "http://schemas.microsoft.com/identity/claims/scope",
      "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
      "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn");

  private final String tenant;
  private final String objectId;
  private final String scope;
  private final String role;
  private final String upn;

  ClaimNames(String tenant, String objectId, String scope, String role, String upn) {
    this.tenant = tenant;
    this.objectId = objectId;
    this.scope = scope;
    this.role = role;
    this.upn = upn;
  }

  String tenant() {
    return tenant;
  }

  String objectId() {
    return objectId;
  }

  String scope() {
    return scope;
  }

  String role() {
    return role;
  }

  String upn() {
    return upn;
  }
}
