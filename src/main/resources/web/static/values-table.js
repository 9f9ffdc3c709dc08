/** The values of the CRM and of Outlook beside each other, field by field. */
import { element, foreign } from "./dom.js";
import { icon } from "./icons.js";
import { notice } from "./notice.js";
import { known, moment, text } from "./text.js";

/** Where whatever differs and would not be written is what the user wanted so. */
const SETTLED = new Set(["upToDate", "update"]);

/**
 * @param {{decision?: string, fields?: Object[], next?: Object<string, string>, outlook?: {state: string, reason?: string, moved?: boolean}}} told
 *   an explanation
 */
export function valuesTable(told) {
  const copy = told.outlook ?? { state: "unavailable" };
  const beside = copy.state === "present";
  const settled = SETTLED.has(told.decision);
  const rows = told.fields ?? Object.entries(told.next ?? {}).map(([field, crm]) => ({ field, crm, wouldWrite: true }));
  return element("section", { "aria-labelledby": "values-title" },
    element("h3", { id: "values-title" }, text("panel.values")),
    hint(copy),
    rows.length === 0 ? element("p", { class: "quiet-text" }, text("panel.noValues")) : table(rows, beside, settled));
}

function hint({ state, reason, moved }) {
  if (state === "present") {
    return moved ? notice("info", known("copy", "moved")) : null;
  }
  return notice("info", [known("copy", state), reason ? " " + known("reasons", reason) : null]);
}

function table(rows, beside, settled) {
  const head = (key) => element("th", { scope: "col" }, text("panel." + key));
  return element("table", { class: "values" },
    element("thead", {}, element("tr", {}, head("field"), head("crm"), beside && head("outlook"))),
    element("tbody", {}, rows.map((row) => line(row, beside, settled))));
}

function line(row, beside, settled) {
  const kept = beside && settled && !row.wouldWrite && (row.outlook ?? "") !== (row.crm ?? "");
  return element("tr", { class: row.wouldWrite ? "to-write" : undefined },
    element("th", { scope: "row" }, known("fields", row.field)),
    element("td", {}, value(row.crm),
      row.wouldWrite && mark("arrowSync", text("panel.toWrite")),
      row.lastWrittenAt && !row.wouldWrite && element("span", { class: "quiet-text" }, text("panel.lastWritten", { when: moment(row.lastWrittenAt) }))),
    beside && element("td", {}, value(row.outlook), kept && mark("check", text(row.crm ? "panel.kept" : "panel.own"))));
}

function mark(image, words) {
  return element("span", { class: "mark" }, icon(image), element("span", {}, words));
}

function value(words) {
  return words ? foreign(words) : element("span", { class: "quiet-text" }, text("panel.empty"));
}
