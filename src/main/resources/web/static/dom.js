/**
 * Builds the page's elements. Text only ever becomes a text node, so nothing that comes from the
 * CRM can become markup.
 */

/**
 * An element.
 *
 * @param {string} name such as "td"
 * @param {Object<string, *>} [properties] attributes; `on…` with a function is a listener, true and
 *   false set and leave out
 * @param {...(Node|string|null|undefined|Array)} children
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  return filled(document.createElement(name), properties, children);
}

/** The same for drawings. */
export function drawn(name, properties = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), properties, children);
}

/** A text from outside, kept apart from the direction of what stands around it. */
export function foreign(words, name = "bdi") {
  return element(name, { dir: "auto" }, words);
}

/** Puts these children in the place of those that were there. */
export function fill(parent, ...children) {
  parent.replaceChildren(...listed(children));
  return parent;
}

/**
 * Draws a part anew without taking the focus away: it stays on the same control, or goes to the one
 * that took its place.
 *
 * @param {HTMLElement} root
 * @param {() => void} draw
 */
export function keepFocus(root, draw) {
  const had = root.contains(document.activeElement) ? document.activeElement : null;
  const place = had ? controls(root).indexOf(had) : -1;
  draw();
  if (place < 0 || root.contains(document.activeElement)) {
    return;
  }
  const now = controls(root);
  (now.find((each) => sameControl(each, had)) ?? now[Math.min(place, now.length - 1)])?.focus();
}

function controls(root) {
  return [...root.querySelectorAll("a[href], input, button:not([disabled])")];
}

function sameControl(one, other) {
  const about = (control) => control.dataset.contact ?? control.value;
  return one.tagName === other.tagName && one.className === other.className && about(one) === about(other);
}

function filled(node, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      node.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== undefined && value !== null) {
      node.setAttribute(key, value === true ? "" : String(value));
    }
  }
  node.append(...listed(children));
  return node;
}

function listed(children) {
  return children.flat(3).filter((child) => child instanceof Node || (child !== "" && typeof child === "string") || typeof child === "number");
}
