/** Calls to the app's own API: JSON, time-outs, sign-in, and failures that say what to do. */
import { signIn } from "./sign-in.js";

const PATIENCE_MS = 30_000;

/** An answer that is none: what went wrong, and whether asking again may help. */
export class Trouble extends Error {
  /**
   * @param {number} status of HTTP; 0: nobody answered
   * @param {string} detail in words; may be empty
   * @param {number} [retryAfter] in seconds
   */
  constructor(status, detail, retryAfter) {
    super(detail || String(status));
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Whether it may be over in a while. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/**
 * Calls.
 *
 * @param {string} method
 * @param {string} path below /api/
 * @param {{body?: Object, signal?: AbortSignal}} [more]
 * @returns {Promise<Object>} the answer's JSON
 * @throws {Trouble} and, where the signal was given up, an AbortError
 */
export async function call(method, path, { body, signal } = {}) {
  const answer = await asked("/api/" + path, {
    method,
    headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
    cache: "no-store",
    credentials: "same-origin",
    redirect: "error",
  }, signal);
  if (answer.status === 401) {
    return signIn();
  }
  if (!answer.ok) {
    throw await trouble(answer);
  }
  return answer.json().catch(() => { throw signal?.aborted ? signal.reason : new Trouble(0, ""); });
}

async function asked(address, request, signal) {
  const ended = new AbortController();
  const clock = setTimeout(() => ended.abort(), PATIENCE_MS);
  const giveUp = () => ended.abort();
  signal?.addEventListener("abort", giveUp);
  try {
    signal?.throwIfAborted();
    return await fetch(address, { ...request, signal: ended.signal });
  } catch (failure) {
    throw signal?.aborted ? signal.reason : new Trouble(0, "");
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener("abort", giveUp);
  }
}

async function trouble(answer) {
  const problem = await answer.json().catch(() => ({}));
  const wait = Number.parseFloat(answer.headers.get("Retry-After") ?? "");
  return new Trouble(answer.status, problem.detail ?? "", Number.isFinite(wait) ? wait : undefined);
}
