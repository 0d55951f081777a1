// @ts-check
/**
 * Puts a file on the reader's device. It goes from the page to the disk; no server sees it.
 */

/** How long the browser may take to begin with a download. After that the file's memory is given back. */
const KEPT_MS = 60_000;

/**
 * Save text or a blob under a name, as a download.
 *
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} [type] of text
 */
export function saveFile(name, content, type = "application/octet-stream") {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/**
 * Ask the reader where to put a file, and open it for writing, in browsers that can.
 *
 * @param {string} name
 * @returns {Promise<WritableStream<Uint8Array> | null | undefined>} null when the reader does not want it after all, undefined
 *   in a browser that cannot ask
 */
export async function chooseWhere(name) {
  const ask = /** @type {{showSaveFilePicker?: (options: object) => Promise<{createWritable(): Promise<WritableStream>}>}} */ (
    /** @type {unknown} */ (window)
  ).showSaveFilePicker;
  if (!ask) return undefined;
  try {
    const file = await ask.call(window, { suggestedName: name, id: "makegood" });
    return await file.createWritable();
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? null : undefined;
  }
}
