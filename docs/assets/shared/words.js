// @ts-check
/**
 * What the checker says of itself while it starts, copies or fails. What it says about an order comes from Python.
 *
 * These are the words' only place in the code. A page can replace each, for another language or another tone, with an
 * attribute on the element: `data-text-failed="…"`. Braces stand for values.
 */
export const WORDS = {
  loading: "Getting the checker ready: {loaded} of {total} MB",
  starting: "Starting it",
  wait: "The checker is getting ready. You can answer already.",
  kept: "Your answers are kept. The advice follows as soon as the checker is ready.",
  ready: "The checker is ready.",
  updated: "Updated. {headline}",
  changed: "Updated. New in: {parts}.",
  same: "Noted. The answer stays the same.",
  again: "You have started again.",
  undo: "Undo",
  link: "The link is copied. It holds what you chose, and nothing that you typed.",
  "link-shown": "This is the link. It holds what you chose, and nothing that you typed:",
  ignored: "A part of the link does not fit here and was left out: {what}.",
  "old-link": "This link was made before the questions changed. Please answer again: {questions}",
  blank: "Not yet: {names} is still blank in this message.",
  "copy-anyway": "Copy anyway",
  "mail-anyway": "Open anyway",
  working: "Working it out…",
  "no-what-if": "This needs the whole checker, which does not run here.",
  failed: "The checker could not start here. Your answers stay on this page, but the advice does not follow them.",
  "failed-no-webassembly":
    "This browser cannot run the checker. Your answers stay on this page, but the advice does not follow them.",
  stopped: "The checker has stopped. Your answers stay on this page, but the advice does not follow them any more.",
  partly:
    "Only a part of the checker works here. The advice follows what you choose, and messages what you type. Days and weights do not count.",
  tables: "Use the tables on this page instead",
  retry: "Try again",
  copied: "Copied",
  "copied-original": "Copied as it was written, not as your browser translates it.",
  "copy-translation": "Copy the translation",
  selected: "The text is selected. Copy it with your keyboard or your device's menu.",
};

/**
 * Say one of the words, as the element has them.
 *
 * @param {HTMLElement | null} element whose `data-text-…` attributes count
 * @param {keyof typeof WORDS} key which
 * @param {Record<string, string>} [values] what stands for the braces
 * @returns {string}
 */
export function say(element, key, values = {}) {
  const text = element?.getAttribute(`data-text-${key}`) ?? WORDS[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
