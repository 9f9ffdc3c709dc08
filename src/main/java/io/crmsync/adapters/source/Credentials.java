package io.crmsync.adapters.source;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.crmsync.sync.port.CrmUnavailable;
import java.util.Optional;
import okhttp3.Request;

/** How a request to the CRM is signed in. */
@FunctionalInterface
public interface Credentials {
  /** Adds what the CRM asks for; without a token now: {@link CrmUnavailable}. */
  Request.Builder signIn(Request.Builder request);

  /** Nothing: for a CRM on a loopback address. */
  static Credentials none() {
    return request -> request;
  }

  /** CRM_API_KEY in the header {@code x-api-key}. */
  static Credentials apiKey(String key) {
    return request -> request.header("x-api-key", key);
  }

  /** A token of this identity for CRM_SCOPE; the credential keeps it until it runs out. */
  static Credentials token(TokenCredential identity, String scope) {
    TokenRequestContext wanted = new TokenRequestContext().addScopes(scope);
    return request -> request.header("Authorization", "Bearer " + token(identity, wanted));
  }

  private static String token(TokenCredential identity, TokenRequestContext wanted) {
    try {
      return identity.getTokenSync(wanted).getToken();
    } catch (RuntimeException e) {
      // Of many kinds, and with messages that may quote an answer: the kind is all that is told.
      throw CrmUnavailable.signIn(
          "no token for the CRM: " + e.getClass().getSimpleName(), Optional.empty());
    }
  }
}
