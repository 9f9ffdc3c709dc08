/** Asking again, ever more slowly, until there is an answer. */
import { Trouble } from "./http.js";

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Asks until it is answered. What will not pass is thrown.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @param {{signal?: AbortSignal, onTrouble?: (trouble: ?Trouble, waitMs: number) => void}} [more]
 *   `onTrouble` hears of each failure, and with null that it is over
 * @returns {Promise<T>}
 */
export async function untilAnswered(ask, { signal, onTrouble = () => {} } = {}) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await ask();
      onTrouble(null, 0);
      return answer;
    } catch (failure) {
      if (!(failure instanceof Trouble) || !failure.passing) {
        throw failure;
      }
      const wait = failure.retryAfter ? failure.retryAfter * 1_000 : slower(FIRST_MS, attempt);
      onTrouble(failure, wait);
      await pause(wait, signal);
    }
  }
}

/** Twice as long each time, and not all at the same moment. */
export function slower(first, attempt, longest = LONGEST_MS) {
  return Math.min(longest, first * 2 ** attempt) * (0.85 + Math.random() * 0.3);
}

/** Waits; shorter where the network comes back. Rejects where `signal` gives up. */
export function pause(milliseconds, signal) {
  return new Promise((done, fail) => {
    const end = (how, value) => {
      clearTimeout(clock);
      removeEventListener("online", awake);
      removeEventListener("askagain", awake);
      signal?.removeEventListener("abort", stop);
      how(value);
    };
    const awake = () => end(done);
    const stop = () => end(fail, signal.reason);
    const clock = setTimeout(awake, milliseconds);
    addEventListener("online", awake);
    addEventListener("askagain", awake);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) {
      stop();
    }
  });
}

/** By the reader's hand: whoever waits asks again now. */
export const askAgain = () => dispatchEvent(new CustomEvent("askagain"));
