/** What can be done: with the selected contacts, or with all that wait. */
import { element, fill, keepFocus } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./text.js";

export class SelectionBar {
  #selection;
  #acts;
  #collecting = null;
  #counts = {};

  /**
   * @param {{sync: () => void, syncAll: () => void, everywhere: (signal: AbortSignal) => Promise,
   *   troubled: (trouble: Error) => void}} acts
   */
  constructor(selection, acts) {
    this.#selection = selection;
    this.#acts = acts;
    this.node = element("div", { class: "bar", role: "group", "aria-label": text("selection.bar") });
    selection.addEventListener("change", () => this.show());
  }

  /**
   * @param {Object<string, number>} [counts] of the states
   * @param {boolean} [more] whether the whole page is selected and there are other pages
   */
  show(counts = this.#counts, more = this.more?.() ?? false) {
    this.#counts = counts;
    keepFocus(this.node, () => fill(this.node, this.#selection.size > 0 ? this.#withSelection(more) : this.#withoutSelection()));
  }

  #withoutSelection() {
    const waiting = (this.#counts.new ?? 0) + (this.#counts.update ?? 0);
    return waiting === 0
      ? [element("span", { class: "quiet-text" }, text("selection.upToDate")),
        this.#counts.queued > 0 && button("subtle again", "arrowSync", text("selection.again"), this.#acts.syncAll)]
      : [button("primary", "arrowSync", text("selection.syncAll", { count: waiting }), this.#acts.syncAll)];
  }

  #withSelection(more) {
    const count = this.#selection.size;
    return [
      button("primary", "arrowSync", text("selection.sync", { count }), this.#acts.sync),
      button("subtle clear", "cross", text("selection.clear"), () => this.#clear()),
      this.#collecting
        ? element("span", { role: "status" }, text("selection.collecting", { count }))
        : element("span", { role: "status" }, text("selection.count", { count })),
      more && !this.#collecting && button("subtle everywhere", "people", text("selection.everywhere"), () => this.#everywhere()),
    ];
  }

  #clear() {
    this.#collecting?.abort();
    this.#selection.clear();
  }

  async #everywhere() {
    const collecting = new AbortController();
    this.#collecting = collecting;
    try {
      await this.#acts.everywhere(collecting.signal);
    } catch (failure) {
      collecting.signal.aborted || this.#acts.troubled(failure);
    } finally {
      this.#collecting = null;
      this.show();
    }
  }
}

function button(look, image, words, act) {
  return element("button", { type: "button", class: look, onclick: act }, icon(image), element("span", {}, words));
}
