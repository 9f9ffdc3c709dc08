package io.crmsync.staged.alone;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.crmsync.adapters.feed.HttpCrmFeed;
import io.crmsync.adapters.source.Credentials;
import java.net.URI;
import java.time.Clock;

/** A token of the managed identity, and the CRM asked with it. */
final class TokenSteps {
  private final URI crm;

  TokenSteps(URI crm) {
    this.crm = crm;
  }

  void take() {
    TokenCredential identity =
        new ManagedIdentityCredentialBuilder()
            .clientId("11111111-2222-3333-4444-555555555555")
            .build();
    Credentials token = Credentials.token(identity, "api://crm/.default");
    HttpCrmFeed feed = new HttpCrmFeed(crm, token, Clock.systemUTC());
    JarAlone.say("crm: users: " + feed.directory().users().size());
    JarAlone.say("crm: users again: " + feed.directory().users().size());
  }
}
