/** Message bars: what went well, what went wrong, and what can be done about it. */
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { plain, text } from "./text.js";

const IMAGES = { good: "check", bad: "warning", warning: "warning", info: "info" };

/**
 * A message bar.
 *
 * @param {"good"|"bad"|"warning"|"info"} tone
 * @param {string|Node|Array} words
 * @param {...{words: string, act: () => void}} actions
 */
export function notice(tone, words, ...actions) {
  return element("div", { class: "notice " + tone, role: tone === "bad" ? "alert" : "status" },
    icon(IMAGES[tone]),
    element("div", { class: "notice-words" }, words),
    actions.filter(Boolean).map(({ words: label, act }) => element("button", { type: "button", onclick: act }, label)));
}

/** A failure in plain words. `wait`: it will be tried again, in so many milliseconds. */
export function troubleWords(trouble, wait) {
  const what =
    trouble.status === 0 ? text(navigator.onLine ? "trouble.noAnswer" : "trouble.offline")
    : trouble.status === 403 ? text("trouble.notAllowed")
    : trouble.status === 404 ? text("trouble.notFound")
    : trouble.status === 429 ? text("trouble.tooOften")
    : trouble.status === 503 ? text("trouble.busy")
    : trouble.passing ? text("trouble.error")
    : text("trouble.refused");
  const again = wait ? text("trouble.again", { count: Math.max(1, Math.round(wait / 1_000)) }) : "";
  const more = trouble.status === 0 || trouble.passing ? "" : plain(trouble.detail ?? "");
  return [what, more, again].filter(Boolean).join(" ");
}
