// @ts-check
/**
 * Opens the tabs that the reader chose before, or that the address points at.
 *
 * These are the inline scripts of Material 9.8.1's partials/javascripts/content.html; main.html tells why they are a file here.
 */
(() => {
  const get = /** @type {{__md_get(key: string): unknown}} */ (/** @type {unknown} */ (globalThis)).__md_get;
  const chosen = get("__tabs");
  for (const set of Array.isArray(chosen) ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels label")];
    const names = /** @type {unknown[]} */ (chosen);
    const label = names.map((name) => labels.find((each) => each.textContent?.trim() === name)).find(Boolean);
    const input = label instanceof HTMLLabelElement ? label.control : null;
    if (input instanceof HTMLInputElement) input.checked = true;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true;
})();
