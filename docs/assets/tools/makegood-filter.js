// @ts-check
/**
 * `<makegood-filter for="id">`: shows of a list only the entries that have all the words typed. It compares words, nothing else.
 *
 *     <makegood-filter for="library" hidden>
 *       <label>Search <input type="search"></label> <p role="status"></p>
 *     </makegood-filter>
 *     <div id="library"><section data-entry>…</section> …</div>
 *
 * It is hidden until this script runs: without it the list is whole.
 */
import { WORDS } from "./words.js";

export class MakegoodFilter extends HTMLElement {
  /** @type {AbortController | undefined} */
  #connection;

  connectedCallback() {
    const field = this.querySelector("input");
    const list = document.getElementById(this.getAttribute("for") ?? "");
    if (!field || !list) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.hidden = false;
    const filter = () => this.#filter(list, field.value);
    field.addEventListener("input", filter, { signal });
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
    const entries = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-entry]"))];
    let found = 0;
    for (const entry of entries) {
      const text = ` ${plain(entry.textContent ?? "")}`;
      entry.hidden = !words.every((word) => text.includes(` ${word}`));
      if (!entry.hidden) found += 1;
    }
    // A group without an entry has nothing to say.
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-group]"))) {
      group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    }
    const status = this.querySelector("[role=status]");
    if (!status) return;
    const count = WORDS.found.replace("{count}", String(found)).replace("{total}", String(entries.length));
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
    target.scrollIntoView();
  }
}

/** @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ");

if (!customElements.get("makegood-filter")) customElements.define("makegood-filter", MakegoodFilter);
