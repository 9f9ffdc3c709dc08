/**
 * Watches requests until every contact of them has an outcome. Which they are is kept for the tab,
 * so that a reload goes on watching.
 */
import { getSyncRequest, MOST_AT_ONCE, syncSelected } from "./api.js";
import { Trouble } from "./http.js";
import { pause, slower, untilAnswered } from "./retry.js";

const KEPT = "syncRequests";
const FIRST_MS = 600;
const LONGEST_MS = 6_000;

/**
 * Hands a selection over, in as many requests as it takes.
 *
 * @param {string[]|"all"} chosen all: what is new or needs an update
 * @param {(request: Object) => void} onAccepted told of each as soon as it is
 */
export async function handOver(user, chosen, onAccepted) {
  if (chosen === "all") {
    onAccepted(await syncSelected(user, { all: true }));
    return;
  }
  for (let from = 0; from < chosen.length; from += MOST_AT_ONCE) {
    onAccepted(await syncSelected(user, { contactIds: chosen.slice(from, from + MOST_AT_ONCE) }));
  }
}

/** The ids of the requests that were being watched when the page was left. */
export const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");

export function keep(ids) {
  ids.length === 0 ? sessionStorage.removeItem(KEPT) : sessionStorage.setItem(KEPT, JSON.stringify(ids));
}

/**
 * Asks for the requests' states until all are done, more slowly while nothing happens.
 *
 * @param {string[]} ids
 * @param {{onState: (sum: Object) => void, onTrouble: Function, signal?: AbortSignal}} told
 * @returns {Promise<Object>} the sum of them at the end
 */
export async function watch(ids, { onState, onTrouble, signal }) {
  let quiet = 0;
  for (let before = -1; ;) {
    const states = await Promise.all(ids.map((id) => untilAnswered(() => state(id, signal), { signal, onTrouble })));
    const sum = total(states);
    onState(sum);
    if (sum.open === 0) {
      return sum;
    }
    quiet = sum.open === before ? quiet + 1 : 0;
    before = sum.open;
    await pause(slower(FIRST_MS, quiet, LONGEST_MS), signal);
  }
}

/** A request that nobody knows any more has nothing open. */
async function state(id, signal) {
  try {
    return await getSyncRequest(id, signal);
  } catch (failure) {
    if (failure instanceof Trouble && failure.status === 404) {
      return { status: "lost", pairs: {} };
    }
    throw failure;
  }
}

/** What several requests amount to. */
export function total(states) {
  const sum = { total: 0, open: 0, done: 0, failed: 0, outcomes: {}, reasons: [], lost: false };
  for (const { status, pairs = {}, outcomes = {}, reason } of states) {
    for (const name of ["total", "done", "failed"]) {
      sum[name] += pairs[name] ?? 0;
    }
    const going = status === "queued" || status === "running";
    sum.open += going ? Math.max(1, pairs.open ?? 0) : 0;
    sum.lost ||= status === "lost";
    reason && sum.reasons.push(reason);
    for (const [outcome, count] of Object.entries(outcomes)) {
      sum.outcomes[outcome] = (sum.outcomes[outcome] ?? 0) + count;
    }
  }
  return sum;
}
