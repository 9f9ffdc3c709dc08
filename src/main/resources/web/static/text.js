/** The page's words. Another language is another file in texts/ with the same keys. */
import { texts } from "./texts/en.js";

/** The reader's own way to write numbers and dates, if it is of the same language. */
const locale = (navigator.languages ?? []).find(ofThisLanguage) ?? texts.language;
const numbers = new Intl.NumberFormat(locale);
const plurals = new Intl.PluralRules(texts.language);
const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const lists = new Intl.ListFormat(texts.language, { type: "conjunction" });

/**
 * A text with its gaps filled. `{count}` also chooses between singular and plural. What comes
 * from outside is isolated (Unicode's FSI and PDI), so that a name keeps its direction to itself.
 *
 * @param {string} key such as "contacts.title"
 * @param {Object<string, string|number>} [values]
 */
export function text(key, values = {}) {
  const found = key.split(".").reduce((group, part) => group?.[part], texts);
  if (found === undefined) {
    return key;
  }
  const pattern = typeof found === "string" ? found : (found[plurals.select(values.count)] ?? found.other);
  return pattern.replace(/\{(\w+)\}/g, (gap, name) => shown(name, values[name] ?? gap));
}

/**
 * The words for a code of the API. A code that is not known here is shown as it came.
 *
 * @param {string} group such as "states"
 */
export function known(group, code) {
  return Object.hasOwn(texts[group], code) ? texts[group][code] : String(code);
}

const CODE = /^([a-z]\w*): (.+)$/s;
const OUTLOOKS = /^(?:[A-Z]\w*|http\d+)$/;

/** The words for a reason. One that is Graph's own has none here, but says whose it is. */
export function reason(code) {
  const [, first, rest] = CODE.exec(code) ?? [];
  if (first === "removalHeld") {
    return text("reasons.removalHeld", { reason: rest });
  }
  return OUTLOOKS.test(code) ? text("reasons.refused", { reason: code }) : known("reasons", code);
}

/** A sentence of the API that may begin with a code: the words for that, else the sentence. */
export function plain(detail) {
  const [, first] = CODE.exec(detail) ?? [];
  return first && Object.hasOwn(texts.reasons, first) ? texts.reasons[first] : detail;
}

export const number = (value) => numbers.format(value ?? 0);

export const list = (words) => lists.format(words);

/** A moment in the reader's time zone; what is no moment is shown as it came. */
export function moment(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.valueOf()) ? String(instant) : moments.format(date);
}

export const day = (instant) => days.format(new Date(instant));

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
const WORD = /\b[a-z]+(?:[A-Z][a-z]+)*\b/g;

/** A sentence of the API, with its moments and field names in the reader's words. */
export function sentence(words) {
  const colon = words.indexOf(": ");
  const named = (part) =>
    part.replace(WORD, (word) => (Object.hasOwn(texts.fields, word) ? texts.fields[word] : word));
  const dated = words.replace(INSTANT, (found) => moment(found));
  const at = colon < 0 ? -1 : dated.indexOf(": ");
  return at < 0 ? dated : dated.slice(0, at) + ": " + named(dated.slice(at + 2));
}

const FOREIGN = new Set(["name", "user", "id", "host", "reason"]);

function shown(name, value) {
  if (FOREIGN.has(name)) {
    return "\u2068" + value + "\u2069";
  }
  return typeof value === "number" ? number(value) : value;
}

/** Systems also name languages that no formatter knows, such as en-US@posix. */
function ofThisLanguage(tag) {
  return tag.split("-")[0] === texts.language && /^[\w-]+$/.test(tag);
}
