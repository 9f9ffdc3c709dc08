/** The administration: runs, what they hold, mailboxes that wait. */
import { listRuns } from "./api.js";
import { element, fill } from "./dom.js";
import { frame } from "./frame.js";
import { HeldRemovals } from "./held-removals.js";
import { HeldUninstall } from "./held-uninstall.js";
import { Trouble } from "./http.js";
import { lookAtUser } from "./look-at-user.js";
import { notice, troubleWords } from "./notice.js";
import { ParkedMailboxes } from "./parked-mailboxes.js";
import { askAgain, pause, slower, untilAnswered } from "./retry.js";
import { runsChart } from "./runs-chart.js";
import { RunsTable } from "./runs-table.js";
import { startRunCard } from "./start-run.js";
import { text } from "./text.js";

const QUICK_MS = 1_000;
const CALM_MS = 20_000;

const main = frame("admin", text("admin.title"));
const troubled = element("div", {});
const chart = element("div", {});
const runs = new RunsTable();
const held = new HeldRemovals(() => refresh());
const uninstall = new HeldUninstall(() => refresh());
const parked = new ParkedMailboxes();
let next = new AbortController();

start();

async function start() {
  try {
    await listRuns();
  } catch (failure) {
    if (failure instanceof Trouble && failure.status === 403) {
      fill(main, element("h1", {}, text("admin.title")), notice("warning", text("admin.notAdmin")),
        element("p", {}, element("a", { href: "/page" }, text("admin.toContacts"))));
      return;
    }
  }
  fill(main, element("h1", {}, text("admin.title")), troubled,
    element("div", { class: "admin" },
      element("div", {}, uninstall.node, held.node,
        element("section", { class: "card", "aria-labelledby": "runs-title" },
          element("h2", { id: "runs-title" }, text("admin.runs")), chart, runs.node),
        parked.node),
      element("div", {}, startRunCard(() => refresh()), lookAtUser())));
  parked.load();
  keepLooking();
}

/** Quickly while a run goes on, else calmly. */
async function keepLooking() {
  for (let quiet = 0; ;) {
    next = new AbortController();
    const page = await untilAnswered(() => listRuns(), { onTrouble: trouble }).catch((failure) => { trouble(failure, 0); });
    if (page) {
      runs.show(page);
      uninstall.show(page.items);
      held.show(page.items);
      fill(chart, runsChart(page.items));
    }
    const going = page?.items.some((run) => run.status === "running");
    quiet = going ? Math.min(quiet + 1, 2) : 0;
    await pause(going ? slower(QUICK_MS, quiet) : CALM_MS, next.signal).catch(() => {});
  }
}

/** Looks at once. */
const refresh = () => next.abort();

function trouble(failure, wait) {
  const again = wait > 0 && { words: text("frame.tryNow"), act: askAgain };
  fill(troubled, failure && notice("warning", troubleWords(failure, wait), again));
}
