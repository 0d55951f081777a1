// @ts-check
/**
 * Copy buttons, in the checker and anywhere else on a page: `<button type="button" data-copy="id of the text">`; and in the checker
 * buttons that open a message in the reader's mail program: `data-mail="id of the text"`, its subject in the element `…-subject`.
 *
 * In a checker a message that still has blanks is not copied at once: the blanks are named, and "anyway" is offered. Where the browser
 * has translated a text, it is copied as it was written, since the other side reads that; the translation is offered beside it.
 *
 * @typedef {import("../checker/makegood-checker.js").MakegoodChecker} MakegoodChecker
 */
import { say } from "./words.js";

const SHOWN_MS = 2000;

/** @type {WeakMap<Element, string>} each text to copy as it was written, for a browser may translate what is on the page */
const written = new WeakMap();

/**
 * Note the texts to copy below an element, in the moment in which they were written.
 *
 * @param {ParentNode} root
 */
export function noteTexts(root) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-copy]"))) {
    const body = document.getElementById(button.dataset.copy ?? "");
    for (const part of [body, document.getElementById(`${body?.id}-subject`)])
      if (part && !isField(part)) written.set(part, part.textContent ?? "");
  }
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button:is([data-copy], [data-mail])") : null;
  if (button instanceof HTMLButtonElement) void use(button);
});
const spoken = document.querySelector("[data-copy]") ? region() : null;

/** @param {HTMLButtonElement} button */
async function use(button) {
  const host = /** @type {MakegoodChecker | null} */ (button.closest("makegood-checker"));
  // A value typed a moment ago may still be on its way into the text.
  if (host?.pending) await host.pending;
  const source = document.getElementById(button.dataset.copy ?? button.dataset.mail ?? "");
  if (!source || refuses(button, host)) return;
  if (button.dataset.mail) mail(source);
  else await copy(button, source, host);
}

/**
 * @param {HTMLButtonElement} button
 * @param {MakegoodChecker | null} host
 * @returns {boolean} whether the message has blanks that the reader has not been told of
 */
function refuses(button, host) {
  const missing = button.closest(".mg-message")?.querySelector(".mg-message__missing");
  const blanks = [...(missing?.querySelectorAll("[data-to]") ?? [])].map((blank) => blank.textContent?.trim() ?? "");
  if (!host || !missing || !blanks.length || "anyway" in button.dataset) return false;
  missing.querySelector("[data-anyway]")?.remove();
  const kind = button.dataset.mail ? "mail" : "copy";
  const anyway = Object.assign(document.createElement("button"), {
    type: "button",
    className: "mg-button mg-button--quiet",
  });
  anyway.textContent = say(host, kind === "mail" ? "mail-anyway" : "copy-anyway");
  anyway.dataset[kind] = button.dataset[kind] ?? "";
  anyway.dataset.anyway = "";
  missing.append(" ", anyway);
  missing.setAttribute("data-refused", "");
  host.tell(say(host, "blank", { names: blanks.join(", ") }), true);
  return true;
}

/** @param {HTMLElement} body */
function mail(body) {
  const title = document.getElementById(`${body.id}-subject`);
  const subject = title ? textOf(title) : "";
  const text = textOf(body).replace(/\r?\n/g, "\r\n");
  const link = Object.assign(document.createElement("a"), {
    href: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`,
    hidden: true,
  });
  body.after(link);
  link.click();
  link.remove();
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} source
 * @param {MakegoodChecker | null} host
 */
async function copy(button, source, host) {
  const isTranslation = "translation" in button.dataset;
  const done = (await write(isTranslation ? shownIn(source) : textOf(source))) || select(source);
  if (done && !isTranslation && isTranslated(source)) return offerTranslation(button, source, host);
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

/**
 * Put a text on the clipboard.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether the clipboard took it
 */
export const copyText = (text) => write(text);

/**
 * Say that the original was copied, and offer the translation.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} source
 * @param {MakegoodChecker | null} host
 */
function offerTranslation(button, source, host) {
  const told = say(host, "copied-original");
  const offer = button.parentElement?.querySelector("[data-translation]") ?? button.cloneNode();
  if (offer instanceof HTMLElement) {
    Object.assign(offer.dataset, { copy: source.id, translation: "" });
    offer.textContent = say(host, "copy-translation");
    button.after(" ", offer);
  }
  tell(host, told, !host);
}

/** @param {HTMLElement} source */
const textOf = (source) => (isField(source) ? source.value : (written.get(source) ?? shownIn(source)));

/** @param {HTMLElement} source */
const shownIn = (source) => source.textContent ?? "";

/** @param {HTMLElement} source */
const isTranslated = (source) => !isField(source) && inWords(textOf(source)) !== inWords(shownIn(source));

/** @param {string} text */
const inWords = (text) => text.split(/\s+/).filter(Boolean).join(" ");

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
 * @param {MakegoodChecker | null} host
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
  Object.assign(made.style, {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  });
  document.body.append(made);
  return made;
}

noteTexts(document);
