// @ts-check
/**
 * Put new HTML in an element's place by changing only what differs, so that the reader keeps the focus, the text being
 * typed, the phone's keyboard, open details and the place on the page.
 *
 * Elements are the same when their `id` is, else their name and value, else their `data-` attributes; without any of these,
 * when they are of one kind and class and stand at the same place.
 */

import { isRadio } from "./answers.js";

const CONTROLS = "input, select, textarea";

/** How the theme marks what has the focus by keyboard: an attribute, and a class for the outline. Both are the browser's to change. */
const FOCUSED = "data-focus-visible-added";
const OUTLINED = "focus-visible";

/**
 * Whether the last thing that the reader did was to move the focus, or to choose, by key. Only then does the page follow a focus
 * whose place is gone: an answer may come late, when the reader has scrolled somewhere else.
 */
export let isByKey = false;

for (const type of ["keydown", "pointerdown", "wheel"])
  addEventListener(type, noteAct, { capture: true, passive: true });

/** @type {WeakMap<Node, string>} what identifies a node, kept while one part is changed: it is asked for again and again */
let keys = new WeakMap();

/**
 * @param {HTMLElement} part whose content is replaced
 * @param {string} html made by an autoescaping template of Python's, and by nothing else
 */
export function morph(part, html) {
  keys = new WeakMap();
  const template = document.createElement("template");
  template.innerHTML = html;
  const active = part.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const around = active?.closest("[data-message], [data-fact]") ?? null;
  mend(part, template.content);
  if (active && document.activeElement !== active) refocus(part, active, around);
}

/**
 * Change the page, and leave what is being read where it is on the screen. A browser by itself holds only what stands at the
 * top of the screen.
 *
 * @param {() => void} change
 */
export function inPlace(change) {
  const read = scrollY > 0 ? whatIsRead() : null; // at the very top the page starts with what is new
  const before = read?.getBoundingClientRect().y ?? 0;
  change();
  if (!read?.isConnected || !read.getClientRects().length) return;
  const moved = read.getBoundingClientRect().y - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
}

/** What has the focus, if that is in sight, else what stands in the middle of the screen. */
function whatIsRead() {
  const focused = document.activeElement ?? document.body;
  const { top, bottom } = focused.getBoundingClientRect();
  const isInSight = focused !== document.body && bottom > 0 && top < innerHeight;
  return isInSight ? focused : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
}

/**
 * @param {Node} parent
 * @param {Node} source
 */
function mend(parent, source) {
  const fresh = [...source.childNodes];
  const wanted = new Set(fresh.map(keyOf));
  const isGone = (/** @type {Node} */ node) => keyOf(node) !== "" && !wanted.has(keyOf(node));
  let at = parent.firstChild;
  for (const node of fresh) {
    while (at && isGone(at)) at = drop(at);
    const match = find(at, node);
    wanted.delete(keyOf(node));
    if (!match) {
      parent.insertBefore(document.importNode(node, true), at);
      continue;
    }
    while (at && at !== match && (keyOf(at) === "" || isGone(at))) at = drop(at);
    if (at === match) at = match.nextSibling;
    else parent.insertBefore(match, at);
    update(match, node);
  }
  while (at) at = drop(at);
}

/**
 * Find what stands for a new node: with a key anywhere further on, without one only right here, past some text.
 *
 * @param {ChildNode | null} at
 * @param {Node} node
 * @returns {ChildNode | null}
 */
function find(at, node) {
  const isHere = keyOf(node) === "";
  let found = at;
  while (found && !areAlike(found, node)) {
    if (isHere && !(found instanceof Text)) return null;
    found = found.nextSibling;
  }
  return found;
}

/**
 * @param {Node} old
 * @param {Node} fresh
 */
function areAlike(old, fresh) {
  if (old.nodeName !== fresh.nodeName || keyOf(old) !== keyOf(fresh)) return false;
  if (!(old instanceof HTMLElement && fresh instanceof HTMLElement)) return true;
  return (
    (keyOf(old) !== "" || old.className === fresh.className) && old.getAttribute("type") === fresh.getAttribute("type")
  );
}

/**
 * @param {Node} node
 * @returns {string}
 */
function keyOf(node) {
  if (!(node instanceof HTMLElement)) return "";
  let key = keys.get(node);
  if (key === undefined) {
    key = node.id;
    if (!key) {
      for (const name of node.getAttributeNames()) {
        if (isKey(name)) key += `${key && " "}${name}=${node.getAttribute(name)}`;
      }
    }
    keys.set(node, key);
  }
  return key;
}

/** @param {string} name of an attribute; what is marked as new, or has the focus, is the same as before */
const isKey = (name) =>
  name === "name" || name === "value" || (name.startsWith("data-") && name !== "data-new" && name !== FOCUSED);

/**
 * @param {Node} old
 * @param {Node} fresh
 */
function update(old, fresh) {
  if (!(old instanceof Element && fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.isEqualNode(fresh)) return holdAll(old, fresh); // most of a page stays as it is
  // Whether details are open is the reader's choice, and what is marked as new stays so until somebody else takes the mark away.
  const isReaders = (/** @type {string} */ name) =>
    name === "data-new" || name === FOCUSED || (name === "open" && old instanceof HTMLDetailsElement);
  const isOutlined = old.classList.contains(OUTLINED);
  for (const name of old.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && !isReaders(name)) old.removeAttribute(name);
  }
  for (const name of fresh.getAttributeNames()) {
    const value = fresh.getAttribute(name) ?? "";
    if (old.getAttribute(name) !== value && !isReaders(name)) old.setAttribute(name, value);
  }
  if (isOutlined) old.classList.add(OUTLINED);
  mend(old, fresh);
  hold(old, fresh);
}

/**
 * Bring the controls in an element in line with those of another that has the same markup.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
function holdAll(old, fresh) {
  hold(old, fresh);
  const others = fresh.querySelectorAll(CONTROLS);
  for (const [number, control] of old.querySelectorAll(CONTROLS).entries()) hold(control, others[number]);
}

/**
 * Let a control hold what another one does: its attributes do not show what the reader has changed.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
function hold(old, fresh) {
  if (isBeingChosen(old)) return;
  if (old instanceof HTMLInputElement && (old.type === "checkbox" || old.type === "radio")) {
    const { checked } = /** @type {HTMLInputElement} */ (fresh);
    if (old.checked !== checked) old.checked = checked;
  } else if (
    old instanceof HTMLInputElement ||
    old instanceof HTMLTextAreaElement ||
    old instanceof HTMLSelectElement
  ) {
    const { value } = /** @type {typeof old} */ (fresh);
    if (old !== document.activeElement && old.value !== value) old.value = value;
  }
}

/**
 * Whether the focus is on a radio button of this one's question: then the reader may be moving from one to the next, and an
 * answer that comes late knows nothing of it.
 *
 * @param {Element} control
 */
function isBeingChosen(control) {
  const { activeElement: active } = document;
  return isRadio(control) && isRadio(active) && active.name === control.name && active.form === control.form;
}

/**
 * @param {ChildNode} node
 * @returns {ChildNode | null}
 */
function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/**
 * Give the focus back to the control that had it or to its successor; where that is folded away, to the fold; and where
 * there is none, to what is left of the message or question around it, to the part's first control or its beginning.
 *
 * @param {HTMLElement} part
 * @param {HTMLElement} lost
 * @param {Element | null} around
 */
function refocus(part, lost, around) {
  const name = lost.getAttribute("name");
  const named = name
    ? part.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(lost.getAttribute("value") ?? "")}"]`)
    : null;
  const next = lost.isConnected ? lost : ((lost.id ? document.getElementById(lost.id) : null) ?? named);
  const fold = next?.closest("details:not([open])")?.querySelector("summary");
  const near = around?.isConnected ? around.querySelector("button, input, summary") : null;
  const target = fold ?? next ?? near ?? part.querySelector("[name]:not(details:not([open]) *)") ?? part;
  if (!(target instanceof HTMLElement)) return;
  if (target === part) part.tabIndex = -1;
  target.focus({ preventScroll: !isByKey });
}

/** @param {Event} event */
function noteAct(event) {
  const key = event instanceof KeyboardEvent ? event.key : "";
  isByKey = key === "Tab" || key === "Enter" || (key === " " && isRadio(event.target));
}
