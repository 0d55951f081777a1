// @ts-check
/**
 * The list of files for an evidence pack. The files stay where they are; the list only refers to them.
 */
import { sayTool } from "./case-tools-words.js";

/** As many as `makegood verify-pack` takes, without the texts that come with them. */
const MOST = 900;

/**
 * @typedef {import("./evidence-pack.js").Chosen} Chosen
 * @typedef {import("../checker/makegood-checker.js").MakegoodChecker} Host
 */

/** @type {WeakMap<HTMLElement, File[]>} the files of each list, in its order */
const lists = new WeakMap();

/**
 * Add the files that the reader chose just now, each with a choice of what it shows.
 *
 * @param {Host} host
 * @param {HTMLElement} box the part of the page with the list
 * @param {HTMLInputElement} input
 * @returns {string} what to tell the reader
 */
export function addFiles(host, box, input) {
  const list = part(box, "files");
  const template = /** @type {HTMLTemplateElement} */ (part(box, "file"));
  const files = lists.get(list) ?? [];
  lists.set(list, files);
  const added = [...(input.files ?? [])].slice(0, MOST - files.length);
  const left = (input.files?.length ?? 0) > added.length;
  for (const file of added) {
    files.push(file);
    const row = /** @type {HTMLElement} */ (template.content.cloneNode(true));
    const [name, size, show, remove] = ["name", "size", "shows", "remove"].map(
      (key) => /** @type {HTMLElement} */ (row.querySelector(`[data-file=${key}]`)),
    );
    name.textContent = file.name;
    size.textContent = readable(file.size);
    show.setAttribute("aria-label", `${show.getAttribute("aria-label")}: ${file.name}`);
    remove.setAttribute("aria-label", `${remove.textContent}: ${file.name}`);
    list.append(row);
  }
  input.value = ""; // so that the same file can be chosen again after it was removed
  if (left) return sayTool(host, "too-many", { most: MOST });
  return added.length ? sayTool(host, "file-added", { name: added.map(({ name }) => name).join(", ") }) : "";
}

/**
 * Take a file off the list.
 *
 * @param {Host} host
 * @param {HTMLElement} box
 * @param {Element} button the one beside the file
 * @returns {string} what to tell the reader
 */
export function removeFile(host, box, button) {
  const list = part(box, "files");
  const row = button.closest("li");
  const number = row ? [...list.children].indexOf(row) : -1;
  const [file] = number < 0 ? [] : (lists.get(list) ?? []).splice(number, 1);
  row?.remove();
  box.querySelector("input")?.focus();
  return file ? sayTool(host, "file-removed", { name: file.name }) : "";
}

/**
 * @param {HTMLElement} box
 * @returns {Chosen[]} the files on the list and what the reader says that they show
 */
export function chosenFiles(box) {
  const list = part(box, "files");
  const shows = [.../** @type {NodeListOf<HTMLSelectElement>} */ (list.querySelectorAll("[data-file=shows]"))];
  return (lists.get(list) ?? []).map((file, number) => ({ file, shows: shows[number].value }));
}

/** @param {HTMLElement} box */
export function forgetFiles(box) {
  const list = part(box, "files");
  lists.delete(list);
  list.replaceChildren();
}

/**
 * @param {HTMLElement} box
 * @param {string} name
 */
const part = (box, name) => /** @type {HTMLElement} */ (box.querySelector(`[data-tool-part="${name}"]`));

/** @param {number} bytes */
function readable(bytes) {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
