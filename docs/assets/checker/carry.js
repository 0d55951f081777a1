// @ts-check
/**
 * What was said goes along: a link to another page of the site gets what holds there as well, and "Change" opens the checker for
 * everything with the whole case.
 *
 * @typedef {import("./trail.js").Trail} Trail
 */

/**
 * @param {HTMLElement} checker
 * @param {Trail} trail
 * @param {() => Record<string, unknown>} facts
 * @param {AbortSignal} signal
 */
export function carryOver(checker, trail, facts, signal) {
  const clicked = (/** @type {MouseEvent} */ event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.download) return;
    if (checker.contains(link) && link.dataset.do === "elsewhere") link.hash = trail.whole(facts());
    else if (link.pathname !== location.pathname && (!link.hash || "carries" in link.dataset)) {
      link.dataset.carries = "";
      link.hash = trail.carried(facts());
    }
  };
  for (const type of ["click", "auxclick"])
    document.addEventListener(type, /** @type {EventListener} */ (clicked), { signal, capture: true });
}
