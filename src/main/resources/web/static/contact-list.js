/** The table of one page of contacts. */
import { contactState } from "./badge.js";
import { element, fill, foreign } from "./dom.js";
import { known, reason, text } from "./text.js";

const VALUES_SHOWN = 2;

export class ContactList {
  #selection;
  #onOpen;
  #items = [];
  #rows = element("tbody", {});
  #whole = element("input", { type: "checkbox", "aria-label": text("contacts.selectPage"), onchange: () => this.#all() });

  /**
   * @param {?Selection} selection null: nothing can be selected
   * @param {(item: Object) => void} onOpen
   */
  constructor(selection, onOpen) {
    this.#selection = selection;
    this.#onOpen = onOpen;
    const head = (key) => element("th", { scope: "col" }, text("contacts." + key));
    this.node = element("table", { class: "contacts", "aria-label": text("contacts.table") },
      element("thead", {}, element("tr", {},
        selection && element("th", { scope: "col", class: "tick" }, element("label", { class: "check" }, this.#whole)),
        head("name"), head("state"), head("changes"))),
      this.#rows);
    selection?.addEventListener("change", () => this.#ticks());
  }

  get wholePageSelected() {
    return this.#items.length > 0 && this.#items.every((item) => this.#selection?.has(item.contactId));
  }

  /** Shows these. */
  show(items) {
    this.#items = items;
    fill(this.#rows, items.map((item) => this.#row(item)));
    this.#ticks();
  }

  #row(item) {
    const name = item.fullName || text("contacts.unnamed", { id: item.contactId });
    return element("tr", {},
      this.#selection && element("td", { class: "tick" }, element("label", { class: "check" },
        element("input", {
          type: "checkbox", value: item.contactId, "aria-label": text("contacts.select", { name }),
          onchange: (event) => this.#selection.set([item.contactId], event.target.checked),
        }))),
      element("th", { scope: "row", class: "who" },
        element("button", { type: "button", class: "link", "data-contact": item.contactId, onclick: () => this.#onOpen(item) }, foreign(name)),
        item.email && element("span", { class: "quiet-text" }, foreign(item.email))),
      element("td", { class: "state" }, contactState(item.state), reasons(item)),
      element("td", { class: "changes" }, changes(item)));
  }

  #ticks() {
    for (const tick of this.#rows.querySelectorAll("input")) {
      tick.checked = this.#selection.has(tick.value);
      tick.closest("tr").classList.toggle("selected", tick.checked);
    }
    const chosen = this.#items.filter((item) => this.#selection?.has(item.contactId)).length;
    this.#whole.checked = chosen > 0 && chosen === this.#items.length;
    this.#whole.indeterminate = chosen > 0 && chosen < this.#items.length;
  }

  #all() {
    this.#selection.set(this.#items.map((item) => item.contactId), this.#whole.checked);
  }
}

function reasons(item) {
  return (item.reasons ?? []).map((code) => element("span", { class: "quiet-text" }, reason(code)));
}

function changes(item) {
  const all = Object.entries(item.changes ?? {});
  if (item.state === "new") {
    return all.length > 0 ? element("span", { class: "quiet-text" }, text("contacts.newWith", { count: all.length })) : null;
  }
  const rest = all.length - VALUES_SHOWN;
  return [
    all.slice(0, VALUES_SHOWN).map(([field, value]) => element("span", { class: "change" },
      element("span", { class: "quiet-text" }, known("fields", field) + ": "),
      value === "" ? element("i", {}, text("contacts.cleared")) : foreign(value))),
    rest > 0 && element("span", { class: "quiet-text" }, text("contacts.more", { count: rest })),
  ].filter(Boolean);
}
