// @ts-check
/**
 * What is left to a reader where Python does not run: the tables of the page, and one more try.
 */
import { say } from "../shared/words.js";

/**
 * @param {HTMLElement} checker
 * @param {import("../python/python.js").Python} [python] to try again; none where that is no use
 * @returns {(string | HTMLElement)[]}
 */
export function waysOn(checker, python) {
  /** @type {(string | HTMLElement)[]} */
  const ways = [];
  const tables = checker.getAttribute("tables");
  if (tables) {
    const link = Object.assign(document.createElement("a"), { href: tables, textContent: say(checker, "tables") });
    ways.push(" ", link, ".");
  }
  if (python) {
    const retry = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: say(checker, "retry"),
    });
    retry.addEventListener("click", () => python.restart());
    ways.push(" ", retry);
  }
  return ways;
}
