// @ts-check
/**
 * "What would change this answer": a fold below the answer. Python answers it when the fold is open, and again with each answer.
 *
 * @typedef {import("./makegood-checker.js").MakegoodChecker} MakegoodChecker
 */
import { say } from "../shared/words.js";

/**
 * @param {MakegoodChecker} checker
 * @param {() => string} latest the request to which the answer belongs
 * @param {AbortSignal} signal
 */
export function followWhatIf(checker, latest, signal) {
  const fold = checker.querySelector('details[data-part="what-if"]');
  const place = fold?.querySelector("div");
  if (!(fold instanceof HTMLDetailsElement) || !place) return;
  let shown = "";
  const update = async () => {
    const request = latest();
    if (!fold.open || request === shown) return;
    shown = request;
    if (!place.hasChildNodes()) place.textContent = say(checker, "working");
    const response = await checker.ask({ ...JSON.parse(request), what_if: true }).catch(() => undefined);
    if (shown !== request) return;
    if (typeof response?.what_if === "string")
      place.innerHTML = response.what_if; // made by a template of Python's that escapes
    else {
      place.textContent = response ? "" : say(checker, "no-what-if");
      shown = "";
    }
  };
  for (const event of ["makegood:answer", "makegood:look-up"])
    checker.addEventListener(event, () => void update(), { signal });
  fold.addEventListener("toggle", () => void update(), { signal });
}
