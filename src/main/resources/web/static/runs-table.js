/** The runs, newest first, with their counts. */
import { listRuns } from "./api.js";
import { runStatus } from "./badge.js";
import { element, fill, keepFocus } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { known, moment, number, text } from "./text.js";

const COUNTS = [["read", "contactsRead"], ["changed", "contactsChanged"], ["queued", "pairsQueued"], ["removed", "removalsQueued"], ["held", "removalsHeld"]];

export class RunsTable {
  #rows = element("tbody", {});
  #foot = element("div", { class: "pager" });
  #older = [];
  #newest = [];
  #next;

  constructor() {
    const head = (key, look) => element("th", { scope: "col", class: look }, text("admin." + key));
    this.node = element("div", {},
      element("div", { class: "wide", tabindex: "0", role: "group", "aria-label": text("admin.runs") },
        element("table", {},
          element("thead", {}, element("tr", {}, head("started"), head("mode"), head("status"),
            COUNTS.map(([key]) => head(key, "number")), head("took", "number"))),
          this.#rows)),
      this.#foot);
  }

  /** The newest page; older ones that were asked for stay below it. */
  show(page) {
    this.#newest = page.items;
    this.#next ??= page.next ?? "";
    this.#draw();
  }

  async #more() {
    const page = await listRuns(this.#next).catch((failure) => this.#troubled(failure));
    if (!page) {
      return;
    }
    this.#older.push(...page.items);
    this.#next = page.next ?? "";
    this.#draw();
  }

  /** The button stays, so that it can be tried again. */
  #troubled(failure) {
    if (!(failure instanceof Trouble)) {
      throw failure;
    }
    this.#foot.prepend(notice("bad", troubleWords(failure)));
  }

  #draw() {
    const newest = new Set(this.#newest.map((run) => run.runId));
    const all = [...this.#newest, ...this.#older.filter((run) => !newest.has(run.runId))];
    keepFocus(this.node, () => {
      fill(this.#rows, all.length === 0
        ? element("tr", {}, element("td", { colspan: COUNTS.length + 4 }, text("admin.noRuns")))
        : all.map((run) => row(run, all)));
      fill(this.#foot, this.#next && element("button", { type: "button", class: "subtle", onclick: () => this.#more() }, text("admin.older")));
    });
  }
}

function row(run, all) {
  const when = moment(run.startedAt);
  const open = async () => (await import("./run-panel.js")).openRun(run, expected(run, all));
  return element("tr", {},
    element("th", { scope: "row" }, element("button", {
      type: "button", class: "link", value: run.runId, "aria-label": text("admin.openRun", { when }), onclick: open,
    }, when)),
    element("td", {}, known("runMode", run.mode)),
    element("td", {}, runStatus(run.status)),
    COUNTS.map(([, name]) => element("td", { class: "number" }, number(run[name]))),
    element("td", { class: "number" }, took(run)));
}

/** How many contacts it will read: as many as the last that ended. */
function expected(run, all) {
  return all.find((each) => each.runId !== run.runId && each.finishedAt && each.contactsRead > 0)?.contactsRead ?? 0;
}

function took(run) {
  if (!run.finishedAt) {
    return "";
  }
  const seconds = Math.max(1, Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1_000));
  return seconds < 120 ? text("admin.seconds", { count: seconds }) : text("admin.minutes", { count: Math.round(seconds / 60) });
}
