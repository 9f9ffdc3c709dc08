/** Which contacts are selected: over all pages, until it is cleared. Tells of each change. */
import { LARGEST_PAGE, previewContacts } from "./api.js";
import { untilAnswered } from "./retry.js";

export class Selection extends EventTarget {
  #chosen = new Set();

  get size() {
    return this.#chosen.size;
  }

  get ids() {
    return [...this.#chosen];
  }

  has(id) {
    return this.#chosen.has(id);
  }

  set(ids, chosen) {
    for (const id of ids) {
      chosen ? this.#chosen.add(id) : this.#chosen.delete(id);
    }
    this.dispatchEvent(new Event("change"));
  }

  clear() {
    this.set(this.ids, false);
  }

  /**
   * Everything that the filter finds, on all pages.
   *
   * @param {{state: string, q: string}} filter
   * @param {AbortSignal} signal
   */
  async addEverything(user, filter, signal) {
    let after;
    do {
      const wanted = { ...filter, after, limit: LARGEST_PAGE };
      const page = await untilAnswered(() => previewContacts(user, wanted, signal), { signal });
      this.set(page.items.map((item) => item.contactId), true);
      after = page.next;
    } while (after !== undefined);
  }
}
