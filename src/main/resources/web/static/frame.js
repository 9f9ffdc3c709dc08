/** What is around every view: the bar at the top, what is read out, and the sign-in that failed. */
import { isAdmin } from "./api.js";
import { element, fill, foreign } from "./dom.js";
import { notice } from "./notice.js";
import { SIGN_OUT, signInAgain } from "./sign-in.js";
import { text } from "./text.js";

const spoken = element("div", { class: "unseen", role: "status", "aria-live": "polite" });

/** Read out by screen readers, and shown nowhere. */
export function announce(words) {
  spoken.textContent = words;
}

/**
 * Builds the frame into the empty body.
 *
 * @param {"contacts"|"sync"|"admin"} here which link is where one is
 * @param {string} title of the view and the window
 * @returns {HTMLElement} the part for the view
 */
export function frame(here, title) {
  document.title = title + " · " + text("frame.product");
  const link = (place, address) =>
    element("a", { href: address, "aria-current": place === here && "page" }, text("frame." + place));
  const admin = link("admin", "/page/admin");
  admin.hidden = here !== "admin";
  const main = element("main", { id: "view", tabindex: "-1" });
  fill(
    document.body,
    element("a", { class: "skip", href: "#view", onclick: (event) => skip(event, main) }, text("frame.skip")),
    element("header", { class: "top" },
      element("span", { class: "product" }, text("frame.product")),
      element("nav", { "aria-label": text("frame.places") }, link("contacts", "/page"), admin),
      element("a", { class: "out", href: SIGN_OUT }, text("frame.signOut"))),
    main,
    spoken,
  );
  addEventListener("signinfailed", () => fill(main, signInFailed()));
  return main;
}

/**
 * Shows who is signed in, and the admin's link to those who can use it.
 *
 * @param {{name?: string, roles?: string[]}} [caller] as the API told it; else it is asked
 */
export async function greet(caller) {
  const out = document.querySelector(".out");
  if (caller?.name) {
    out.title = text("frame.signedIn", { name: caller.name });
    out.before(foreign(caller.name, "span"));
  }
  const link = document.querySelector('header a[href="/page/admin"]');
  if (link.hidden && (caller?.roles?.includes("Sync.Admin") ?? (await isAdmin()))) {
    link.hidden = false;
  }
}

/** The skip link moves the focus, and leaves the address as it is: it holds the filter. */
function skip(event, main) {
  event.preventDefault();
  main.focus();
}

function signInFailed() {
  return notice("bad", text("frame.signInFailed"), { words: text("frame.signIn"), act: signInAgain });
}
