// @ts-check
/**
 * Blanks of a message that was looked up, filled with what the reader typed, until Python writes the message.
 *
 * The answer says where they are: `<mark data-text="fact">`, and `data-day` where a day stands in words. Which lines a message has,
 * Python decides alone.
 */

const IN_WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/**
 * @param {ParentNode} answer
 * @param {Record<string, unknown>} facts what was typed
 */
export function fillBlanks(answer, facts) {
  for (const message of answer.querySelectorAll(".mg-message")) {
    const filled = new Set();
    for (const blank of /** @type {NodeListOf<HTMLElement>} */ (message.querySelectorAll("mark.mg-blank"))) {
      const { text, day } = blank.dataset;
      const fact = text ?? day ?? "";
      const told = String(facts[fact] ?? "").trim();
      if (!told) continue;
      blank.replaceWith(day ? inWords(told) : told);
      filled.add(fact);
    }
    listBlanks(message, filled);
  }
}

/** @param {string} told a day as YYYY-MM-DD */
function inWords(told) {
  const day = new Date(`${told}T00:00:00Z`);
  return Number.isNaN(day.valueOf()) ? told : IN_WORDS.format(day);
}

/**
 * Let the list of blanks name those that are left.
 *
 * @param {Element} message
 * @param {Set<string>} filled the facts whose blanks are filled now
 */
function listBlanks(message, filled) {
  const list = message.querySelector(".mg-message__missing");
  const entries = [...(list?.querySelectorAll(".mg-tail") ?? [])];
  const isGone = (/** @type {Element} */ entry) => filled.has(entry.querySelector("button")?.dataset.to ?? "");
  const last = entries.filter((entry) => !isGone(entry)).at(-1);
  for (const entry of entries) if (isGone(entry)) entry.remove();
  if (last?.lastChild) last.lastChild.textContent = ".";
  else if (entries.length) list?.remove();
}
