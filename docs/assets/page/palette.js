// @ts-check
/**
 * The colours that the reader chose on an earlier visit, put on the page as soon as it has a body. Without a choice, or with
 * the choice to follow the device, the style sheet does that by itself.
 *
 * This is the inline script of Material 9.8.1's partials/javascripts/palette.html; main.html tells why it is a file here. It
 * waits for no other script, so it reads the store itself; base.js tells how that is kept.
 */
(() => {
  const scope = new URL(document.currentScript?.dataset.scope ?? ".", location.href);
  const { color } = JSON.parse(localStorage.getItem(`${scope.pathname}.__palette`) ?? "null") ?? {};
  if (!color || color.media === "(prefers-color-scheme)") return;
  for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, String(value));
  // These follow the device; Material's own, which is added later, follows the choice.
  for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) meta.remove();
})();
