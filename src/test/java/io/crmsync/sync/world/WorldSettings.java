package io.crmsync.sync.world;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.SyncSettings;
import java.util.Optional;

/**
 * Settings of a {@link World}: the defaults of docs/settings.md, but for pages of three contacts
 * and two requests at a time to a mailbox. Each method changes one and gives this object.
 */
public final class WorldSettings {
  private static final int MAILBOX_CONCURRENCY = 2;

  private String folder = "CRM Contacts";
  private String category = "";
  private boolean onRequest;
  private AudiencePolicy audience = new AudiencePolicy(Optional.empty(), false);
  private Removal removal = Removal.SOFT;
  private Removal removalSecurity = Removal.PERMANENT;
  private int limit = 500;
  private int percent = 20;
  private int pageSize = 3;

  /** SYNC_FOLDER. */
  public WorldSettings folder(String name) {
    folder = name;
    return this;
  }

  /** SYNC_CATEGORY. */
  public WorldSettings category(String name) {
    category = name;
    return this;
  }

  /** SYNC_NEW: new pairs wait until somebody asks for them. */
  public WorldSettings onRequest() {
    return onRequest(true);
  }

  /** SYNC_NEW: whether new pairs wait until somebody asks for them. */
  public WorldSettings onRequest(boolean waiting) {
    onRequest = waiting;
    return this;
  }

  /** SYNC_USERS_GROUP and SYNC_INACTIVE. */
  public WorldSettings audience(AudiencePolicy policy) {
    audience = policy;
    return this;
  }

  /** SYNC_REMOVAL. */
  public WorldSettings removal(Removal how) {
    removal = how;
    return this;
  }

  /** SYNC_REMOVAL_SECURITY. */
  public WorldSettings removalSecurity(Removal how) {
    removalSecurity = how;
    return this;
  }

  /** SYNC_REMOVAL_LIMIT: 0 holds every removal. */
  public WorldSettings limit(int removals) {
    limit = removals;
    return this;
  }

  /** SYNC_REMOVAL_LIMIT_PERCENT: 100 lets the guard look at the limit alone. */
  public WorldSettings percent(int ofCopies) {
    percent = ofCopies;
    return this;
  }

  /** SYNC_PAGE_SIZE. */
  public WorldSettings pageSize(int contacts) {
    pageSize = contacts;
    return this;
  }

  /** The settings as they are set now. */
  public SyncSettings build() {
    return new SyncSettings(
        folder,
        category,
        onRequest,
        audience,
        removal,
        removalSecurity,
        limit,
        percent,
        pageSize,
        MAILBOX_CONCURRENCY);
  }
}
