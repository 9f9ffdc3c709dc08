/** The removals that wait for an admin: how many, why, which, and the two decisions. */
import { discardRemovals, releaseRemovals } from "./api.js";
import { confirm } from "./confirm.js";
import { element, fill } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { PairsTable } from "./pairs-table.js";
import { takesAway } from "./held-uninstall.js";
import { text } from "./text.js";

export class HeldRemovals {
  #onDecided;
  #shown = "";
  #body = element("div", {});
  #said = element("div", {});

  constructor(onDecided) {
    this.#onDecided = onDecided;
    this.node = element("section", { class: "card", "aria-labelledby": "held-title" },
      element("h2", { id: "held-title" }, text("held.title")), this.#said, this.#body);
  }

  /** Takes the newest runs; what is shown already is left alone, so that nobody loses the place. */
  show(runs) {
    const run = runs.find((each) => each.status === "removalsHeld" && !takesAway(each));
    const now = run ? run.runId + " " + run.removalsHeld : "none";
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    fill(this.#body, run ? this.#held(run) : element("p", { class: "quiet-text" }, text("held.none")));
  }

  #held(run) {
    const count = run.removalsHeld ?? 0;
    const pairs = new PairsTable(run.runId);
    pairs.load();
    return [
      element("p", {}, element("b", {}, text("held.words", { count }))),
      run.error && element("p", {}, text("held.why", { reason: run.error })),
      element("p", { class: "answers" },
        element("button", { type: "button", onclick: () => this.#release(run, count) }, text("held.release")),
        element("button", { type: "button", onclick: () => this.#discard(run, count) }, text("held.discard"))),
      element("p", { class: "quiet-text" }, text("held.releaseShort"), element("br"), text("held.discardShort")),
      pairs.node,
    ];
  }

  #release(run, count) {
    const question = { title: text("held.releaseTitle", { count }), words: text("held.releaseWhat"), yes: text("held.releaseYes", { count }), danger: true };
    return this.#decide(question, () => releaseRemovals(run.runId), text("held.released"));
  }

  #discard(run, count) {
    const question = { title: text("held.discardTitle", { count }), words: text("held.discardWhat"), yes: text("held.discardYes", { count }) };
    return this.#decide(question, () => discardRemovals(run.runId), text("held.discarded"));
  }

  async #decide(question, act, done) {
    if (!(await confirm(question))) {
      return;
    }
    try {
      await act();
      fill(this.#said, notice("good", done));
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      fill(this.#said, notice("bad", failure.status === 409 ? text("held.gone") : troubleWords(failure)));
    }
    this.#onDecided();
  }
}
