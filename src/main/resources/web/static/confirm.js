/** A question before something that matters. */
import { element } from "./dom.js";
import { text } from "./text.js";

/**
 * Asks. Closing it any other way is a no, and the no has the focus.
 *
 * @param {{title: string, words: string, yes: string, danger?: boolean}} question
 * @returns {Promise<boolean>}
 */
export async function confirm({ title, words, yes, danger }) {
  const no = element("button", { type: "button", autofocus: true, onclick: () => dialog.close("") }, text("frame.cancel"));
  const dialog = element("dialog", { class: "question", role: "alertdialog", "aria-labelledby": "question-title", "aria-describedby": "question-words" },
    element("h2", { id: "question-title" }, title),
    element("p", { id: "question-words" }, words),
    element("div", { class: "answers" }, no,
      element("button", { type: "button", class: danger ? "danger" : "primary", onclick: () => dialog.close("yes") }, yes)));
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  dialog.remove();
  return dialog.returnValue === "yes";
}
