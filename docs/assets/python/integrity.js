// @ts-check
/** Whether a file is the one that is meant: its SHA-256, written as in the attribute `integrity`. */

/** @typedef {Uint8Array<ArrayBuffer> | ArrayBuffer} Bytes */

/** @param {Bytes} bytes */
const byTheBrowser = (bytes) => crypto.subtle.digest("SHA-256", bytes);

/**
 * @param {Bytes} bytes
 * @param {(bytes: any) => ArrayBuffer | Uint8Array | Promise<ArrayBuffer>} [sha256] where the browser itself has none: on plain http
 * @returns {Promise<string>}
 */
export async function integrityOf(bytes, sha256 = byTheBrowser) {
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(await sha256(bytes))))}`;
}

/**
 * Fetch a file with this hash. When what is kept of it on this device is another, that is let go.
 *
 * @param {string} url
 * @param {string} integrity as in the attribute; empty, the file is not checked
 * @param {RequestInit} [options]
 * @returns {Promise<Response>} rejects when it is another, or does not come
 */
export async function fetchOrLetGo(url, integrity, options = {}) {
  try {
    return await fetch(url, { ...options, integrity });
  } catch (error) {
    await letGo(url);
    throw error;
  }
}

/**
 * Let go of a file that this device keeps and that is not the one that is meant, so that it comes anew the next time.
 *
 * @param {string} url
 */
export async function letGo(url) {
  try {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(url, { ignoreVary: true });
  } catch {
    // Nothing is kept here: on plain http, or where a browser forbids it.
  }
}
