// @ts-check
/**
 * Keeps a case in this browser, where the reader asks for it. What is kept is the text of a case file, so it is checked like any
 * other when it is opened again.
 *
 * Everything that Makegood keeps has a name that begins with `makegood`; wiping deletes all of it.
 */

const NAME = "makegood.case";
const OURS = /^makegood\b/;

/** @returns {string | null} the case file that is kept; null where there is none, or where the browser keeps nothing */
export function keptCase() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @returns {boolean} whether there was room for it; where there was not, nothing is kept
 */
export function keepCase(text) {
  try {
    localStorage.setItem(NAME, text);
    return true;
  } catch {
    forgetCase();
    return false;
  }
}

/** Delete the case that is kept. */
export function forgetCase() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // a browser that keeps nothing has nothing to delete
  }
}

/** Delete everything that Makegood keeps in this browser. */
export function forgetEverything() {
  for (const kind of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      const storage = window[kind];
      for (const name of Object.keys(storage)) if (OURS.test(name)) storage.removeItem(name);
    } catch {
      // a browser that keeps nothing has nothing to delete
    }
  }
}
