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
