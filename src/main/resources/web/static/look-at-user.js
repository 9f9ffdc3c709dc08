/** The way to any user's page, read-only. */
import { element } from "./dom.js";
import { text } from "./text.js";

export function lookAtUser() {
  return element("section", { class: "card", "aria-labelledby": "look-title" },
    element("h2", { id: "look-title" }, text("admin.anyUser")),
    element("form", { onsubmit: look },
      element("label", { for: "look-user" }, text("admin.anyUserLabel")),
      element("div", { class: "look" },
        element("input", { type: "text", id: "look-user", name: "user", required: true, autocomplete: "off", spellcheck: "false" }),
        element("button", { type: "submit" }, text("admin.anyUserOpen"))),
      element("p", { class: "quiet-text" }, text("admin.anyUserNote"))));
}

/** No form of the page is ever sent: its policy forbids it. */
function look(event) {
  event.preventDefault();
  const user = String(new FormData(event.target).get("user")).trim();
  if (user) {
    location.assign("/page?user=" + encodeURIComponent(user));
  }
}
