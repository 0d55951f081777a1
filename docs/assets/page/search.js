// @ts-check
/**
 * Where a search finds nothing, a sentence says where to go on. Its words stand in theme/main.html, in a template: screen readers tell
 * what comes into an element that was there before, and not what was in it all the time.
 */
(() => {
  const told = document.querySelector(".md-search-result__meta");
  const next = /** @type {HTMLElement | null} */ (document.querySelector(".mg-nothing-found"));
  const words = next?.querySelector("template");
  if (!told || !next || !words) return;

  const isNothing = () => told.textContent === next.dataset.none;

  new MutationObserver(() => {
    const isShown = Boolean(next.querySelector("p"));
    if (isNothing() !== isShown) next.replaceChildren(words, ...(isShown ? [] : [words.content.cloneNode(true)]));
  }).observe(told, { childList: true, characterData: true, subtree: true });

  // Material opens the best link of the list with Enter. These links are no result: whoever wants one chooses it.
  document.querySelector(".md-search__input")?.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || !isNothing()) return;
    event.preventDefault();
    event.stopPropagation();
  });
})();
