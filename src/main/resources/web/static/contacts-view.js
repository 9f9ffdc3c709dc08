/** The view of a user's contacts: filter, list, selection, and how a synchronisation goes on. */
import * as address from "./address.js";
import { ContactFilter } from "./contact-filter.js";
import { ContactList } from "./contact-list.js";
import { ContactPages } from "./contact-pages.js";
import { element, fill, keepFocus } from "./dom.js";
import { announce } from "./frame.js";
import { notice, troubleWords } from "./notice.js";
import { pager } from "./pager.js";
import { askAgain } from "./retry.js";
import { Selection } from "./selection.js";
import { SelectionBar } from "./selection-bar.js";
import { SyncProgress } from "./sync-progress.js";
import { text } from "./text.js";

export class ContactsView {
  #user;
  #readOnly;
  #pages;
  #list;
  #filter;
  #selection = new Selection();
  #bar;
  #progress;
  #trouble = element("div", {});
  #body = element("div", { class: "list-body", "aria-busy": "true" }, element("p", { class: "quiet-text loading" }, text("contacts.loading")));

  /** @param {string} user "me", or whose contacts an admin looks at */
  constructor(main, title, user, readOnly) {
    this.#user = user;
    this.#readOnly = readOnly;
    this.#pages = new ContactPages(user);
    this.#list = new ContactList(readOnly ? null : this.#selection, (item) => this.#open(item));
    this.#filter = new ContactFilter(address.read(), (filter) => this.#show(filter));
    this.#bar = new SelectionBar(this.#selection, {
      sync: () => this.#sync(this.#selection.ids),
      syncAll: () => this.#sync("all"),
      troubled: (trouble) => this.#troubled(trouble, 0),
      everywhere: (signal) => this.#selection.addEverything(user, this.#pages.filter, signal),
    });
    this.#bar.more = () => this.#list.wholePageSelected && (this.#pages.hasNext || this.#pages.pageNumber > 1);
    this.#progress = new SyncProgress(user, {
      onProgress: (ended) => this.#refresh(ended),
      showFailed: () => this.#filter.choose("failed"),
    });
    fill(main,
      element("h1", {}, title),
      readOnly ? notice("info", text("contacts.readOnly")) : element("p", { class: "intro" }, text("contacts.intro")),
      this.#filter.node,
      !readOnly && this.#progress.node,
      !readOnly && this.#bar.node,
      this.#trouble,
      this.#body);
  }

  /**
   * Loads what the address asks for.
   *
   * @returns {Promise<?Object>} who asked, where the API tells it
   */
  async start() {
    const asked = address.read();
    await this.#show(this.#filter.filter);
    if (!this.#readOnly) {
      this.#progress.resume();
    }
    if (asked.contact) {
      this.#open(this.#pages.page.items.find((item) => item.contactId === asked.contact) ?? { contactId: asked.contact });
    }
    return this.#pages.page.caller;
  }

  async #show(filter) {
    address.keep(filter);
    await this.#load((onTrouble) => this.#pages.show(filter, onTrouble));
  }

  /** The reader's own questions that are not answered yet; an older one is given up at once. */
  #asking = 0;
  #outdated = false;
  async #load(ask) {
    this.#body.setAttribute("aria-busy", "true");
    this.#asking++;
    try {
      if (await ask((trouble, wait) => this.#troubled(trouble, wait))) {
        this.#draw();
        announce(text("contacts.shown", { count: this.#pages.page.items.length }));
      }
    } catch (failure) {
      this.#troubled(failure, 0);
      this.#body.setAttribute("aria-busy", "false");
      this.#body.querySelector("p.loading")?.remove();
    } finally {
      this.#asking--;
    }
    if (this.#asking === 0 && this.#outdated) {
      this.#refresh(true);
    }
  }

  /**
   * While something is going on: the same page once more, at most one such question at a time, and
   * never in the place of one that the reader asked.
   */
  #refreshing = false;
  async #refresh(ended) {
    this.#outdated = this.#asking > 0;
    if (this.#outdated || (this.#refreshing && !ended)) {
      return;
    }
    this.#refreshing = true;
    try {
      if (await this.#pages.again(() => {})) {
        this.#draw();
      }
    } catch {
      // The next one shows it; what the list says is only older.
    } finally {
      this.#refreshing = false;
    }
  }

  #draw() {
    const { items, counts } = this.#pages.page;
    this.#body.setAttribute("aria-busy", "false");
    this.#filter.counts(counts);
    keepFocus(this.#body, () => {
      this.#list.show(items);
      fill(this.#body, items.length > 0 ? this.#list.node : this.#empty(), pager(this.#pages, (turn) => this.#turn(turn)));
    });
    this.#bar.show(counts);
  }

  async #turn(turn) {
    await this.#load((onTrouble) => this.#pages[turn](onTrouble));
    scrollTo(0, 0);
  }

  #empty() {
    const { q, state } = this.#pages.filter;
    const words = q ? "contacts.noneFound" : state ? "contacts.none" : "contacts.noneAtAll";
    return element("div", { class: "empty" }, element("p", {}, text(words)),
      (q || state) && element("button", { type: "button", onclick: () => this.#filter.clear() }, text("contacts.clearFilter")));
  }

  #troubled(trouble, wait) {
    const again = wait > 0 && { words: text("frame.tryNow"), act: askAgain };
    fill(this.#trouble, trouble && notice(wait > 0 ? "warning" : "bad", troubleWords(trouble, wait), again));
  }

  async #sync(chosen) {
    if (await this.#progress.start(chosen)) {
      this.#selection.clear();
    }
  }

  async #open(item) {
    const { openContact } = await import("./contact-panel.js");
    address.keep({ contact: item.contactId });
    await openContact(this.#user, item, this.#readOnly, {
      sync: () => this.#sync([item.contactId]),
      follow: (id) => this.#progress.follow([id]),
    });
    address.keep({ contact: "" });
  }
}
