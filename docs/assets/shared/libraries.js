// @ts-check
/**
 * Libraries that only a few readers need. The build copies them from npm to `assets/libraries/`; each is fetched from there, from this
 * site, when it is needed first.
 */

/** @param {string} path */
const url = (path) => new URL(`../libraries/${path}`, import.meta.url).href;

/** @returns {Promise<typeof import("client-zip")>} writes ZIP files piece by piece */
export const zipLibrary = () => import(url("client-zip/index.js"));

/** @returns {Promise<typeof import("@noble/hashes/sha2.js")>} hashes piece by piece, which the browser itself cannot */
export const hashLibrary = () => import(url("noble-hashes/sha2.js"));

/** @returns {Promise<typeof import("exifreader")>} reads what a camera wrote into a photo */
export async function photoLibrary() {
  await import(url("exifreader/exif-reader.js")); // it is no module: it leaves its name in the window
  return /** @type {any} */ (globalThis).ExifReader;
}
