/** The card that shows how far a synchronisation is, and how it ended. */
import { element, fill } from "./dom.js";
import { announce } from "./frame.js";
import { notice, troubleWords } from "./notice.js";
import { known, list, text } from "./text.js";
import { askAgain } from "./retry.js";
import { Trouble } from "./http.js";
import { handOver, keep, kept, watch } from "./sync-watch.js";

const SPOKEN_STEPS = 4;

export class SyncProgress {
  #user;
  #onProgress;
  #showFailed;
  #watched = new AbortController();
  #spoken = 0;
  /** Says what could not be handed over, beside what was. */
  #missed = null;

  /** @param {{onProgress: (ended: boolean) => void, showFailed: () => void}} acts */
  constructor(user, { onProgress, showFailed }) {
    this.#user = user;
    this.#onProgress = onProgress;
    this.#showFailed = showFailed;
    this.node = element("section", { class: "progress", "aria-label": text("progress.title"), hidden: true });
  }

  /** Goes on with what was being watched before a reload. */
  resume() {
    return kept().length > 0 ? this.#follow(kept()) : undefined;
  }

  /**
   * Hands over and watches.
   *
   * @returns {Promise<boolean>} whether it was accepted
   */
  async start(chosen) {
    const accepted = [];
    this.#missed = null;
    this.#show(element("p", {}, text("progress.sending")));
    try {
      await handOver(this.#user, chosen, (request) => accepted.push(request.requestId));
      return true;
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      this.#missed = notice("bad", troubleWords(failure), this.#dismissal());
      this.#show();
      this.#onProgress(true);
      return false;
    } finally {
      if (accepted.length > 0) {
        this.follow(accepted);
      }
    }
  }

  /** Watches these too. */
  follow(ids) {
    return this.#follow([...new Set([...kept(), ...ids])]);
  }

  async #follow(ids) {
    this.#watched.abort();
    const watched = new AbortController();
    this.#watched = watched;
    this.#spoken = 0;
    this.#told = "";
    keep(ids);
    const onTrouble = (trouble, wait) => this.#trouble(trouble, wait);
    try {
      const end = await watch(ids, { onState: (sum) => this.#state(sum), onTrouble, signal: watched.signal });
      keep([]);
      this.#ended(end);
    } catch (failure) {
      if (!watched.signal.aborted) {
        keep([]);
        this.#show(notice("bad", failure instanceof Trouble ? troubleWords(failure) : text("trouble.error"), this.#dismissal()));
      }
    }
  }

  #bar = element("progress", { max: 1, value: 0, "aria-label": text("progress.bar") });
  #words = element("span", {});
  #hint = element("span", { class: "quiet-text" });
  #card = [element("p", { class: "progress-words" }, this.#words, this.#hint), this.#bar];

  #state(sum) {
    const ended = sum.total - sum.open;
    this.#bar.max = Math.max(1, sum.total);
    this.#bar.value = Math.max(0, ended);
    this.#words.textContent =
      ended <= 0 ? text("progress.queued", { count: sum.total }) : text("progress.done", { done: ended, total: sum.total });
    this.#hint.textContent = sum.failed > 0 ? text("progress.failed", { count: sum.failed }) : "";
    this.#show(this.#card);
    const step = Math.floor((ended / Math.max(1, sum.total)) * SPOKEN_STEPS);
    if (step > this.#spoken) {
      this.#spoken = step;
      announce(this.#words.textContent);
    }
    this.#tell(sum);
  }

  /** Only what changed is told: each telling costs a look at the list. */
  #told = "";
  #tell(sum) {
    const now = [sum.total, sum.open, sum.failed].join(" ");
    if (now !== this.#told) {
      this.#told = now;
      this.#onProgress(sum.open === 0);
    }
  }

  #trouble(trouble, wait) {
    const bar = trouble && notice("warning", troubleWords(trouble, wait), { words: text("frame.tryNow"), act: askAgain });
    this.#show(this.#card, bar);
  }

  #ended(sum) {
    const counts = { ...sum.outcomes, ...(sum.failed > (sum.outcomes.parked ?? 0) && { failed: sum.failed - (sum.outcomes.parked ?? 0) }) };
    const parts = Object.entries(counts).map(([code, count]) => text("progress.outcome", { count, outcome: known("outcomes", code) }));
    const words = sum.lost ? text("progress.lost")
      : parts.length === 0 ? text("progress.nothing")
      : text("progress.finished", { outcomes: list(parts) });
    const failed = counts.failed > 0 && { words: text("progress.showFailed"), act: this.#showFailed };
    this.#show(notice(counts.failed || counts.parked || sum.lost ? "warning" : "good", words, failed, this.#dismissal()));
  }

  #dismissal() {
    return { words: text("progress.dismiss"), act: () => { this.node.hidden = true; } };
  }

  #show(...content) {
    this.node.hidden = false;
    fill(this.node, content, this.#missed);
  }
}
