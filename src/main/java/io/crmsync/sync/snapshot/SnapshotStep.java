package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.PageCheck;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One page of the CRM's contacts: read, checked, and given to whoever takes it. */
public final class SnapshotStep {
  private final CrmSource crm;
  private final CompareContacts join;
  private final AskAbsent absent;
  private final SyncSettings settings;
  private final Clock clock;

  SnapshotStep(
      CrmSource crm, CompareContacts join, AskAbsent absent, SyncSettings settings, Clock clock) {
    this.crm = crm;
    this.join = join;
    this.absent = absent;
    this.settings = settings;
    this.clock = clock;
  }

  /** What becomes of a page that can be believed; gives what was counted. */
  @FunctionalInterface
  public interface TakePage {
    RunCounts take(ReadPage page, StoredRange stored);
  }

  /**
   * Reads the page behind the run's cursor, asks by id for whom it lacks (R23), and gives all that
   * away if it can be believed.
   *
   * @param attempt how often this step was tried before
   * @param afterLast the phase that follows the last page
   * @param journal told each bad record's id and defect, and whom the page lacks wrongly
   * @throws CrmBroken it cannot (R17)
   */
  public Run page(Run run, int attempt, TakePage taker, Phase afterLast, Consumer<String> journal) {
    ReadPage page = read(run);
    StoredRange stored = join.stored(page);
    AskAbsent.CheckedPage asked =
        absent.of(page, stored, run.counts(), StepMessage.last(attempt), journal);
    asked.page().bad().forEach((where, defect) -> journal.accept(badRecord(where, defect)));
    if (asked.page().hidesOne()) {
      journal.accept(
          "a record after '" + run.cursor() + "' has no id: whom the page lacks may be that one");
    }
    // The answers may have taken a while: what is compared is what is stored now.
    boolean anyAsked = asked.counts().get(RunCounts.CONTACTS_ASKED_FOR) > 0;
    RunCounts counted =
        taker
            .take(asked.page(), anyAsked ? join.stored(asked.page()) : stored)
            .plus(asked.counts());
    return asked
        .page()
        .upTo()
        .map(last -> run.advanced(Phase.PAGES, last.value(), counted, clock.instant()))
        .orElseGet(() -> run.advanced(afterLast, "", counted, clock.instant()));
  }

  /** A part of what pages are made of, where the CRM has no order of its own. */
  public Run gather(Run run) {
    return crm.gather(run.runId(), run.cursor())
        .map(next -> run.advanced(Phase.GATHER, next, RunCounts.NONE, clock.instant()))
        .orElseGet(() -> run.advanced(Phase.PAGES, "", RunCounts.NONE, clock.instant()));
  }

  /** All pages are recorded: what they were made of is needed no more. */
  public void forget(Run run) {
    crm.forget(run.runId());
  }

  private ReadPage read(Run run) {
    Optional<ContactId> after =
        Optional.of(run.cursor()).filter(id -> !id.isEmpty()).map(ContactId::new);
    Instant askedAt = clock.instant();
    SourcePage answer = crm.contacts(run.runId(), after, settings.pageSize());
    List<Optional<ContactId>> ids = answer.records().stream().map(SourceRecord::id).toList();
    PageCheck.defect(after, ids, answer.last())
        .ifPresent(
            defect -> {
              throw new CrmBroken("the page of contacts after '" + run.cursor() + "' " + defect);
            });
    return ReadPage.of(after, answer, askedAt);
  }

  private static String badRecord(String where, String defect) {
    return "bad record " + where + ": " + defect;
  }
}
