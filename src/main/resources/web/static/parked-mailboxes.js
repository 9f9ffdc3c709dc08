/** The mailboxes that are left alone for now, why, and when they are tried again. */
import { listParked } from "./api.js";
import { element, fill, foreign, keepFocus } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { untilAnswered } from "./retry.js";
import { known, moment, number, text } from "./text.js";

export class ParkedMailboxes {
  #items = [];
  #body = element("div", {}, text("run.loading"));

  constructor() {
    this.node = element("section", { class: "card", "aria-labelledby": "parked-title" },
      element("h2", { id: "parked-title" }, text("parked.title")), this.#body);
  }

  async load(after) {
    try {
      const page = await untilAnswered(() => listParked(after));
      this.#items.push(...page.items);
      keepFocus(this.#body, () => fill(this.#body,
        this.#items.length === 0 ? element("p", { class: "quiet-text" }, text("parked.none")) : table(this.#items),
        page.next && element("button", { type: "button", class: "subtle", onclick: () => this.load(page.next) }, text("run.more"))));
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      fill(this.#body, notice("bad", troubleWords(failure)));
    }
  }
}

function table(mailboxes) {
  const head = (key, look) => element("th", { scope: "col", class: look }, text("parked." + key));
  return element("div", { class: "wide", tabindex: "0", role: "group", "aria-label": text("parked.title") },
    element("table", {},
      element("thead", {}, element("tr", {}, head("user"), head("reason"), head("since"), head("nextTry"), head("pairs", "number"))),
      element("tbody", {}, mailboxes.map(row))));
}

function row({ userId, reason, since, nextTry, pairs }) {
  return element("tr", {},
    element("th", { scope: "row" }, element("a", {
      href: `/page?user=${encodeURIComponent(userId)}`, "aria-label": text("parked.look", { user: userId }),
    }, foreign(userId))),
    element("td", {}, known("reasons", reason)),
    element("td", {}, since ? moment(since) : ""),
    element("td", {}, nextTry ? moment(nextTry) : ""),
    element("td", { class: "number" }, number(pairs)));
}
