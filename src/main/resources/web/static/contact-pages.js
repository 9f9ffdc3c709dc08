/** One page of contacts at a time, from the server. Only the newest question is answered. */
import { PAGE_SIZE, previewContacts } from "./api.js";
import { untilAnswered } from "./retry.js";

export class ContactPages {
  #user;
  #asked = new AbortController();
  #before = [];
  #after = "";

  /** What is asked for. */
  filter = { state: "", q: "" };
  /** The newest answer: items, counts, and next where there is another page. */
  page = { items: [], counts: {} };

  constructor(user) {
    this.#user = user;
  }

  /** Counted from 1. */
  get pageNumber() {
    return this.#before.length + 1;
  }

  get hasNext() {
    return this.page.next !== undefined;
  }

  /** Another filter begins at the first page. */
  async show(filter, onTrouble) {
    return this.#ask({ filter, before: [], after: "" }, onTrouble);
  }

  next(onTrouble) {
    return this.#ask({ filter: this.filter, before: [...this.#before, this.#after], after: this.page.next }, onTrouble);
  }

  previous(onTrouble) {
    return this.#ask({ filter: this.filter, before: this.#before.slice(0, -1), after: this.#before.at(-1) }, onTrouble);
  }

  /** The same page as it is now. */
  again(onTrouble) {
    return this.#ask({ filter: this.filter, before: this.#before, after: this.#after }, onTrouble);
  }

  /**
   * Asks, and gives up what was asked before: a late answer never takes the place of a newer one.
   *
   * @returns {Promise<boolean>} false: somebody asked something newer
   */
  async #ask({ filter, before, after }, onTrouble) {
    this.#asked.abort();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const page = await untilAnswered(
        () => previewContacts(this.#user, { ...filter, after, limit: PAGE_SIZE }, asked.signal),
        { signal: asked.signal, onTrouble: (...told) => asked === this.#asked && onTrouble(...told) });
      if (asked !== this.#asked) {
        return false;
      }
      Object.assign(this, { filter, page });
      this.#before = before;
      this.#after = after;
      return true;
    } catch (failure) {
      if (asked.signal.aborted) {
        return false;
      }
      throw failure;
    }
  }
}
