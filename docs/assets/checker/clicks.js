// @ts-check
/**
 * What a click in the checker does, beside answering: the way to a field, taking an answer back, starting again, a link, the answer.
 *
 * @typedef {import("./makegood-checker.js").MakegoodChecker} MakegoodChecker
 */
import { copyText } from "./copy.js";
import { reveal } from "./reveal.js";
import { say } from "./words.js";

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
  checker.addEventListener("focusin", ({ target }) => uncoverSoon(checker, target), { signal });
  hideTwice(checker, signal);
}

/**
 * @param {MakegoodChecker} checker
 * @param {HTMLElement} target
 * @param {MouseEvent} event
 */
function act(checker, target, event) {
  if (target instanceof HTMLAnchorElement) event.preventDefault(); // the address belongs to the case
  const { to, forget, do: what, part } = target.dataset;
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
 * Uncover what got the focus, and look again when the page has come to rest: what sticks to an edge may show only then.
 *
 * @param {HTMLElement} checker
 * @param {EventTarget | null} target
 */
function uncoverSoon(checker, target) {
  uncover(checker, target);
  requestAnimationFrame(() => requestAnimationFrame(() => uncover(checker, document.activeElement)));
}

/**
 * What gets the focus by keyboard is not left behind what sticks to the window's edges.
 *
 * @param {HTMLElement} checker
 * @param {EventTarget | null} target
 */
function uncover(checker, target) {
  if (!(target instanceof HTMLElement) || !checker.contains(target) || !target.matches(":focus-visible")) return;
  const { x, y, width, height } = target.getBoundingClientRect();
  const there = document.elementFromPoint(x + width / 2, y + height / 2);
  if (!there || !(target.contains(there) || there.contains(target))) target.scrollIntoView({ block: "center" });
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
  const seen = (/** @type {IntersectionObserverEntry[]} */ [entry]) => {
    if (!now.toggleAttribute("data-seen", entry.isIntersecting)) uncoverSoon(checker, document.activeElement);
  };
  const observer = new IntersectionObserver(seen, { rootMargin: "0px 0px -120px 0px" }); // its headline, and not only its edge
  observer.observe(result);
  signal.addEventListener("abort", () => observer.disconnect());
}
