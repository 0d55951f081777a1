// @ts-check
/**
 * What is new in the answer: each line that was not there before gets `data-new`, until the next answer.
 *
 * Lines are known by their `data-` attributes, and parts that an answer has once by their class.
 */

const LINES =
  "[data-rule], [data-item], [data-message], .mg-headline, .mg-strength, .mg-responsible, .mg-remedy > li, .mg-ladder > div";
const MOST = 0.6; // where more than this is new, a mark on everything would say nothing

/** @typedef {Map<string, string>} Seen */

/**
 * @param {ParentNode} part
 * @returns {Seen} the lines, and what each says
 */
export function look(part) {
  return new Map(lines(part).map(([key, line]) => [key, textOf(line)]));
}

/**
 * Mark what is new, and forget the marks of before.
 *
 * @param {ParentNode} part
 * @param {Seen | null} before nothing is marked without it
 * @returns {string[]} the titles of the sections in which something is new
 */
export function mark(part, before) {
  for (const old of part.querySelectorAll("[data-new]")) old.removeAttribute("data-new");
  if (!before?.size) return [];
  const all = lines(part);
  const fresh = all.filter(([key, line]) => before.get(key) !== textOf(line)).map(([, line]) => line);
  const few = fresh.length > all.length * MOST ? fresh.filter((line) => line.matches(".mg-headline")) : fresh;
  for (const line of few) line.setAttribute("data-new", "");
  const titles = fresh.map(
    (line) => line.closest("section")?.querySelector(".mg-section__title")?.textContent?.trim() ?? "",
  );
  return [...new Set(titles)].filter(Boolean);
}

/**
 * @param {ParentNode} part
 * @returns {[string, Element][]}
 */
function lines(part) {
  return [...part.querySelectorAll(LINES)].map((line, at) => [keyOf(line, at), line]);
}

/**
 * @param {Element} line
 * @param {number} at
 */
function keyOf(line, at) {
  const { rule, item, message, ask } = /** @type {HTMLElement} */ (line).dataset;
  const name = rule ?? item ?? message ?? ask ?? line.className;
  return `${line.nodeName} ${name || line.querySelector("dt")?.textContent || at}`;
}

/** @param {Element} line */
const textOf = (line) => (line.textContent ?? "").replace(/\s+/g, " ").trim();
