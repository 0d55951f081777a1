// @ts-check
/**
 * `<makegood-filter for="id">`: shows of a list only the entries that have all the words typed. It compares words, nothing else.
 *
 *     <makegood-filter for="library" hidden>
 *       <label>Search <input type="search"></label> <p role="status"></p>
 *     </makegood-filter>
 *     <div id="library"><section data-entry>…</section> …</div>
 *
 * It is hidden until this script runs: without it the list is whole. The words stand in the address, `?find=words`, so that a
 * link to what was found can be kept or sent. Folds around what is found open, and close again when the field is empty.
 */
import { WORDS } from "./words.js";

const FIND = "find";

/** Browsers refuse an address that changes with each letter. */
const PAUSE = 300;

export class MakegoodFilter extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;

  /** @type {number | undefined} */
  #later;

  /** @type {Map<HTMLElement, string> | undefined} each entry and its words: read once, for a list may be long */
  #entries;

  connectedCallback() {
    const field = this.querySelector("input");
    const list = document.getElementById(this.getAttribute("for") ?? "");
    if (!field || !list) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.hidden = false;
    const filter = () => this.#filter(list, field.value);
    const change = () => {
      filter();
      clearTimeout(this.#later);
      this.#later = setTimeout(() => keep(field.value), PAUSE);
    };
    field.value ||= new URLSearchParams(location.search).get(FIND) ?? "";
    if (field.value) filter();
    field.addEventListener("input", change, { signal });
    addEventListener("pageshow", filter, { signal }); // the browser may have filled the field again
    addEventListener("hashchange", () => this.#uncover(list, field), { signal });
    this.#uncover(list, field);
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  /**
   * @param {HTMLElement} list
   * @param {string} typed
   */
  #filter(list, typed) {
    const words = plain(typed).split(" ").filter(Boolean);
    if (!words.length && !this.#entries) return; // nothing was ever hidden
    this.#entries ??= wordsOf(list);
    let found = 0;
    for (const [entry, text] of this.#entries) {
      entry.hidden = !words.every((word) => text.includes(` ${word}`));
      if (!entry.hidden) found += 1;
    }
    unfold(list, words.length > 0, found === 1);
    // A group without an entry has nothing to say.
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-group]"))) {
      group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    }
    const status = this.querySelector("[role=status]");
    if (!status) return;
    const count = WORDS.found.replace("{count}", String(found)).replace("{total}", String(this.#entries.size));
    status.textContent = words.length ? (found ? count : WORDS.none) : "";
  }

  /**
   * A link to an entry shows it, whatever was typed.
   *
   * @param {HTMLElement} list
   * @param {HTMLInputElement} field
   */
  #uncover(list, field) {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !list.contains(target) || !target.closest("[hidden]")) return;
    field.value = "";
    this.#filter(list, "");
    keep("");
    for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
    target.scrollIntoView();
  }
}

/**
 * @param {HTMLElement} list
 * @returns {Map<HTMLElement, string>}
 */
function wordsOf(list) {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-entry]"));
  return new Map([...entries].map((entry) => [entry, ` ${plain(entry.textContent ?? "")}`]));
}

/**
 * Open the folds around entries that were found, and an entry's own where it is the only one; close them where nothing is sought.
 *
 * @param {HTMLElement} list
 * @param {boolean} isSought
 * @param {boolean} isOne
 */
function unfold(list, isSought, isOne) {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (list.querySelectorAll("details.mg-fold"));
  for (const fold of folds) {
    const entry = fold.closest("[data-entry]");
    const isFound = entry
      ? isOne && !entry.hasAttribute("hidden")
      : Boolean(fold.querySelector("[data-entry]:not([hidden])"));
    fold.open = isSought && isFound;
  }
}

/**
 * Keep the words in the address. What else stands there stays.
 *
 * @param {string} typed
 */
function keep(typed) {
  const url = new URL(location.href);
  if (typed.trim()) url.searchParams.set(FIND, typed.trim());
  else url.searchParams.delete(FIND);
  history.replaceState(history.state, "", url);
}

/** @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ");

if (!customElements.get("makegood-filter")) customElements.define("makegood-filter", MakegoodFilter);
