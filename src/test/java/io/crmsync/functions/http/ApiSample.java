package io.crmsync.functions.http;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.functions.Principal;
import io.crmsync.sync.world.ApiWorld;
import java.util.Map;
import java.util.Set;

/**
 * A world in which every operation has something to do: users u1 and u2 with a contact each that
 * they asked for, a run that holds removals and an older one that holds none any more.
 */
final class ApiSample {
  static final Map<String, String> CONTACT_OF = Map.of("u1", "c3", "u2", "d1");
  static final Principal U1 = Principal.user("u1@example.com");
  static final Principal BACK_END = Principal.application("Sync.OnBehalf");
  static final Principal ADMIN = Principal.application("Sync.Admin");

  final ApiWorld api = ApiWorld.holdingRemovals();
  final String olderRun = api.latestRun();
  final String run;
  private final Map<String, String> requestOf;

  ApiSample() {
    api.addUser("u2");
    api.addPerson("d1", "u2");
    api.addOrganisation("o1");
    api.addRestricted("l1", ViewSecurity.EVERYONE, Set.of(), Set.of(new UserId("u1")));
    api.night();
    run = api.latestRun();
    requestOf = Map.of("u1", api.rightClick("u1", "c3"), "u2", api.rightClick("u2", "d1"));
    api.work();
  }

  /** What an operation is asked that has something to do for this user. */
  ApiRequest asked(ApiOperation operation, Map<String, String> headers, String user) {
    ApiRequest request =
        ApiRequest.by(headers).forUser(user).about(CONTACT_OF.getOrDefault(user, "none"));
    return operation == ApiOperation.GET_SYNC_REQUEST
        ? request.at(requestOf.getOrDefault(user, "none"))
        : request.at(run);
  }

  /** The same, by whoever may ask it, for u1. */
  ApiRequest allowed(ApiOperation operation) {
    return asked(operation, caller(operation).headers(), "u1");
  }

  private static Principal caller(ApiOperation operation) {
    return switch (operation) {
      case CONTACT_CHANGES -> BACK_END;
      case SYNC_TO_OUTLOOK,
          STOP_SYNC_TO_OUTLOOK,
          GET_SYNC_REQUEST,
          PREVIEW_CONTACTS,
          SYNC_SELECTED,
          EXPLAIN,
          HEALTH ->
          U1;
      case LIST_RUNS,
          START_RUN,
          GET_RUN,
          LIST_RUN_PAIRS,
          LIST_MAILBOXES,
          RELEASE_REMOVALS,
          DISCARD_REMOVALS ->
          ADMIN;
    };
  }
}
