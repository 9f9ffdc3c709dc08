/** One run: its counts, how far it is, and its list of pairs. */
import { getRun } from "./api.js";
import { runStatus } from "./badge.js";
import { element, fill } from "./dom.js";
import { takesAway } from "./held-uninstall.js";
import { notice, troubleWords } from "./notice.js";
import { PairsTable } from "./pairs-table.js";
import { pause, slower, untilAnswered } from "./retry.js";
import { SidePanel } from "./side-panel.js";
import { known, moment, number, text } from "./text.js";

const FIRST_MS = 700;
const LONGEST_MS = 5_000;
const COUNTS = ["contactsRead", "contactsActive", "contactsChanged", "pairsQueued", "removalsQueued", "removalsHeld"];
/** Told only where there are any. */
const ODDITIES = ["contactsBad", "contactsUnnamed", "foundByIdOnly", "contactsHidden", "contactsNotAsked"];
const COUNTS_OF_UNINSTALL = ["markedCopies", "mailboxesVisited", "mailboxesUnreachable", "mailboxesCleared", "mailboxesNotCleared",
  "copiesRemoved", "marksCleared", "copiesRefused"];

/**
 * Opens a run, and follows it while it goes on.
 *
 * @param {number} expected how many contacts it is likely to read; 0: not known
 */
export async function openRun(run, expected) {
  const panel = new SidePanel();
  const facts = element("div", {});
  const pairs = element("div", {});
  fill(panel.body, facts, pairs);
  try {
    await follow(run, panel, (now) => {
      fill(panel.head, element("h2", { id: "panel-title" }, text("admin.openRun", { when: moment(now.startedAt) })),
        element("p", {}, known("runMode", now.mode), " ", runStatus(now.status)));
      fill(facts, now.status === "running" && progress(now, expected), counts(now));
    }, (now) => list(now, pairs, panel.signal));
  } catch (failure) {
    if (!panel.signal.aborted) {
      fill(pairs, notice("bad", troubleWords(failure)));
    }
  }
  await panel.closed;
}

async function follow(first, panel, show, ended) {
  let run = first;
  show(run);
  for (let quiet = 0; run.status === "running"; quiet++) {
    await pause(slower(FIRST_MS, quiet, LONGEST_MS), panel.signal);
    run = await untilAnswered(() => getRun(run.runId, panel.signal), { signal: panel.signal });
    show(run);
  }
  await ended(run);
}

async function list(run, place, signal) {
  if (run.mode === "dryRun" || run.status === "removalsHeld") {
    const title = run.mode === "dryRun" ? "run.report" : takesAway(run) ? "run.marked" : "run.heldList";
    const pairs = new PairsTable(run.runId, signal);
    fill(place, element("h3", {}, text(title)), pairs.node);
    await pairs.load();
  }
}

function progress(run, expected) {
  const words = text("run.progress", { read: run.contactsRead ?? 0 });
  const more = expected > 0 ? [" – ", text("run.ofLast", { total: expected })] : [];
  const known = expected > 0 && { max: Math.max(expected, run.contactsRead ?? 0), value: run.contactsRead ?? 0 };
  return element("div", { class: "progress" }, element("p", {}, words, more),
    element("progress", { ...known, "aria-label": text("run.bar") }));
}

/** A dry run counts what it would remove under the name of what others remove. */
const words = (name, run) => text("run." + (run.mode === "dryRun" && name === "removalsQueued" ? "removalsForeseen" : name));

function counts(run) {
  const fact = (words, value) => [element("dt", {}, words), element("dd", {}, value)];
  const planned = Object.entries(run.planned ?? {}).filter(([action, count]) => count > 0 && action !== "none");
  const left = Object.entries(run.notActionable ?? {}).filter(([, count]) => count > 0);
  const hidden = run.hiddenContacts ?? [];
  return [
    run.error && notice(run.status === "failed" ? "bad" : "warning", text("run.error") + ": " + run.error),
    element("dl", { class: "facts" },
      (takesAway(run) ? COUNTS_OF_UNINSTALL : [...COUNTS, ...ODDITIES.filter((name) => run[name] > 0)]).map((name) => element("div", {}, fact(words(name, run), number(run[name])))),
      ["startedAt", "finishedAt"].filter((name) => run[name]).map((name) => element("div", {}, fact(text("run." + name), moment(run[name]))))),
    hidden.length > 0 && [element("h3", {}, text("run.hiddenContacts")),
      element("ul", {}, hidden.map((id) => element("li", {}, id)))],
    planned.length > 0 && [element("h3", {}, text("run.planned")),
      element("dl", { class: "facts" }, planned.map(([action, count]) => element("div", {}, fact(known("actions", action), number(count)))))],
    left.length > 0 && [element("h3", {}, text("run.notActionable")),
      element("ul", {}, left.map(([code, count]) => element("li", {}, number(count) + " – " + known("reasons", code))))],
  ].filter(Boolean);
}
