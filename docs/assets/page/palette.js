// @ts-check
/**
 * The colours that the reader chose on an earlier visit, put on the page before it is painted. On a first visit the style
 * sheet follows the device by itself.
 *
 * This is the inline script of Material 9.8.1's partials/javascripts/palette.html; main.html tells why it is a file here.
 */
(() => {
  const get = /** @type {{__md_get(key: string): any}} */ (/** @type {unknown} */ (globalThis)).__md_get;
  const color = get("__palette")?.color;
  if (color?.media === "(prefers-color-scheme)") {
    const mode = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${mode})']`);
    for (const key of ["media", "scheme", "primary", "accent"]) color[key] = input?.getAttribute(`data-md-color-${key}`);
  }
  for (const [key, value] of Object.entries(color ?? {})) document.body.setAttribute(`data-md-color-${key}`, String(value));
})();
