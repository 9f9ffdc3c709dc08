/** The way back to where the reader came from. */
import { element } from "./dom.js";
import { text } from "./text.js";

/**
 * A link to an https address that names where it leads, else back in the window's history.
 *
 * @param {?string} address as it came: anybody may have written it
 * @returns {?HTMLElement} null: there is no way back
 */
export function wayBack(address) {
  const target = https(address);
  if (target) {
    return element("a", { href: target.href, rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, text("sync.backTo", { host: target.host }));
  }
  return history.length > 1 ? element("button", { type: "button", class: "link", onclick: () => history.back() }, text("sync.back")) : null;
}

function https(address) {
  try {
    const target = new URL(address ?? "");
    return target.protocol === "https:" && !target.username && !target.password ? target : null;
  } catch {
    return null;
  }
}
