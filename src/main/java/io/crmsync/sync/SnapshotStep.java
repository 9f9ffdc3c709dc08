package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.PageCheck;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Mode;
import io.crmsync.sync.port.Run.Phase;
import io.crmsync.sync.port.RunCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One page of the CRM's contacts into the snapshot. */
public final class SnapshotStep {
  private final CrmFeed crm;
  private final RecordContacts record;
  private final SyncSettings settings;
  private final Clock clock;

  public SnapshotStep(CrmFeed crm, RecordContacts record, SyncSettings settings, Clock clock) {
    this.crm = crm;
    this.record = record;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads the page behind the run's cursor, and records it if it can be believed.
   *
   * @param journal told each bad record's id and defect
   * @throws CrmBroken it cannot (R17)
   */
  Run page(Run run, Consumer<String> journal) {
    Optional<ContactId> after =
        Optional.of(run.cursor()).filter(id -> !id.isEmpty()).map(ContactId::new);
    Instant askedAt = clock.instant();
    FeedPage answer = crm.contacts(after, settings.pageSize());
    List<Optional<ContactId>> ids = answer.records().stream().map(FeedRecord::id).toList();
    PageCheck.defect(after, ids, answer.last())
        .ifPresent(
            defect -> {
              throw new CrmBroken("the page of contacts after '" + run.cursor() + "' " + defect);
            });
    ReadPage page = ReadPage.of(after, answer, askedAt);
    page.bad().forEach((where, defect) -> journal.accept("bad record " + where + ": " + defect));
    RunCounts counted = record.recordPage(page, run.mode() == Mode.FULL, run.runId());
    String cursor = PageCheck.lastId(ids).map(ContactId::value).orElse(run.cursor());
    return answer.last()
        ? run.advanced(afterPages(run.mode()), "", counted, clock.instant())
        : run.advanced(Phase.PAGES, cursor, counted, clock.instant());
  }

  /** Only a full run looks into every mailbox. */
  private static Phase afterPages(Mode mode) {
    return switch (mode) {
      case CHANGES, DRY_RUN -> Phase.GUARD;
      case FULL, UNINSTALL, UNMARK -> Phase.MAILBOXES;
    };
  }
}
