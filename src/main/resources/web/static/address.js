/**
 * What the reader looks at, kept behind the # of the address: a reload and the way back find it
 * again, and no request for a page or a file has it. Only a sign-in is told it, as the place to come
 * back to.
 */

/** @returns {{state: string, q: string, contact: string}} */
export function read() {
  const kept = new URLSearchParams(location.hash.slice(1));
  return { state: kept.get("state") ?? "", q: kept.get("q") ?? "", contact: kept.get("contact") ?? "" };
}

/** Replaces what is kept; what is empty is left out. */
export function keep(change) {
  const now = Object.entries({ ...read(), ...change }).filter(([, value]) => value !== "");
  const hash = now.length === 0 ? "" : "#" + new URLSearchParams(now);
  history.replaceState(null, "", location.pathname + location.search + hash);
}
