/** The last runs as bars. The table below has the same numbers, so the drawing is one image. */
import { drawn, element } from "./dom.js";
import { day, known, text } from "./text.js";

const MOST = 30;
const WIDTH = 600;
const HEIGHT = 120;
const SERIES = [["queued", "pairsQueued"], ["removed", "removalsQueued"], ["held", "removalsHeld"]];

/** @returns {?HTMLElement} null: there is nothing to draw */
export function runsChart(runs) {
  const shown = runs.slice(0, MOST).reverse();
  if (shown.length === 0) {
    return null;
  }
  const highest = Math.max(1, ...shown.map(sum));
  const slot = WIDTH / MOST;
  const label = text("admin.chart", { count: shown.length });
  return element("figure", {},
    element("figcaption", {}, element("span", {}, label),
      SERIES.map(([name]) => element("span", { class: "series" }, swatch(name), text(`admin.${name}Series`))),
      element("span", { class: "series" }, text("admin.chartHighest", { count: highest })),
      element("span", { class: "unseen" }, text("admin.chartNote"))),
    drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": label, preserveAspectRatio: "none" },
      shown.map((run, at) => bar(run, at * slot, slot, highest)),
      drawn("line", { x1: 0, x2: WIDTH, y1: HEIGHT - 1, y2: HEIGHT - 1, class: "base", "vector-effect": "non-scaling-stroke" })));
}

const sum = (run) => SERIES.reduce((all, [, name]) => all + (run[name] ?? 0), 0);

function bar(run, left, slot, highest) {
  let top = HEIGHT - 1;
  const parts = SERIES.map(([look, name]) => {
    const height = (run[name] ?? 0) === 0 ? 0 : Math.max(2, ((run[name] ?? 0) / highest) * (HEIGHT - 8));
    top -= height;
    return height > 0 ? drawn("rect", { x: left + 2, y: top, width: slot - 4, height, class: look }) : null;
  });
  const broken = run.status === "failed" && drawn("rect", { x: left + 2, y: HEIGHT - 6, width: slot - 4, height: 5, class: "broken" });
  return drawn("g", {}, drawn("title", {}, text("admin.chartBar", {
    day: day(run.startedAt), queued: run.pairsQueued ?? 0, removed: run.removalsQueued ?? 0,
    held: run.removalsHeld ?? 0, status: known("runStatus", run.status),
  })), drawn("rect", { x: left, y: 0, width: slot, height: HEIGHT, fill: "none", "pointer-events": "all" }), parts, broken || null);
}

function swatch(look) {
  return drawn("svg", { viewBox: "0 0 10 10", width: 10, height: 10, "aria-hidden": "true" },
    drawn("rect", { width: 10, height: 10, rx: 2, class: look }));
}
