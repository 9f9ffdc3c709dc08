/** The values of the CRM and of Outlook, field by field. */
import { element, foreign } from "./dom.js";
import { icon } from "./icons.js";
import { notice } from "./notice.js";
import { known, moment, text } from "./text.js";

/** @param {{fields?: Object[], next?: Object<string, string>}} told an explanation */
export function valuesTable(told) {
  const outlook = (told.fields ?? []).some((each) => typeof each.outlook === "string");
  const rows = told.fields ?? Object.entries(told.next ?? {}).map(([field, crm]) => ({ field, crm, wouldWrite: true }));
  const shown = rows.filter((row) => row.crm || row.outlook || row.wouldWrite);
  return element("section", { "aria-labelledby": "values-title" },
    element("h3", { id: "values-title" }, text("panel.values")),
    told.fields || shown.length === 0 ? null : notice("info", text("panel.outlookLater")),
    shown.length === 0 ? element("p", { class: "quiet-text" }, text("panel.noValues")) : table(shown, outlook),
    told.fields && !outlook && element("p", { class: "quiet-text" }, text("panel.noCopy")));
}

function table(rows, outlook) {
  const head = (key) => element("th", { scope: "col" }, text("panel." + key));
  return element("table", { class: "values" },
    element("thead", {}, element("tr", {}, head("field"), head("crm"), outlook && head("outlook"))),
    element("tbody", {}, rows.map((row) => line(row, outlook))));
}

function line(row, outlook) {
  return element("tr", { class: row.wouldWrite ? "to-write" : undefined },
    element("th", { scope: "row" }, known("fields", row.field)),
    element("td", {}, value(row.crm),
      row.wouldWrite && element("span", { class: "mark" }, icon("arrowSync"), element("span", {}, text("panel.toWrite"))),
      row.lastWrittenAt && !row.wouldWrite && element("span", { class: "quiet-text" }, text("panel.lastWritten", { when: moment(row.lastWrittenAt) }))),
    outlook && element("td", {}, value(row.outlook)));
}

function value(words) {
  return words ? foreign(words) : element("span", { class: "quiet-text" }, text("panel.empty"));
}
