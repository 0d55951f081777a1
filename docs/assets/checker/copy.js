// @ts-check
/**
 * Copy buttons, in the checker and anywhere else on a page: `<button type="button" data-copy="id of the text">`.
 */
import { say } from "./words.js";

const SHOWN_MS = 2000;

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  if (button instanceof HTMLButtonElement) void copy(button);
});
const spoken = document.querySelector("[data-copy]") ? region() : null;

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const host = /** @type {import("./makegood-checker.js").MakegoodChecker | null} */ (button.closest("makegood-checker"));
  // A value typed a moment ago may still be on its way into the text.
  if (host?.pending) await host.pending;
  const source = document.getElementById(button.dataset.copy ?? "");
  if (!source) return;
  const done = (await write(textOf(source))) || select(source);
  if (done) {
    const label = button.textContent;
    const copied = say(host, "copied");
    if (label !== copied) {
      button.textContent = copied;
      setTimeout(() => button.textContent === copied && (button.textContent = label), SHOWN_MS);
    }
  }
  tell(host, say(host, done ? "copied" : "selected"), done);
}

/** @param {HTMLElement} source */
const textOf = (source) => (isField(source) ? source.value : source.textContent ?? "");

/**
 * @param {Element} element
 * @returns {element is HTMLInputElement | HTMLTextAreaElement}
 */
const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the clipboard took it
 */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed, or not a secure page
  }
}

/**
 * Select the text for the reader, and copy the selection where an older way still works.
 *
 * @param {HTMLElement} source
 * @returns {boolean} whether it was copied
 */
function select(source) {
  if (isField(source)) source.select();
  else getSelection()?.selectAllChildren(source);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

/**
 * @param {import("./makegood-checker.js").MakegoodChecker | null} host
 * @param {string} text
 * @param {boolean} quiet
 */
function tell(host, text, quiet) {
  if (host) host.tell(text, quiet);
  else if (spoken) spoken.textContent = text;
}

/** For copy buttons outside a checker: a place that screen readers watch and nobody sees. */
function region() {
  const made = document.createElement("div");
  made.setAttribute("role", "status");
  Object.assign(made.style, { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" });
  document.body.append(made);
  return made;
}
