// @ts-check
/**
 * What a click in the checker does, beside answering: the way to a field, taking an answer back, starting again, a link, the answer.
 *
 * @typedef {import("./makegood-checker.js").MakegoodChecker} MakegoodChecker
 */
import { copyText } from "../shared/copy.js";
import { say } from "../shared/words.js";
import { reveal } from "./reveal.js";

const ACTING = "[data-to], [data-forget], [data-do], [data-part=now]";

/**
 * @param {MakegoodChecker} checker
 * @param {AbortSignal} signal
 */
export function followClicks(checker, signal) {
  const clicked = (/** @type {MouseEvent} */ event) => {
    const target = event.target instanceof Element ? event.target.closest(ACTING) : null;
    if (target instanceof HTMLElement) act(checker, target, event);
  };
  checker.addEventListener("click", clicked, { signal });
  hideTwice(checker, signal);
}

/**
 * @param {MakegoodChecker} checker
 * @param {HTMLElement} target
 * @param {MouseEvent} event
 */
function act(checker, target, event) {
  const { to, forget, do: what, part } = target.dataset;
  if (what === "elsewhere") return;
  if (target instanceof HTMLAnchorElement) event.preventDefault(); // the address belongs to the case
  if (to) reveal(checker, to, target);
  else if (forget) {
    checker.forget(forget);
    checker.querySelector("input")?.focus();
  } else if (what === "restart") {
    checker.restart({ undo: true });
    checker.querySelector("input")?.focus({ preventScroll: true });
    checker.scrollIntoView();
  } else if (what === "copy-link") void copyLink(checker);
  else if (part === "now") goTo(checker.querySelector(".mg-result"));
}

/** @param {MakegoodChecker} checker */
async function copyLink(checker) {
  const { link } = checker;
  checker.notify((await copyText(link)) ? say(checker, "link") : `${say(checker, "link-shown")} ${link}`);
}

/** @param {Element | null} part */
function goTo(part) {
  part?.scrollIntoView();
  if (part instanceof HTMLElement) part.focus({ preventScroll: true });
}

/**
 * Where the answer is in sight, the line that tells it so far is not needed.
 *
 * @param {HTMLElement} checker
 * @param {AbortSignal} signal
 */
function hideTwice(checker, signal) {
  const now = checker.querySelector("[data-part=now]");
  const result = checker.querySelector(".mg-result");
  if (!now || !result || typeof IntersectionObserver !== "function") return;
  // A slow phone hands over several at once, the newest last.
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) =>
    now.toggleAttribute("data-seen", entries.at(-1)?.isIntersecting ?? false);
  // Its headline, and not only its edge: as much of it as the dock covers where it ends.
  const observer = new IntersectionObserver(seen, { rootMargin: "0px 0px -140px 0px" });
  observer.observe(result);
  signal.addEventListener("abort", () => observer.disconnect());
}
