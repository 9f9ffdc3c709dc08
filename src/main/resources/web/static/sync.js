/**
 * Where a right-click in the CRM lands. Nothing happens until the reader presses the button: an
 * address that somebody else made the browser open does nothing.
 */
import { explain, syncToOutlook } from "./api.js";
import { element, fill, foreign } from "./dom.js";
import { announce, frame, greet } from "./frame.js";
import { Trouble } from "./http.js";
import { icon } from "./icons.js";
import { notice, troubleWords } from "./notice.js";
import { askAgain } from "./retry.js";
import { watch } from "./sync-watch.js";
import { plain, reason, text } from "./text.js";
import { wayBack } from "./way-back.js";

const asked = new URLSearchParams(location.search);
const contact = (asked.get("contactId") ?? "").trim();
const main = frame("sync", text("sync.title"));
const name = element("p", { class: "landing-name" }, foreign(text("sync.unnamed", { id: contact })));
const stage = element("div", { class: "stage", tabindex: "-1" });

fill(main, element("section", { class: "landing", "aria-labelledby": "landing-title" },
  element("h1", { id: "landing-title" }, text("sync.question")),
  contact ? [name, element("p", {}, text("sync.promise")), stage] : notice("bad", text("sync.noContact")),
  element("p", { class: "ways" }, wayBack(asked.get("return")), element("a", { href: "/page" }, text("sync.toContacts")))));

if (contact) {
  askOnce(text("sync.yes"));
  tellName().then(() => greet());
}

/** The name is a courtesy; a contact that the last night did not see has none here yet. */
async function tellName() {
  const told = await explain("me", contact).catch(() => ({}));
  const full = told.fields?.find((each) => each.field === "fullName")?.crm ?? told.next?.fullName;
  if (full) {
    fill(name, foreign(full));
  }
}

function askOnce(words) {
  fill(stage, element("button", { type: "button", class: "primary large", onclick: synchronise }, icon("arrowSync"), element("span", {}, words)));
}

async function synchronise() {
  working(text("sync.asking"));
  try {
    const request = await syncToOutlook(contact);
    working(text("sync.working"));
    ended(await watch([request.requestId], {
      onState: () => working(text("sync.working")),
      onTrouble: (trouble, wait) => trouble && fill(stage,
        notice("warning", troubleWords(trouble, wait), { words: text("frame.tryNow"), act: askAgain })),
    }));
  } catch (failure) {
    refused(failure instanceof Trouble ? failure : new Trouble(500, ""));
  }
}

/** What had the focus is gone: it stays where it was, and what is new is read out. */
function show(words, ...content) {
  const focused = stage.contains(document.activeElement);
  fill(stage, content);
  if (focused) {
    stage.focus();
  }
  announce(words);
}

function working(words) {
  if (stage.querySelector("progress")?.previousSibling?.textContent !== words) {
    show(words, element("p", {}, words), element("progress", { "aria-label": words }));
  }
}

function ended(sum) {
  const outcome = Object.keys(sum.outcomes)[0] ?? "failed";
  const well = !["skipped", "parked", "failed"].includes(outcome);
  const words = [text("sync.ends." + outcome), ...sum.reasons.map(reason)].join(" ");
  show(words, notice(well ? "good" : "warning", words,
    !well && { words: text("sync.retry"), act: synchronise }));
}

function refused(trouble) {
  const words = trouble.status === 404 ? text("sync.unknown") : trouble.status === 422 ? plain(trouble.detail) : troubleWords(trouble);
  show(words, notice("bad", words, { words: text("sync.retry"), act: synchronise }));
}
