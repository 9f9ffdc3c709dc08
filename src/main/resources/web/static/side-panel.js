/** A dialog at the side. The browser keeps the focus inside and gives it back. */
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./text.js";

export class SidePanel {
  head = element("div", { class: "panel-title" });
  body = element("div", { class: "panel-body", tabindex: "0", role: "region", "aria-labelledby": "panel-title" });
  foot = element("div", { class: "panel-foot", tabindex: "-1" });
  #ended = new AbortController();
  #dialog = element("dialog", { class: "panel", "aria-labelledby": "panel-title" },
    element("div", { class: "panel-head" }, this.head,
      element("button", { type: "button", class: "subtle square", "aria-label": text("frame.close"), onclick: () => this.close() }, icon("cross"))),
    this.body, this.foot);

  constructor() {
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.close());
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.closed = new Promise((done) => this.#dialog.addEventListener("close", () => {
      this.#ended.abort();
      this.#dialog.remove();
      done();
    }, { once: true }));
  }

  /** Given up when the panel is closed. */
  get signal() {
    return this.#ended.signal;
  }

  close() {
    this.#dialog.close();
  }
}
