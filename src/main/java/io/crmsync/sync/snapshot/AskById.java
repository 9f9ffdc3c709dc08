package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourceRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the CRM for one contact that it does not list, before a copy of it is removed (R23), as
 * often as SYNC_REMOVAL_LIMIT lets a run ask.
 */
public final class AskById {
  private final CrmSource crm;
  private final int limit;

  AskById(CrmSource crm, int limit) {
    this.crm = crm;
    this.limit = limit;
  }

  /** What is known now. */
  public enum Kind {
    FOUND,
    GONE,
    /** Hidden from us, or there is no clear answer and none is waited for: it is left as it was. */
    HIDDEN,
    /** More were missing than may be asked for: what is removed of it is held. */
    NOT_ASKED,
    /** There was no clear answer: the step is to be tried again. */
    UNCLEAR
  }

  /**
   * What came of it.
   *
   * @param record of one that was found
   * @param counts what the run is to count
   * @param why of one that is unclear
   */
  public record Result(
      Kind kind, Optional<SourceRecord> record, RunCounts counts, Optional<CrmUnavailable> why) {
    private static Result of(Kind kind, RunCounts counts) {
      return new Result(kind, Optional.empty(), counts, Optional.empty());
    }
  }

  /**
   * A run's question.
   *
   * @param before what the run counted until now: its limit holds for all its steps
   * @param lastTry whether who gives no clear answer now is left as it was. So it is as soon as one
   *     was given up in the run: a CRM that fails at this question costs a run its retries once
   * @param journal told each contact that is not simply gone
   * @throws CrmUnavailable the CRM refuses our sign-in: that is no answer about any contact
   */
  public Result of(ContactId id, RunCounts before, boolean lastTry, Consumer<String> journal) {
    if (before.get(RunCounts.CONTACTS_ASKED_FOR) >= limit) {
      return Result.of(Kind.NOT_ASKED, one(RunCounts.CONTACTS_NOT_ASKED));
    }
    try {
      return said(id, crm.contact(id), before, journal);
    } catch (CrmUnavailable e) {
      if (e.signInFailed()) {
        throw e;
      }
      return unclear(id, e, before, lastTry, journal);
    } catch (CrmBroken e) {
      RunCounts asked = one(RunCounts.CONTACTS_ASKED_FOR);
      return hidden(id, e.what(), asked, before, journal);
    }
  }

  private static Result said(
      ContactId id, Lookup said, RunCounts before, Consumer<String> journal) {
    RunCounts asked = one(RunCounts.CONTACTS_ASKED_FOR);
    return switch (said.kind()) {
      case GONE -> Result.of(Kind.GONE, asked);
      case HIDDEN -> hidden(id, "the CRM hides it from us", asked, before, journal);
      case FOUND -> {
        journal.accept("contact " + id + " is on no page, and there by its id");
        RunCounts counts = asked.with(RunCounts.FOUND_BY_ID_ONLY, 1);
        yield new Result(Kind.FOUND, said.record(), counts, Optional.empty());
      }
    };
  }

  private static Result unclear(
      ContactId id,
      CrmUnavailable why,
      RunCounts before,
      boolean lastTry,
      Consumer<String> journal) {
    RunCounts asked = one(RunCounts.CONTACTS_ASKED_FOR);
    if (!lastTry && before.get(RunCounts.CONTACTS_UNANSWERED) == 0) {
      return new Result(Kind.UNCLEAR, Optional.empty(), asked, Optional.of(why));
    }
    RunCounts unknownWrites = asked.with(RunCounts.CONTACTS_UNANSWERED, 1);
    return hidden(id, why.what(), unknownWrites, before, journal);
  }

  private static Result hidden(
      ContactId id, String why, RunCounts counts, RunCounts before, Consumer<String> journal) {
    journal.accept("contact " + id + " is not listed, and left as it is: " + why);
    return Result.of(Kind.HIDDEN, counts.hiding(id, before));
  }

  private static RunCounts one(String name) {
    return RunCounts.NONE.with(name, 1);
  }
}
