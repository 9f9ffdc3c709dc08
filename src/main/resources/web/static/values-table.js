/** The values of the CRM and of Outlook beside each other, field by field. */
import { element, foreign } from "./dom.js";
import { icon } from "./icons.js";
import { notice } from "./notice.js";
import { known, moment, text } from "./text.js";

/**
 * @param {{fields?: Object[], next?: Object<string, string>, outlook?: {state: string, reason?: string, moved?: boolean}}} told
 *   an explanation
 */
export function valuesTable(told) {
  const copy = told.outlook ?? { state: "unavailable" };
  const beside = copy.state === "present";
  const rows = told.fields ?? Object.entries(told.next ?? {}).map(([field, crm]) => ({ field, crm, wouldWrite: true }));
  return element("section", { "aria-labelledby": "values-title" },
    element("h3", { id: "values-title" }, text("panel.values")),
    hint(copy),
    rows.length === 0 ? element("p", { class: "quiet-text" }, text("panel.noValues")) : table(rows, beside));
}

function hint({ state, reason, moved }) {
  if (state === "present") {
    return moved ? notice("info", known("copy", "moved")) : null;
  }
  return notice("info", [known("copy", state), reason ? " " + known("reasons", reason) : null]);
}

function table(rows, beside) {
  const head = (key) => element("th", { scope: "col" }, text("panel." + key));
  return element("table", { class: "values" },
    element("thead", {}, element("tr", {}, head("field"), head("crm"), beside && head("outlook"))),
    element("tbody", {}, rows.map((row) => line(row, beside))));
}

function line(row, beside) {
  const kept = beside && !row.wouldWrite && row.lastWrittenAt && (row.outlook ?? "") !== (row.crm ?? "");
  return element("tr", { class: row.wouldWrite ? "to-write" : undefined },
    element("th", { scope: "row" }, known("fields", row.field)),
    element("td", {}, value(row.crm),
      row.wouldWrite && mark("arrowSync", text("panel.toWrite")),
      row.lastWrittenAt && !row.wouldWrite && element("span", { class: "quiet-text" }, text("panel.lastWritten", { when: moment(row.lastWrittenAt) }))),
    beside && element("td", {}, value(row.outlook), kept && mark("check", text("panel.kept"))));
}

function mark(image, words) {
  return element("span", { class: "mark" }, icon(image), element("span", {}, words));
}

function value(words) {
  return words ? foreign(words) : element("span", { class: "quiet-text" }, text("panel.empty"));
}
