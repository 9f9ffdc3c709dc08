/** An explanation, rule by rule: first what decides, then the rest. */
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { known, sentence, text } from "./text.js";

const LOOKS = {
  passed: ["check", "good"],
  stopped: ["hand", "bad"],
  waits: ["clock", "warning"],
  notConcerned: ["minus", "quiet"],
};

/** @param {{rule: string, outcome: string, detail: string}[]} steps in the order of the rules */
export function whySteps(steps) {
  return element("section", { "aria-labelledby": "why-title" },
    element("h3", { id: "why-title" }, text("panel.why")),
    element("ol", { class: "steps" }, steps.map(step)));
}

function step({ rule, outcome, detail }) {
  const [image, tone] = Object.hasOwn(LOOKS, outcome) ? LOOKS[outcome] : ["info", "quiet"];
  return element("li", { class: tone },
    icon(image),
    element("span", { class: "unseen" }, known("steps", outcome) + ": "),
    element("span", { class: "step-words" }, sentence(detail ?? "")),
    element("span", { class: "rule", title: text("panel.rule", { rule }) }, rule));
}
