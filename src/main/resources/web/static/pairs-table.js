/** What a run would do, or holds back, pair by pair. */
import { listRunPairs } from "./api.js";
import { element, fill, foreign } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { untilAnswered } from "./retry.js";
import { known, list, reason, text } from "./text.js";

export class PairsTable {
  #run;
  #signal;
  #next;
  #rows = element("tbody", {});
  #foot = element("div", { class: "pager" });

  /** @param {AbortSignal} [signal] */
  constructor(run, signal) {
    this.#run = run;
    this.#signal = signal;
    const head = (key) => element("th", { scope: "col" }, text("run." + key));
    this.node = element("div", {},
      element("div", { class: "wide", tabindex: "0", role: "group", "aria-label": text("run.contact") },
        element("table", { class: "plain" },
          element("thead", {}, element("tr", {}, head("user"), head("contact"), head("action"), head("reason"))),
          this.#rows)),
      this.#foot);
  }

  /** The next page, below what is there. */
  async load() {
    const asked = this.#foot.contains(document.activeElement);
    fill(this.#foot, element("span", { role: "status" }, text("run.loading")));
    try {
      const page = await untilAnswered(() => listRunPairs(this.#run, this.#next, this.#signal), { signal: this.#signal });
      const rows = page.items.map(row);
      this.#rows.append(...rows);
      this.#next = page.next;
      const more = this.#next && element("button", { type: "button", class: "subtle", onclick: () => this.load() }, text("run.more"));
      fill(this.#foot, more || (this.#rows.rows.length === 0 ? text("run.nothing") : ""));
      asked && rows[0]?.querySelector("a").focus();
    } catch (failure) {
      if (failure instanceof Trouble) {
        fill(this.#foot, notice("bad", troubleWords(failure)));
      }
    }
  }
}

function row(pair) {
  const fields = (pair.fields ?? []).map((field) => known("fields", field));
  const page = `/page?user=${encodeURIComponent(pair.userId)}`;
  return element("tr", {},
    element("td", {}, element("a", { href: page }, foreign(pair.userId))),
    element("td", {}, element("a", { href: `${page}#contact=${encodeURIComponent(pair.contactId)}` }, foreign(pair.contactId))),
    element("td", {}, element("b", {}, known("actions", pair.action)), fields.length > 0 && element("span", { class: "quiet-text" }, " " + list(fields))),
    element("td", {}, pair.reason ? reason(pair.reason) : ""));
}
