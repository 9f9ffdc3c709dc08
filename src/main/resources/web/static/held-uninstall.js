/**
 * An uninstall that waits to be carried out. It is no held list: what it would do is said, and it
 * is not released by a button among others.
 */
import { discardRemovals } from "./api.js";
import { confirm } from "./confirm.js";
import { element, fill } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { PairsTable } from "./pairs-table.js";
import { known, text } from "./text.js";

/** Whether the run takes the app out of the mailboxes. */
export const takesAway = (run) => run.mode === "uninstall" || run.mode === "unmark";

export class HeldUninstall {
  #onDecided;
  #shown = "";
  #body = element("div", {});
  #said = element("div", {});

  constructor(onDecided) {
    this.#onDecided = onDecided;
    this.node = element("section", { class: "card", "aria-labelledby": "uninstall-title", hidden: true },
      element("h2", { id: "uninstall-title" }, text("uninstall.title")), this.#said, this.#body);
  }

  /** Takes the newest runs; what is shown already is left alone. */
  show(runs) {
    const run = runs.find((each) => each.status === "removalsHeld" && takesAway(each));
    if (run?.runId === this.#shown) {
      return;
    }
    this.#shown = run?.runId;
    this.node.hidden = !run;
    fill(this.#said);
    fill(this.#body, run ? this.#waiting(run) : "");
  }

  #waiting(run) {
    const pairs = new PairsTable(run.runId);
    pairs.load();
    return [
      element("p", {}, element("b", {}, known("runMode", run.mode), ": ", text("uninstall.words", { count: run.markedCopies ?? 0 }))),
      element("p", {}, text("uninstall.what." + run.mode)),
      element("p", {}, text("uninstall.nights")),
      element("p", {}, text("uninstall.how"), " ", element("code", {}, `POST /api/runs/${run.runId}/release`)),
      element("p", { class: "answers" },
        element("button", { type: "button", onclick: () => this.#discard(run) }, text("uninstall.discard"))),
      pairs.node,
    ];
  }

  async #discard(run) {
    const question = { title: text("uninstall.discardTitle"), words: text("uninstall.discardWhat"), yes: text("uninstall.discardYes") };
    if (!(await confirm(question))) {
      return;
    }
    try {
      await discardRemovals(run.runId);
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      fill(this.#said, notice("bad", failure.status === 409 ? text("held.gone") : troubleWords(failure)));
    }
    this.#onDecided();
  }
}
