package io.crmsync.functions.measure;

import static io.crmsync.functions.measure.Dimension.CONTACT;
import static io.crmsync.functions.measure.Dimension.LANE;
import static io.crmsync.functions.measure.Dimension.MODE;
import static io.crmsync.functions.measure.Dimension.OUTCOME;
import static io.crmsync.functions.measure.Dimension.QUEUE;
import static io.crmsync.functions.measure.Dimension.REASON;
import static io.crmsync.functions.measure.Dimension.RUN;
import static io.crmsync.functions.measure.Dimension.STARTED_BY;
import static io.crmsync.functions.measure.Dimension.STATUS;
import static io.crmsync.functions.measure.Dimension.STEP;
import static io.crmsync.functions.measure.Dimension.USER;
import static io.crmsync.functions.measure.Unit.COUNT;
import static io.crmsync.functions.measure.Unit.MILLISECONDS;
import static io.crmsync.functions.measure.Unit.SECONDS;

import java.util.Set;

/** Everything that is measured, in one place. Workbook, alerts and documents go by this list. */
public enum Metric {
  /** 1 whenever NightlySync or an admin starts one. */
  RUN_STARTED("run.started", COUNT, RUN, MODE, STARTED_BY),
  /** From its start until it ended, whatever its status; until an admin decides does not count. */
  RUN_DURATION("run.duration", SECONDS, RUN, MODE, STATUS),
  RUN_CONTACTS_READ("run.contactsRead", COUNT, RUN, MODE, STATUS),
  RUN_CONTACTS_CHANGED("run.contactsChanged", COUNT, RUN, MODE, STATUS),
  /** Records that break the feed's schema. */
  RUN_CONTACTS_BAD("run.contactsBad", COUNT, RUN, MODE, STATUS),
  RUN_PAIRS_QUEUED("run.pairsQueued", COUNT, RUN, MODE, STATUS),
  RUN_REMOVALS_QUEUED("run.removalsQueued", COUNT, RUN, MODE, STATUS),
  RUN_REMOVALS_HELD("run.removalsHeld", COUNT, RUN, MODE, STATUS),

  /** One step of a run; a step that waits for the CRM is none. */
  STEP_DURATION("step.duration", MILLISECONDS, RUN, MODE, STEP),
  STEP_CONTACTS_READ("step.contactsRead", COUNT, RUN, MODE, STEP),
  STEP_CONTACTS_CHANGED("step.contactsChanged", COUNT, RUN, MODE, STEP),

  /** One attempt at a pair: as many values as attempts. */
  PAIR_DURATION("pair.duration", MILLISECONDS, USER, CONTACT, OUTCOME, REASON, LANE),
  /** Requests to Graph, each page and each attempt as one. */
  GRAPH_REQUESTS("graph.requests", COUNT, USER, CONTACT, OUTCOME, REASON, LANE),
  /** Those of them that were answered 429; left out where there is none. */
  GRAPH_THROTTLED("graph.throttled", COUNT, USER, CONTACT, OUTCOME, REASON, LANE),
  /** How long the answers with 429 asked to wait; left out where they did not say. */
  GRAPH_RETRY_AFTER("graph.retryAfter", SECONDS, USER, CONTACT, OUTCOME, REASON, LANE),
  /**
   * Items and folders of a mailbox that could not be read, and were left out of what was listed
   * (R8), each time they were; left out where there is none. Told with an attempt at a pair, or
   * with a step of a run.
   */
  GRAPH_SKIPPED("graph.skipped", COUNT, RUN, MODE, STEP, USER, CONTACT, OUTCOME, REASON, LANE),
  /** From when a removal was first proposed until its copy was gone. */
  REMOVAL_LATENCY("removal.latency", SECONDS, USER, CONTACT, LANE),

  /** Active users that the CRM named when it was last asked. */
  MAILBOXES_ACTIVE("mailboxes.active", COUNT),
  MAILBOXES_PARKED("mailboxes.parked", COUNT),
  MAILBOXES_PARKED_FOR("mailboxes.parkedFor", COUNT, REASON),
  /** Removals that wait for an admin, of runs and of notices. */
  REMOVALS_HELD("removals.held", COUNT),

  /** About how many there are, hidden ones too: delayed, or just worked on. */
  QUEUE_MESSAGES("queue.messages", COUNT, QUEUE),
  /** How long the first visible one has been there; left out where none is visible. */
  QUEUE_AGE("queue.age", SECONDS, QUEUE),
  POISON_MESSAGES("poison.messages", COUNT, QUEUE),

  /**
   * Requests of this instance to tables and queues since its measurement before: only their sum
   * means something. Those of the Functions host itself are not among them.
   */
  STORAGE_REQUESTS("storage.requests", COUNT);

  private final String code;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Dimension> dimensions;

  Metric(String code, Unit unit, Dimension... dimensions) {
    this.code = code;
    this.unit = unit;
    this.dimensions = Set.of(dimensions);
  }

  /** Its name in a line and in queries. */
  public String code() {
    return code;
  }

  public Unit unit() {
    return unit;
  }

  /** What it can be broken down by. */
  public Set<Dimension> dimensions() {
    return dimensions;
  }
}
