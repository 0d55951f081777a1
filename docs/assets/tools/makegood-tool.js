// @ts-check
/**
 * `<makegood-tool>`: a form and what Python says to it, live. It decides nothing.
 *
 *     <makegood-tool id="draft" tool="draft" fixed='{"side":"buyer"}' root="../../" runtime="../../assets/runtime/">
 *       <form data-part="form">…</form>
 *       <p data-part="status" role="status"></p>
 *       <div data-part="answer">…</div>
 *     </makegood-tool>
 *
 * The build has put the form and a first answer inside; they serve without any script. `tool` and `fixed` (values that the page
 * gives) go to `policy.browser.page_tools` with what the form holds, through the worker that all checkers of the page share. `data-state`
 * says how far it is: static, waiting, ready or failed. Every answer is told with the bubbling event `makegood:tool`.
 */

import { pythonOf } from "../python/python-of.js";
import { readAnswers } from "../shared/answers.js";
import { noteTexts } from "../shared/copy.js";
import { morph } from "../shared/morph.js";
import { today } from "../shared/today.js";
import { WORDS } from "./words.js";

/** Milliseconds without a keystroke after which what is typed is sent. */
const PAUSE = 250;

export class MakegoodTool extends HTMLElement {
  /** @type {import("../python/python.js").Python | undefined} */
  #python;
  #latest = "";
  #asking = false;
  #touched = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  /** @type {AbortController | undefined} */
  #connection;

  connectedCallback() {
    const form = this.#part("form");
    if (!form || !this.#part("answer")) return;
    const python = pythonOf(this);
    this.#python = python;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.dataset.state = "static";
    this.#latest = this.#request();
    python.addEventListener("change", () => this.#follow(), { signal });
    form.addEventListener("focusin", () => python.start(), { signal });
    form.addEventListener("pointerdown", () => python.start(), { signal });
    form.addEventListener("input", () => this.#soon(), { signal });
    form.addEventListener("change", () => this.#collect(), { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    form.addEventListener("submit", () => this.#collect(), { signal });
    form.addEventListener("reset", () => setTimeout(() => this.#collect()), { signal });
    addEventListener("pageshow", () => this.#collect(), { signal }); // the browser may have filled the form again
  }

  disconnectedCallback() {
    clearTimeout(this.#typing);
    this.#connection?.abort();
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  #soon() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#collect(), PAUSE);
  }

  /** Read the form; ask when it says something new. */
  #collect() {
    clearTimeout(this.#typing);
    const request = this.#request();
    if (request === this.#latest) return;
    this.#latest = request;
    this.#touched = true;
    this.#python?.start();
    if (this.dataset.state === "ready") void this.#ask();
    else this.#follow();
  }

  /** @returns {string} */
  #request() {
    /** @type {Record<string, unknown>} */
    const values = JSON.parse(this.getAttribute("fixed") || "{}");
    for (const [name, answer] of readAnswers(this)) if (answer !== undefined) values[name] = answer;
    const root = this.getAttribute("root") ?? undefined;
    return JSON.stringify({ tool: this.getAttribute("tool"), values, on: today(), prefix: this.id, root });
  }

  /** Only the latest question counts: an answer to an earlier one is not shown. */
  async #ask() {
    const python = this.#python;
    if (this.#asking || !python) return;
    this.#asking = true;
    let request = "";
    while (request !== this.#latest) {
      request = this.#latest;
      const response = await python.ask(request).catch(() => undefined);
      if (response === undefined) break; // it failed, and `#follow` tells the reader
      if (request === this.#latest) this.#show(request, response);
    }
    this.#asking = false;
  }

  /**
   * @param {string} request
   * @param {string} response
   */
  #show(request, response) {
    /** @type {{answer: string, status: string}} */
    const { answer, status } = JSON.parse(response);
    const part = this.#part("answer");
    if (part) {
      morph(part, answer);
      noteTexts(part);
    }
    this.#tell(status, true);
    this.dispatchEvent(new CustomEvent("makegood:tool", { bubbles: true, detail: { request, response } }));
  }

  /** Show how Python is doing, to those who wait for it. */
  #follow() {
    const python = this.#python;
    if (!python || !this.#touched) return;
    const state = python.state === "ready" || python.state === "failed" ? python.state : "waiting";
    if (state === this.dataset.state) return;
    this.dataset.state = state;
    if (state === "waiting") this.#tell(WORDS.wait);
    if (state === "ready") void this.#ask();
    if (state === "failed") this.#giveUp(python);
  }

  /** @param {import("../python/python.js").Python} python */
  #giveUp(python) {
    this.#tell(WORDS.failed);
    const retry = Object.assign(document.createElement("button"), { type: "button", textContent: WORDS.retry });
    retry.addEventListener("click", () => python.restart());
    this.#part("status")?.append(" ", retry);
  }

  /**
   * @param {string} text
   * @param {boolean} [quiet] for screen readers only, since the page shows it already
   */
  #tell(text, quiet = false) {
    const status = this.#part("status");
    if (!status) return;
    status.textContent = text;
    status.toggleAttribute("data-quiet", quiet || !text);
  }
}

if (!customElements.get("makegood-tool")) customElements.define("makegood-tool", MakegoodTool);
