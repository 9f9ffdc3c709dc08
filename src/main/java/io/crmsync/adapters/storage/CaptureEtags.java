package io.crmsync.adapters.storage;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the new ETags of a transaction's rows out of the answer: the SDK drops them, and reading
 * the rows again could show another writer's.
 */
final class CaptureEtags extends HttpPipelineSyncPolicy {
  /** In the call's context: the list that gets the ETags, in the order of the actions. */
  static final String INTO = "crmsync-etags";

  private static final Pattern ETAG =
      Pattern.compile("^ETag: *(\\S.*?)\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext call, HttpResponse response) {
    if (!(call.getData(INTO).orElse("") instanceof Target target)) {
      return response;
    }
    HttpResponse buffered = response.buffer();
    target.etags().clear();
    ETAG.matcher(buffered.getBodyAsBinaryData().toString())
        .results()
        .map(found -> found.group(1))
        .forEach(target.etags()::add);
    return buffered;
  }

  /** Where the ETags go. */
  record Target(List<String> etags) {}
}
