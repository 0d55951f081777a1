// @ts-check
/**
 * The way to a field: from an error, or from a blank in a message, to where it is filled in; and to the question that comes next.
 */
import { controls } from "../shared/answers.js";

const NEXT = ".mg-open > .mg-question";

/**
 * Whether a fact is what the question asks that comes next.
 *
 * @param {HTMLElement} checker
 * @param {string | undefined} fact
 */
export function isNext(checker, fact) {
  const next = checker.querySelector(NEXT);
  return next instanceof HTMLElement && next.dataset.fact === fact;
}

/**
 * Bring the reader to the control of a fact: unfold what is around it, and put the focus there.
 *
 * @param {HTMLElement} checker
 * @param {string} fact
 * @param {Element | null} from where the reader is; a field in the same section comes before one further away
 */
export function reveal(checker, fact, from) {
  const all = controls(checker).filter((control) => control.name === fact);
  const section = from?.closest("section");
  const near = all.filter((control) => section?.contains(control));
  const among = near.length ? near : all;
  const control = among.find((control) => control instanceof HTMLInputElement && control.checked) ?? among[0];
  if (!control) return;
  for (let fold = control.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  control.focus({ preventScroll: true });
  (control.closest(".mg-question, .mg-field") ?? control).scrollIntoView({ block: "center" });
}

/**
 * Bring the question that comes next into sight, where an answer has moved it off the screen or behind what sticks to its edges.
 *
 * @param {HTMLElement} checker
 */
export function showNext(checker) {
  const next = checker.querySelector(NEXT);
  if (!next) return;
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const isAbove = next.getBoundingClientRect().top < Number.parseFloat(scrollPaddingTop);
  next.scrollIntoView({ block: isAbove ? "start" : "nearest", behavior: "instant" });
}

/**
 * Mark the fields that an error summary is about, and no others.
 *
 * @param {HTMLElement} checker
 * @param {ParentNode | null} summary
 */
export function markWrong(checker, summary) {
  for (const control of checker.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-errormessage");
  }
  for (const link of summary?.querySelectorAll("a[data-to]") ?? []) {
    const { to } = /** @type {HTMLElement} */ (link).dataset;
    for (const control of controls(checker)) {
      if (control.name !== to || control.type === "radio") continue;
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-errormessage", link.id);
    }
  }
}
