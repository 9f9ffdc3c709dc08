package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.PageCheck;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Phase;
import io.crmsync.sync.port.RunCounts;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One page of the CRM's contacts: read, checked, and given to whoever takes it. */
public final class SnapshotStep {
  private final CrmFeed crm;
  private final SyncSettings settings;
  private final Clock clock;

  SnapshotStep(CrmFeed crm, SyncSettings settings, Clock clock) {
    this.crm = crm;
    this.settings = settings;
    this.clock = clock;
  }

  /** What becomes of a page that can be believed; gives what was counted. */
  @FunctionalInterface
  public interface TakePage {
    RunCounts take(ReadPage page);
  }

  /**
   * Reads the page behind the run's cursor, and gives it away if it can be believed.
   *
   * @param afterLast the phase that follows the last page
   * @param journal told each bad record's id and defect
   * @throws CrmBroken it cannot (R17)
   */
  public Run page(Run run, TakePage taker, Phase afterLast, Consumer<String> journal) {
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
    RunCounts counted = taker.take(page);
    return answer.last()
        ? run.advanced(afterLast, "", counted, clock.instant())
        : run.advanced(Phase.PAGES, lastId(ids, run), counted, clock.instant());
  }

  private static String lastId(List<Optional<ContactId>> ids, Run run) {
    return PageCheck.lastId(ids).map(ContactId::value).orElse(run.cursor());
  }
}
