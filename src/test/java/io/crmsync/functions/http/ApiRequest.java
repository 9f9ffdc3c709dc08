package io.crmsync.functions.http;

import io.crmsync.functions.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to any operation. What an operation has no use for, it does not get.
 *
 * @param user the user's id, where the operation takes one: in the path, in the query or in a body
 * @param contact likewise, the contact's
 * @param id of a run or a request, where the path takes one
 * @param body sent as it is; empty: one that fits the operation is made
 */
record ApiRequest(
    Map<String, String> headers,
    Optional<String> user,
    String contact,
    String id,
    Map<String, String> query,
    Optional<String> body) {

  static ApiRequest by(Principal caller) {
    return by(caller.headers());
  }

  static ApiRequest by(Map<String, String> headers) {
    return new ApiRequest(headers, Optional.empty(), "c1", "none", Map.of(), Optional.empty());
  }

  ApiRequest forUser(String userId) {
    return new ApiRequest(headers, Optional.of(userId), contact, id, query, body);
  }

  ApiRequest about(String contactId) {
    return new ApiRequest(headers, user, contactId, id, query, body);
  }

  ApiRequest from(Principal caller) {
    return new ApiRequest(caller.headers(), user, contact, id, query, body);
  }

  /** The caller's own. */
  ApiRequest forNobodyElse() {
    return new ApiRequest(headers, Optional.empty(), contact, id, query, body);
  }

  ApiRequest at(String pathId) {
    return new ApiRequest(headers, user, contact, pathId, query, body);
  }

  ApiRequest with(String parameter, String value) {
    return new ApiRequest(headers, user, contact, id, Map.of(parameter, value), body);
  }

  ApiRequest sending(String text) {
    return new ApiRequest(headers, user, contact, id, query, Optional.of(text));
  }

  /** From a browser, with a body as a form sends it. */
  ApiRequest fromAForm() {
    Map<String, String> more = new HashMap<>(headers);
    more.put("Sec-Fetch-Site", "same-origin");
    more.put("Content-Type", "text/plain");
    return new ApiRequest(more, user, contact, id, query, body);
  }

  /** As it stands in a path. */
  String userInPath() {
    return user.orElse("me");
  }

  /** The body that is sent to an operation; empty: none is. */
  Optional<String> bodyFor(ApiOperation operation) {
    return body.or(
        () ->
            switch (operation) {
              case SYNC_TO_OUTLOOK ->
                  Optional.of("{\"contactId\":\"" + contact + "\"" + userInBody() + "}");
              case CONTACT_CHANGES, SYNC_SELECTED ->
                  Optional.of("{\"contactIds\":[\"" + contact + "\"]}");
              case START_RUN -> Optional.of("{\"mode\":\"changes\"}");
              case STOP_SYNC_TO_OUTLOOK,
                  GET_SYNC_REQUEST,
                  PREVIEW_CONTACTS,
                  EXPLAIN,
                  LIST_RUNS,
                  GET_RUN,
                  LIST_RUN_PAIRS,
                  LIST_MAILBOXES,
                  RELEASE_REMOVALS,
                  DISCARD_REMOVALS,
                  HEALTH ->
                  Optional.empty();
            });
  }

  private String userInBody() {
    return user.map(userId -> ",\"userId\":\"" + userId + "\"").orElse("");
  }
}
