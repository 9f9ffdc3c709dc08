/** The states to choose from, with their counts, and the search. */
import { CONTACT_STATES } from "./badge.js";
import { element, fill, keepFocus } from "./dom.js";
import { icon } from "./icons.js";
import { known, number, text } from "./text.js";

const TYPING_MS = 250;
const LONGEST = 100;

export class ContactFilter {
  #onFilter;
  #clock = 0;
  #chips = element("div", { class: "chips" });
  #counts = {};
  #search = element("input", {
    type: "search", maxlength: LONGEST, autocomplete: "off", spellcheck: "false", dir: "auto",
    placeholder: text("contacts.search"), "aria-label": text("contacts.searchLabel"),
    oninput: () => this.#later(),
  });

  /** @param {(filter: {state: string, q: string}) => void} onFilter */
  constructor(filter, onFilter) {
    this.#onFilter = onFilter;
    this.#search.value = filter.q;
    this.state = filter.state;
    this.node = element("form", { class: "filter", role: "search", onsubmit: (event) => this.#now(event) },
      element("fieldset", {}, element("legend", { class: "unseen" }, text("contacts.states")), this.#chips),
      element("div", { class: "search" }, icon("search"), this.#search));
    this.counts({});
  }

  get filter() {
    return { state: this.state, q: this.#search.value.trim() };
  }

  /** Shows everything again. */
  clear() {
    this.state = "";
    this.#search.value = "";
    this.counts(this.#counts);
    this.#changed();
  }

  /** Shows one state. */
  choose(state) {
    this.state = state;
    this.counts(this.#counts);
    this.#changed();
  }

  /** New counts; a state that no contact has is offered only while it is chosen. */
  counts(counts) {
    this.#counts = counts;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const others = Object.keys(counts).filter((state) => !CONTACT_STATES.includes(state));
    const shown = [...CONTACT_STATES, ...others].filter((state) => counts[state] > 0 || state === this.state);
    keepFocus(this.#chips, () => fill(this.#chips, this.#chip("", text("contacts.all"), all),
      shown.map((state) => this.#chip(state, known("states", state), counts[state]))));
  }

  #chip(state, words, count) {
    return element("label", { class: "chip" },
      element("input", {
        type: "radio", name: "state", value: state, checked: state === this.state,
        onchange: () => this.#picked(state),
      }),
      element("span", {}, words, " ", element("span", { class: "count" }, count === undefined ? "0" : number(count))));
  }

  #picked(state) {
    this.state = state;
    this.#changed();
  }

  #later() {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#changed(), TYPING_MS);
  }

  #now(event) {
    event.preventDefault();
    this.#changed();
  }

  #changed() {
    clearTimeout(this.#clock);
    this.#onFilter(this.filter);
  }
}
