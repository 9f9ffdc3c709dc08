/** The way to the next page and back. */
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { text } from "./text.js";

/**
 * @param {{pageNumber: number, hasNext: boolean}} pages
 * @param {(turn: "previous"|"next") => void} onTurn
 * @returns {?HTMLElement} null: there is one page only
 */
export function pager(pages, onTurn) {
  if (pages.pageNumber === 1 && !pages.hasNext) {
    return null;
  }
  const turn = (name, image, possible) =>
    element("button", { type: "button", class: "subtle", value: name, disabled: !possible, onclick: () => onTurn(name) },
      name === "previous" && icon(image), element("span", {}, text("contacts." + name)), name === "next" && icon(image));
  return element("nav", { class: "pager", "aria-label": text("contacts.paging") },
    turn("previous", "left", pages.pageNumber > 1),
    element("span", { "aria-current": "page" }, text("contacts.page", { page: pages.pageNumber })),
    turn("next", "right", pages.hasNext));
}
