package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function of every operation, over fakes, called as the platform does. */
final class ApiFunctions {
  private final ApiWorld api;
  private final HttpMiddleware middleware;
  private final Platform platform = new Platform();
  private final ExecutionContext context = platform.context();

  /** Where App Service authentication is on. */
  ApiFunctions(ApiWorld api) {
    this(api, true);
  }

  ApiFunctions(ApiWorld api, boolean authEnabled) {
    this(api, authEnabled, new RateLimiter(Clock.systemUTC()));
  }

  /** Where each caller may ask for so much. */
  ApiFunctions(ApiWorld api, RateLimiter rateLimiter) {
    this(api, true, rateLimiter);
  }

  private ApiFunctions(ApiWorld api, boolean authEnabled, RateLimiter rateLimiter) {
    this.api = api;
    this.middleware =
        new HttpMiddleware(
            () -> new CallerSettings(authEnabled, Optional.of(Principal.TENANT)), rateLimiter);
  }

  /** What was logged so far. */
  List<String> logged() {
    return List.copyOf(platform.logged());
  }

  Sent call(ApiOperation operation, ApiRequest asked) {
    Map<String, String> query =
        operation == ApiOperation.STOP_SYNC_TO_OUTLOOK
            ? asked.user().map(id -> Map.of("userId", id)).orElse(asked.query())
            : asked.query();
    return (Sent)
        answer(
            operation, asked, Platform.request(asked.headers(), query, asked.bodyFor(operation)));
  }

  private HttpResponseMessage answer(
      ApiOperation operation, ApiRequest asked, HttpRequestMessage<Optional<String>> sent) {
    return switch (operation) {
      case SYNC_TO_OUTLOOK ->
          new SyncToOutlook(middleware, () -> api.requestSync).run(sent, context);
      case STOP_SYNC_TO_OUTLOOK ->
          new StopSyncToOutlook(middleware, () -> api.stopSync).run(sent, asked.contact(), context);
      case CONTACT_CHANGES ->
          new ContactChanges(middleware, () -> api.acceptNotice).run(sent, context);
      case GET_SYNC_REQUEST ->
          new GetSyncRequest(middleware, () -> api.findRequest).run(sent, asked.id(), context);
      case PREVIEW_CONTACTS ->
          new ListPreview(middleware, () -> api.previewContacts)
              .run(sent, asked.userInPath(), context);
      case SYNC_SELECTED ->
          new SyncSelection(middleware, () -> api.syncSelected)
              .run(sent, asked.userInPath(), context);
      case EXPLAIN ->
          new Explain(middleware, () -> api.explainPair)
              .run(sent, asked.userInPath(), asked.contact(), context);
      case LIST_RUNS -> new ListRuns(middleware, () -> api.findRuns).run(sent, context);
      case START_RUN -> new StartRunNow(middleware, () -> api.startRun).run(sent, context);
      case GET_RUN -> new GetRun(middleware, () -> api.findRuns).run(sent, asked.id(), context);
      case LIST_RUN_PAIRS ->
          new ListRunPairs(middleware, () -> api.findRunPairs).run(sent, asked.id(), context);
      case LIST_MAILBOXES ->
          new ListMailboxes(middleware, () -> api.findMailboxes).run(sent, context);
      case RELEASE_REMOVALS ->
          new HeldRemovals(middleware, () -> api.decideRemovals).release(sent, asked.id(), context);
      case DISCARD_REMOVALS ->
          new HeldRemovals(middleware, () -> api.decideRemovals).discard(sent, asked.id(), context);
      case HEALTH -> new Health().run(sent);
    };
  }
}
