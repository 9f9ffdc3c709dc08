/** Small drawings, 16 by 16, in the colour of the text beside them. They never stand alone. */
import { drawn } from "./dom.js";

const LINES = {
  add: "M8 3v10M3 8h10",
  arrowSync: "M13 8a5 5 0 0 1-9 3M3 8a5 5 0 0 1 9-3M12 2v3h-3M4 14v-3h3",
  check: "M3.5 8.5l3 3 6-7",
  clock: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.3",
  cross: "M4 4l8 8M12 4l-8 8",
  bin: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M7 7v3.5M9 7v3.5",
  hand: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM6.5 5.8v4.4M9.5 5.8v4.4",
  info: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 7.3v3.4M8 5.2v.2",
  minus: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM5.5 8h5",
  people: "M6 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 6 8zM2 13c0-2.2 1.8-3.5 4-3.5s4 1.3 4 3.5M11 7.8a1.8 1.8 0 1 0 0-3.6M12 9.7c1.3.4 2 1.5 2 3.3",
  search: "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3",
  warning: "M8 2.5l6 10.5H2zM8 6.3v3.4M8 11.3v.2",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
};

/** @param {keyof typeof LINES} name */
export function icon(name) {
  return drawn(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, class: "icon", "aria-hidden": "true", focusable: "false" },
    drawn("path", { d: LINES[name], fill: "none", stroke: "currentColor", "stroke-width": 1.3, "stroke-linecap": "round", "stroke-linejoin": "round" }),
  );
}
