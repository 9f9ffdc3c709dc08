/** States as icon and word; the colour only repeats what they say. */
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { known } from "./text.js";

const CONTACT_LOOKS = {
  new: ["add", "brand"],
  update: ["arrowSync", "brand"],
  upToDate: ["check", "good"],
  notActionable: ["minus", "quiet"],
  removedInOutlook: ["bin", "quiet"],
  queued: ["clock", "brand"],
  removalHeld: ["hand", "warning"],
  parked: ["clock", "warning"],
  failed: ["warning", "bad"],
};

const RUN_LOOKS = {
  running: ["arrowSync", "brand"],
  completed: ["check", "good"],
  removalsHeld: ["hand", "warning"],
  removalsReleased: ["check", "good"],
  removalsDiscarded: ["minus", "quiet"],
  superseded: ["minus", "quiet"],
  failed: ["warning", "bad"],
};

function badge([image, tone], words) {
  return element("span", { class: "badge " + tone }, icon(image), element("span", {}, words));
}

const looks = (all, code) => (Object.hasOwn(all, code) ? all[code] : ["info", "quiet"]);

export const contactState = (code) => badge(looks(CONTACT_LOOKS, code), known("states", code));

export const runStatus = (code) => badge(looks(RUN_LOOKS, code), known("runStatus", code));

/** The states in the order in which they are offered. */
export const CONTACT_STATES = Object.keys(CONTACT_LOOKS);
