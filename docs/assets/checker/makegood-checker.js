// @ts-check
/**
 * `<makegood-checker>`: shows questions and the answer, and decides nothing.
 *
 * The build puts the questions and the first answer inside. The element reads the form, looks up the questions and the answer
 * in what the build compiled, asks Python in a worker as well, and shows what comes back.
 *
 *     <makegood-checker id="checker-1" preset='{"side":"seller"}' root="../" runtime="../assets/runtime/" answers="…" tables="#do-not">
 *       <form data-part="questions">…</form>
 *       <div data-part="answer">…</div>
 *       <p data-part="status" role="status"></p>
 *     </makegood-checker>
 *
 * `answers` is the file with the compiled answers; without it every answer waits for Python.
 * `preset` holds facts that the page fixes, `root` the way to the site's top for links in the answer, `runtime` the folder of
 * the worker's files, `tables` a link to what serves without the checker. `data-state` says how far it is: static, loading,
 * ready, or failed, and then `data-why` says why. Every answer is told with the bubbling event `makegood:answer`, whose detail
 * is {request, response}, both as text.
 *
 * @typedef {{questions: string | null, answer: string, advice: {headline: string} | null, errors: unknown[]}} Response
 */
import { fillIn, readAnswers, settle } from "./answers.js";
import "./copy.js";
import { Graph } from "./graph.js";
import { morph } from "./morph.js";
import { Python } from "./python.js";
import { say } from "./words.js";

export class MakegoodChecker extends HTMLElement {
  /** @type {Promise<void> | undefined} while an answer is on its way */
  pending;

  /** @type {Python | undefined} */
  #python;
  /** @type {Map<string, unknown>} what the reader said, also to questions that are not shown now */
  #answers = new Map();
  #latest = "";
  #shown = ""; // the request whose answer was looked up, as long as it is on the page
  /** @type {Graph | undefined} */
  #graph;
  #state = "static";
  #touched = false;
  #rendering = false;
  /** @type {AbortController | undefined} */
  #connection;
  /** @type {HTMLElement | undefined} */
  #bar;
  /** @type {HTMLElement | undefined} */
  #said;
  #byArrow = false;

  connectedCallback() {
    if (!this.#part("questions") || !this.#part("answer")) return;
    const python = Python.at(new URL(this.getAttribute("runtime") ?? "", document.baseURI).href);
    this.#python = python;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const start = () => {
      this.#getGraph();
      python.start();
    };
    const changed = (/** @type {Event} */ event) => this.#changed(event);
    python.addEventListener("change", () => this.#follow(), { signal });
    this.addEventListener("pointerdown", start, { signal });
    this.addEventListener("pointerdown", () => (this.#byArrow = false), { signal });
    this.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    this.addEventListener("focusin", start, { signal });
    this.addEventListener("change", changed, { signal });
    this.addEventListener("focusout", changed, { signal });
    this.addEventListener("submit", changed, { signal });
    addEventListener("pageshow", () => this.#collect(), { signal }); // the browser may have filled the form again
    this.#startWhenNear(start, signal);
    this.#answers.clear();
    this.#state = this.dataset.state = "static";
    this.tell("");
    this.#read();
    this.#latest = this.#request();
    this.#follow();
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#bar?.remove();
    this.#bar = undefined;
  }

  /** What the case says so far, as the contract's facts: what the page has fixed, and what the reader said. */
  get facts() {
    return { ...Object.fromEntries(this.#answers), ...this.#preset() };
  }

  set facts(facts) {
    this.open(facts);
  }

  /**
   * Put other answers in the place of all that the reader gave, as when a saved case is opened. What the page has fixed stays.
   *
   * @param {Record<string, unknown>} facts
   */
  open(facts) {
    const preset = this.#preset();
    const told = Object.entries(facts).filter(([name, value]) => !Object.hasOwn(preset, name) && value !== null && value !== undefined);
    this.#answers = new Map(told);
    fillIn(this, this.facts);
    this.#answer();
  }

  /** Forget all answers. */
  restart() {
    this.open({});
  }

  /**
   * Ask Python anything that `policy.browser.respond` answers; it is started where it does not run yet.
   *
   * @param {object} request
   * @returns {Promise<any>} its response; rejects when Python cannot run here
   */
  async ask(request) {
    if (!this.#python) throw new Error("This checker is not on the page.");
    return JSON.parse(await this.#python.ask(JSON.stringify(request)));
  }

  /**
   * Say something about the checker itself, once.
   *
   * @param {string} text
   * @param {boolean} [quiet] for screen readers only, since the page shows it already
   */
  tell(text, quiet = false) {
    const status = this.#part("status");
    if (!status) return;
    // Never empty and never hidden: screen readers only hear what changes in a place that was there before.
    if (!this.#said?.isConnected) status.replaceChildren((this.#said = document.createElement("span")));
    // The same words are read out again only when they differ.
    this.#said.textContent = text && this.#said.textContent === text ? `${text}\u00a0` : text;
    status.toggleAttribute("data-quiet", quiet || !text);
  }

  /**
   * @param {() => void} start
   * @param {AbortSignal} signal
   */
  #startWhenNear(start, signal) {
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
    if (connection?.saveData || typeof IntersectionObserver !== "function") return; // then a touch starts it
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && start(), {
      rootMargin: "100% 0px",
    });
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /**
   * The arrow keys choose every radio button on their way, so with them a choice counts when the reader leaves the question
   * or confirms it.
   *
   * @param {KeyboardEvent} event
   */
  #pressed({ key, target }) {
    this.#byArrow = key.startsWith("Arrow");
    if ((key === "Enter" || key === " ") && isRadio(target)) this.#collect(target.name);
  }

  /** @param {Event} event */
  #changed(event) {
    if (event.type === "submit") event.preventDefault();
    const { target } = event;
    if (this.#rendering || !(event.type === "submit" || isControl(target))) return;
    if (isControl(target) && event.type === "change") settle(this, target);
    if (isRadio(target) && this.#byArrow && !leaves(event, target)) return;
    const field = isControl(target) ? target : document.activeElement;
    this.#collect(isControl(field) ? field.name : undefined);
  }

  /**
   * Read the form; ask when it says something new.
   *
   * @param {string} [changed] the fact whose control was changed: when nothing is in it now, the answer was taken back
   */
  #collect(changed) {
    this.#read(changed);
    this.#answer();
  }

  /** @param {string} [changed] */
  #read(changed) {
    for (const [name, answer] of readAnswers(this)) {
      if (answer !== undefined) this.#answers.set(name, answer);
      else if (name === changed) this.#answers.delete(name);
    }
  }

  /** Ask when the answers are not those that were asked about. */
  #answer() {
    const request = this.#request();
    if (request === this.#latest) return;
    this.#latest = request;
    this.#touched = true;
    this.#getGraph();
    this.#python?.start();
    const isWhole = this.#lookUp();
    if (this.#python?.state === "ready") return this.#ask();
    if (isWhole) return;
    this.#part("answer")?.setAttribute("data-stale", "");
    this.#wait();
  }

  #getGraph() {
    const answers = this.getAttribute("answers");
    if (this.#graph || !answers) return;
    const got = Graph.at(new URL(answers, document.baseURI).href).then((graph) => {
      this.#graph = graph;
      if (this.#touched) this.#lookUp();
    });
    got.catch(() => {}); // then every answer comes from Python
  }

  /**
   * Show at once what the build has compiled for the latest request. Where Python is ready and has more to say, leave it to
   * Python.
   *
   * @returns {boolean} whether that is all there is to say
   */
  #lookUp() {
    const request = this.#latest;
    const found = this.#graph?.respond(JSON.parse(request));
    if (!found || (!found.whole && this.#python?.state === "ready")) return false;
    this.#put(found);
    if (!found.whole) return false;
    this.#part("answer")?.removeAttribute("data-stale");
    const headline = this.querySelector(".mg-headline")?.textContent ?? "";
    this.tell(found.questions === null ? "" : say(this, "updated", { headline }), true);
    this.#shown = request;
    this.dispatchEvent(new CustomEvent("makegood:look-up", { bubbles: true, detail: { request } }));
    return true;
  }

  /** @returns {Record<string, unknown>} */
  #preset() {
    return JSON.parse(this.getAttribute("preset") || "{}");
  }

  /** @returns {string} */
  #request() {
    const root = this.getAttribute("root") ?? undefined;
    const preset = Object.keys(this.#preset());
    return JSON.stringify({ facts: this.facts, on: today(), preset, prefix: this.id || "checker", root });
  }

  #ask() {
    this.pending ??= this.#askLatest().finally(() => (this.pending = undefined));
  }

  /** Only the latest question counts: an answer to an earlier one is not shown. */
  async #askLatest() {
    const python = this.#python;
    if (!python) return;
    let request;
    do {
      request = this.#latest;
      const response = await python.ask(request).catch(() => undefined);
      if (response === undefined) return; // it failed, and `#follow` tells the reader
      if (request === this.#latest) this.#show(request, response);
    } while (request !== this.#latest);
  }

  /**
   * @param {string} request
   * @param {string} response
   */
  #show(request, response) {
    /** @type {Response} */
    const { questions, answer, advice, errors } = JSON.parse(response);
    this.#put({ questions, answer });
    this.#part("answer")?.removeAttribute("data-stale");
    // Errors speak for themselves: their summary is an alert. What was looked up has been told already.
    if (this.#touched && request !== this.#shown) {
      this.tell(errors.length ? "" : say(this, "updated", { headline: advice?.headline ?? "" }), true);
    }
    this.#shown = "";
    this.dispatchEvent(new CustomEvent("makegood:answer", { bubbles: true, detail: { request, response } }));
  }

  /** @param {{questions: string | null, answer: string}} parts */
  #put({ questions, answer }) {
    this.#rendering = true;
    for (const [name, html] of Object.entries({ questions, answer })) {
      const part = this.#part(name);
      if (part && html !== null) morph(part, html); // no questions: the form stays as the reader left it
    }
    this.#rendering = false;
  }

  /** Show how Python is doing. */
  #follow() {
    const python = this.#python;
    if (!python) return;
    const state = python.state === "starting" ? "loading" : python.state;
    this.#drawBar(python);
    if (state === this.#state) return;
    this.#state = this.dataset.state = state;
    if (state === "loading") this.#wait();
    if (state === "ready") {
      if (!this.#shown) this.tell(this.#touched ? "" : say(this, "ready"), true);
      this.#read();
      this.#latest = this.#request();
      this.#ask();
    }
    if (state === "failed") this.#giveUp(python);
    else delete this.dataset.why;
  }

  /** Say that the answer follows. Before the reader has answered anything the bar shows enough, and nothing shall jump. */
  #wait() {
    if (this.#state === "loading" && !this.#shown) this.tell(say(this, this.#touched ? "kept" : "wait"), !this.#touched);
  }

  /** @param {Python} python */
  #giveUp(python) {
    this.dataset.why = python.why;
    const isHopeless = python.why === "no-webassembly";
    this.tell(say(this, this.#graph ? "partly" : isHopeless ? "failed-no-webassembly" : python.hasRun ? "stopped" : "failed"));
    const tables = this.getAttribute("tables");
    if (tables) {
      const link = Object.assign(document.createElement("a"), { href: tables, textContent: say(this, "tables") });
      this.#said?.append(" ", link, ".");
    }
    if (!isHopeless) {
      const retry = Object.assign(document.createElement("button"), { type: "button", textContent: say(this, "retry") });
      retry.addEventListener("click", () => python.restart());
      this.#said?.append(" ", retry);
    }
  }

  /** @param {Python} python */
  #drawBar(python) {
    if (python.state !== "loading" && python.state !== "starting") {
      this.#bar?.remove();
      this.#bar = undefined;
      return;
    }
    const bar = (this.#bar ??= this.#makeBar());
    const [text, progress] = /** @type {[HTMLElement, HTMLProgressElement]} */ ([...bar.children]);
    const { loaded, total } = python.progress;
    const values = { loaded: megabytes(loaded), total: megabytes(total) };
    text.textContent = python.state === "starting" ? say(this, "starting") : total ? say(this, "loading", values) : "";
    if (python.state === "loading" && total) Object.assign(progress, { max: total, value: loaded });
    else progress.removeAttribute("value");
  }

  /** The bar is not in the status: whoever looks for it can read it, but it is not read out at every step. */
  #makeBar() {
    const bar = Object.assign(document.createElement("div"), { className: "mg-progress" });
    const text = Object.assign(document.createElement("span"), { id: `${this.id || "checker"}-progress` });
    const progress = document.createElement("progress");
    progress.setAttribute("aria-labelledby", text.id);
    bar.append(text, progress);
    this.append(bar);
    return bar;
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {target is import("./answers.js").Control}
 */
const isControl = (target) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
const isRadio = (target) => target instanceof HTMLInputElement && target.type === "radio";

/**
 * @param {Event} event
 * @param {HTMLInputElement} radio
 * @returns {boolean} whether the focus leaves all radio buttons of the question
 */
const leaves = (event, radio) =>
  event instanceof FocusEvent && !(isRadio(event.relatedTarget) && event.relatedTarget.name === radio.name);

/** The reader's own date; Python has no clock. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);

if (!customElements.get("makegood-checker")) customElements.define("makegood-checker", MakegoodChecker);
