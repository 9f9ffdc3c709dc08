/** Starts a run: changes, full, or a dry run. */
import { startRun } from "./api.js";
import { element, fill } from "./dom.js";
import { Trouble } from "./http.js";
import { notice, troubleWords } from "./notice.js";
import { known, text } from "./text.js";

/** @param {(run: Object) => void} onStarted */
export function startRunCard(onStarted) {
  const said = element("div", {});
  const button = element("button", { type: "submit", class: "primary wait" }, text("admin.startNow"));
  const kind = (mode) => element("label", {},
    element("input", { type: "radio", name: "mode", value: mode, checked: mode === "changes" }),
    element("span", {}, element("b", {}, known("runMode", mode)),
      element("span", { class: "quiet-text" }, text("admin.startWhat." + mode))));
  return element("section", { class: "card", "aria-labelledby": "start-title" },
    element("h2", { id: "start-title" }, text("admin.start")),
    element("form", { onsubmit: (event) => start(event, button, said, onStarted) },
      element("fieldset", { class: "kinds" }, element("legend", { class: "unseen" }, text("admin.mode")),
        ["changes", "full", "dryRun"].map(kind)),
      button, said));
}

async function start(event, button, said, onStarted) {
  event.preventDefault();
  button.disabled = true;
  fill(said, element("p", { role: "status" }, text("admin.starting")));
  try {
    const run = await startRun(new FormData(event.target).get("mode"));
    fill(said, notice("good", text("admin.startedNow")));
    onStarted(run);
  } catch (failure) {
    if (!(failure instanceof Trouble)) {
      throw failure;
    }
    fill(said, failure.status === 409 ? notice("info", text("admin.alreadyRunning")) : notice("bad", troubleWords(failure)));
  } finally {
    button.disabled = false;
  }
}
