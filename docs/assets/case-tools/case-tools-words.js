// @ts-check
/**
 * What the tools below an answer say of themselves. What they say about an order comes from Python.
 *
 * A page can replace each, like the words in `words.js`, with an attribute on the element: `data-text-wiped="…"`.
 */
const WORDS = {
  working: "One moment …",
  "no-python": "This needs the checker, and it could not start here. Your answers stay on this page.",
  "case-saved": "Your case is in the file {name}. It holds your answers, so keep it where only you can read it.",
  "case-too-long": "The file {name} is too large to be a case that Makegood saved. Your answers stay as they are.",
  unreadable: "The file {name} cannot be read. Choose it again, or another one.",
  "calendar-saved":
    "The last days are in the file {name}. Open it to put them into your calendar. When your answers change, do it again: the days move along. A day that does not count any more has to be deleted there by you. {note}",
  "report-ready": "The report is ready below. Read it before you send it.",
  kept: "Your answers are kept in this browser, on this device. Whoever uses this browser can see them.",
  "not-kept": "Your answers are not kept any more. What was kept is deleted.",
  "cannot-keep":
    "This browser has no room to keep your answers, or does not allow it. Save your case as a file instead.",
  "kept-elsewhere": "This browser keeps a case that does not fit this page. It is not opened here.",
  "wipe-again": "Press again to wipe everything",
  wiped:
    "Wiped: your answers, the files you chose here, what this browser kept of them, and what stood in the page's address. Files you saved stay where you put them.",
  "file-added": "{name} is on the list. Choose what it shows.",
  "file-removed": "{name} is not on the list any more.",
  "no-files": "Choose at least one file first.",
  "too-many": "A pack can hold {most} files. The others were left out.",
  reading: "Reading {name}",
  packed:
    "The pack {name} is made, with {count} files. Fingerprint of its list: {fingerprint}. Note it down: it proves later that the list is the same.",
  "not-packed": "The pack could not be made: {name} cannot be read any more. Choose it again.",
  "no-room": "The pack could not be made: there is not enough room on this device. Free some, or choose fewer files.",
  broken: "That did not work here. Try again. Your answers stay on this page.",
};

/**
 * Say one of the words.
 *
 * @param {HTMLElement} host the checker, whose `data-text-…` attributes count
 * @param {keyof typeof WORDS} key which
 * @param {Record<string, string | number>} [values] what stands for the braces
 * @returns {string}
 */
export function sayTool(host, key, values = {}) {
  const text = host.getAttribute(`data-text-${key}`) ?? WORDS[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")).trim();
}
