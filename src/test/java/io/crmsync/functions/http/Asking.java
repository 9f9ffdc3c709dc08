package io.crmsync.functions.http;

import io.crmsync.functions.Principal;
import java.util.Map;

/** Who asks, and for whom. People are u1, but for the one who is no user of the CRM. */
enum Asking {
  NOBODY("u1"),
  STRANGER("u1"),
  SELF("u1"),
  FOR_ANOTHER("u2"),
  OTHER_TENANT("u1"),
  GUEST("u1"),
  /** Whose token says nothing of the account, but who vouches for it. */
  GUEST_BY_PROVIDER("u1"),
  APP_WITHOUT_ROLE("u1"),
  APP_ON_BEHALF("u1"),
  APP_ADMIN("u1"),
  /** A person with Sync.Admin. */
  USER_ADMIN("u2"),
  /** A person whose delegated token carries Sync.OnBehalf. */
  DELEGATED_ON_BEHALF("u2");

  private final String forUser;

  Asking(String forUser) {
    this.forUser = forUser;
  }

  /** The user whose contacts it is about. */
  String forUser() {
    return forUser;
  }

  /** What App Service authentication says of the caller. */
  Map<String, String> headers() {
    return switch (this) {
      case NOBODY -> Map.of();
      case STRANGER -> Principal.user("eve@example.com").headers();
      case SELF, FOR_ANOTHER -> Principal.user("u1@example.com").headers();
      case OTHER_TENANT ->
          Principal.empty()
              .with("tid", "99999999-2222-3333-4444-555555555555")
              .with("oid", Principal.OID)
              .with("roles", "Sync.Admin")
              .with("preferred_username", "u1@example.com")
              .headers();
      case GUEST -> Principal.user("u1@example.com").with("acct", "1").headers();
      case GUEST_BY_PROVIDER ->
          Principal.user("u1@example.com")
              .with("idp", "https://sts.windows.net/99999999-2222-3333-4444-555555555555/")
              .with("roles", "Sync.Admin")
              .headers();
      case APP_WITHOUT_ROLE -> Principal.ofTenant().headers();
      case APP_ON_BEHALF -> Principal.application("Sync.OnBehalf").headers();
      case APP_ADMIN -> Principal.application("Sync.Admin").headers();
      case USER_ADMIN -> Principal.user("u1@example.com").with("roles", "Sync.Admin").headers();
      case DELEGATED_ON_BEHALF ->
          Principal.user("u1@example.com")
              .with("scp", "user_impersonation")
              .with("roles", "Sync.OnBehalf")
              .headers();
    };
  }
}
