/** One contact opened: its values in the CRM and in Outlook beside each other, and why. */
import { explain, stopSyncToOutlook } from "./api.js";
import { contactState } from "./badge.js";
import { element, fill, foreign } from "./dom.js";
import { Trouble } from "./http.js";
import { icon } from "./icons.js";
import { notice, troubleWords } from "./notice.js";
import { askAgain, untilAnswered } from "./retry.js";
import { SidePanel } from "./side-panel.js";
import { known, reason, text } from "./text.js";
import { valuesTable } from "./values-table.js";
import { whySteps } from "./why-steps.js";

/**
 * Opens the panel; done when it is closed again.
 *
 * @param {{contactId: string, fullName?: string, email?: string, state?: string, reasons?: string[]}} item
 * @param {{sync: () => void, follow: (requestId: string) => void}} acts
 */
export async function openContact(user, item, readOnly, acts) {
  const panel = new SidePanel();
  fill(panel.head, heading(item));
  show({ user, item, readOnly, acts, panel });
  await panel.closed;
}

async function show(opened) {
  const { user, item, panel } = opened;
  const { body, signal } = panel;
  fill(body, element("p", { class: "quiet-text", role: "status" }, text("panel.loading")));
  try {
    const told = await untilAnswered(() => explain(user, item.contactId, signal), {
      signal,
      onTrouble: (trouble, wait) => trouble && fill(body,
        notice("warning", troubleWords(trouble, wait), { words: text("frame.tryNow"), act: askAgain })),
    });
    fill(panel.head, heading(named(item, told)));
    fill(body, reasons(item, told), valuesTable(told), whySteps(told.steps ?? []));
    fill(panel.foot, opened.readOnly ? [] : actions(opened, told));
  } catch (failure) {
    if (failure instanceof Trouble) {
      fill(body, notice("bad", troubleWords(failure)));
    }
  }
}

/** The list's item, with what the explanation knows better. */
function named(item, told) {
  const crm = (field) => told.fields?.find((each) => each.field === field)?.crm ?? told.next?.[field];
  return {
    ...item,
    fullName: crm("fullName") || item.fullName,
    email: crm("email") || item.email,
    state: told.decision ?? item.state,
  };
}

function heading(item) {
  return [
    element("h2", { id: "panel-title" }, foreign(item.fullName || text("panel.id", { id: item.contactId }))),
    item.email && element("p", { class: "quiet-text" }, foreign(item.email)),
    item.state && element("p", {}, contactState(item.state)),
  ];
}

function reasons(item, told) {
  const state = told.decision ?? item.state;
  const codes = state === item.state ? (item.reasons ?? []) : [];
  return element("div", { class: "meaning" },
    element("p", {}, known("stateMeaning", state)),
    codes.map((code) => element("p", {}, reason(code))));
}

function actions(opened, told) {
  const { panel, acts } = opened;
  const lists = told.lists ?? {};
  const sync = () => { panel.close(); acts.sync(); };
  return [
    element("button", { type: "button", class: "primary", onclick: sync }, icon("arrowSync"), element("span", {}, text("panel.sync"))),
    lists.own !== false && element("button", { type: "button", onclick: () => takeOff(opened) }, text("panel.takeOff")),
    lists.own === true && element("p", { class: "quiet-text" }, text("panel.takeOffWhat")),
    lists.crm === true && element("p", { class: "quiet-text" }, text("panel.onCrmList")),
  ];
}

async function takeOff({ item, acts, panel: { foot, signal } }) {
  const answer = (tone, words) => fill(foot, notice(tone, words)).focus();
  try {
    const request = await stopSyncToOutlook(item.contactId);
    answer("good", text("panel.takenOff"));
    acts.follow(request.requestId);
  } catch (failure) {
    if (!(failure instanceof Trouble)) {
      throw failure;
    }
    const words = failure.status === 404 ? text("panel.notListed")
      : failure.status === 409 ? text("panel.onCrmList")
      : troubleWords(failure);
    signal.aborted || answer(failure.status === 404 || failure.status === 409 ? "info" : "bad", words);
  }
}
