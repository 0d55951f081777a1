// @ts-check
/**
 * What Material's bundle expects to find: its store of the reader's choices (colours, tabs), kept under the site's path.
 *
 * This is the inline script of Material 9.8.1's partials/javascripts/base.html; main.html tells why it is a file here.
 */
(() => {
  const scope = new URL(document.currentScript?.dataset.scope ?? ".", location.href);

  /** @param {string} text */
  const hash = (text) => [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);

  /**
   * @param {string} key
   * @param {Storage} [store]
   * @param {URL} [at]
   */
  const get = (key, store = localStorage, at = scope) => JSON.parse(store.getItem(`${at.pathname}.${key}`) ?? "null");

  /**
   * @param {string} key
   * @param {unknown} value
   * @param {Storage} [store]
   * @param {URL} [at]
   */
  const set = (key, value, store = localStorage, at = scope) => {
    try {
      store.setItem(`${at.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // A full or forbidden store forgets the choice; nothing else depends on it.
    }
  };

  Object.assign(globalThis, { __md_scope: scope, __md_hash: hash, __md_get: get, __md_set: set });
})();
