// @ts-check
/**
 * `<makegood-checker>`: shows questions and the answer, and decides nothing.
 *
 * The build puts the questions and the first answer inside. The element reads the form, looks up the questions and the answer
 * in what the build compiled, asks Python in a worker as well, and shows what comes back.
 *
 *     <makegood-checker id="checker-1" preset='{"side":"seller"}' root="../" runtime="../assets/runtime/" answers="…" links="…" tables="#do-not">
 *       <form data-part="questions">…</form>
 *       <div data-part="answer">…</div>
 *       <p data-part="status" role="status"></p>
 *     </makegood-checker>
 *
 * `answers` is the first file of the compiled answers; without it every answer waits for Python. `links` says which facts can stand in
 * the address; without it none do. docs/maintain/checker.md tells the rest.
 * `runtime-integrity`, `worker-integrity` and `answers-integrity` are the hashes that these files have to have; `makegood build` adds them.
 * `preset` holds facts that the page fixes, `root` the way to the site's top for links in the answer, `runtime` the folder of
 * the worker's files, `tables` a link to what serves without the checker. `data-state` says how far it is: static, loading,
 * ready, or failed, and then `data-why` says why. Every answer is told with the bubbling event `makegood:answer`, whose detail
 * is {request, response}, both as text.
 *
 * @typedef {{questions: string | null, answer: string, advice: {headline: string} | null, errors: unknown[]}} Response
 */

import { pythonOf } from "../python/python-of.js";
import { fillIn, readAnswers } from "../shared/answers.js";
import { noteTexts } from "../shared/copy.js";
import { inPlace, isByKey, morph } from "../shared/morph.js";
import { today } from "../shared/today.js";
import { say } from "../shared/words.js";
import { fillBlanks } from "./blanks.js";
import { carryOver } from "./carry.js";
import { followClicks } from "./clicks.js";
import { Graph } from "./graph.js";
import { listen } from "./listen.js";
import { look, mark } from "./marks.js";
import { whenNear } from "./near.js";
import { ProgressBar } from "./progress.js";
import { isNext, markWrong, showNext } from "./reveal.js";
import { Trail } from "./trail.js";
import { Voice } from "./voice.js";
import { waysOn } from "./ways-on.js";
import { followWhatIf } from "./what-if.js";

export class MakegoodChecker extends HTMLElement {
  /** @type {Promise<void> | undefined} while an answer is on its way */
  pending;

  /** @type {import("../python/python.js").Python | undefined} */
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
  /** @type {ProgressBar | undefined} */
  #bar;
  /** @type {Trail | undefined} */
  #trail;
  /** @type {import("./marks.js").Seen | null} the answer before the latest change, where what is new shall be marked */
  #before = null;
  #goesOn = false; // the next question was answered, and nobody scrolled since: the one after it shall be seen
  #headline = "";
  #isTyping = false; // then nobody shall be interrupted
  #isComing = false; // the compiled answers are on their way
  /** Names the question whose choice is not made yet; nothing may take it for an answer. */
  #undecided = () => "";
  #voice = new Voice(this);

  connectedCallback() {
    if (!this.#part("questions") || !this.#part("answer")) return;
    const python = pythonOf(this);
    this.#python = python;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const start = () => {
      this.#getGraph();
      python.start();
    };
    python.addEventListener("change", () => this.#follow(), { signal });
    this.addEventListener("pointerdown", start, { signal });
    this.addEventListener("focusin", start, { signal });
    this.#undecided = listen(this, (fact, isTyping) => this.#rendering || this.#collect(fact, isTyping), signal);
    followClicks(this, signal);
    for (const type of ["wheel", "touchmove", "keydown"])
      addEventListener(type, () => (this.#goesOn = false), { signal, passive: true });
    addEventListener("hashchange", () => this.#visit(), { signal });
    addEventListener("pageshow", () => this.#collect(), { signal }); // the browser may have filled the form again
    whenNear(this, start, signal);
    this.#bar = new ProgressBar(this);
    const links = this.getAttribute("links");
    this.#trail = links ? new Trail(this, JSON.parse(links), this.#preset()) : undefined;
    if (this.#trail) carryOver(this, this.#trail, () => this.facts, signal);
    followWhatIf(this, () => this.#latest, signal);
    this.#answers.clear();
    this.#headline = this.#part("answer")?.querySelector(".mg-headline")?.textContent ?? "";
    this.#state = this.dataset.state = "static";
    this.tell("");
    this.#read();
    const form = this.#part("questions");
    if (form) countMore(form);
    this.#latest = this.#request();
    this.#follow();
    this.#getGraph(); // the page has asked for it already
    this.#visit(this.#trail?.typed());
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#bar?.remove();
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
    this.#replace(facts);
    this.#trail?.write(this.facts);
  }

  /** @param {Record<string, unknown>} facts */
  #replace(facts) {
    const preset = this.#preset();
    const told = Object.entries(facts).filter(
      ([name, value]) => !Object.hasOwn(preset, name) && value !== null && value !== undefined,
    );
    this.#answers = new Map(told);
    fillIn(this, this.facts);
    this.notify("");
    this.#answer();
  }

  /**
   * Forget all answers.
   *
   * @param {{undo?: boolean}} [options] `undo` offers to have them back; without it nothing of them is kept
   */
  restart({ undo = false } = {}) {
    const before = this.facts;
    this.open({});
    if (!undo) return;
    this.notify(say(this, "again"), say(this, "undo"), () => this.open(before));
  }

  /**
   * Go where the address says.
   *
   * @param {Record<string, unknown>} [typed] what was typed in this case; else what is typed now stays
   */
  #visit(typed) {
    const trail = this.#trail;
    const link = trail?.read();
    if (!trail || (!link && !typed)) return;
    const now = this.facts;
    const facts = { ...(typed ?? trail.typedOf(now)), ...(link?.facts ?? {}) };
    if (!trail.areSame(facts, now)) {
      this.#replace(facts);
      this.toggleAttribute("data-opening", this.#isComing && this.#state !== "ready");
    }
    if (link) trail.arrive(this.facts);
    if (link?.again.length) this.notify(say(this, "old-link", { questions: link.again.join(" ") }));
    else if (link?.ignored.length) this.notify(say(this, "ignored", { what: link.ignored.join(", ") }));
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
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /**
   * Read the form; ask when it says something new.
   *
   * @param {string} [changed] the fact whose control was changed: when nothing is in it now, the answer was taken back
   * @param {boolean} [isTyping]
   */
  #collect(changed, isTyping) {
    this.#read(changed);
    this.#answer(changed, isTyping);
  }

  /**
   * Say something about the checker itself, once.
   *
   * @param {string} text
   * @param {boolean} [quiet] for screen readers only, since the page shows it already
   */
  tell(text, quiet = false) {
    this.#voice.tell(text, quiet);
  }

  /**
   * Show something above the questions until the next answer; empty takes it away.
   *
   * @param {string} text
   * @param {string} [label] of a button
   * @param {() => void} [act] what it does
   */
  notify(text, label, act) {
    this.#voice.notify(text, label, act);
  }

  /**
   * Take the answer to one question back.
   *
   * @param {string} fact
   */
  forget(fact) {
    this.#answers.delete(fact);
    fillIn(this, this.facts);
    this.#answer(fact);
  }

  /** A link to this case: what was chosen, and nothing that was typed. */
  get link() {
    return this.#trail?.link(this.facts) ?? location.href;
  }

  /** @param {string} [changed] */
  #read(changed) {
    for (const [name, answer] of readAnswers(this)) {
      if (name === this.#undecided()) continue;
      if (answer !== undefined) this.#answers.set(name, answer);
      else if (name === changed) this.#answers.delete(name);
    }
  }

  /**
   * Ask when the answers are not those that were asked about.
   *
   * @param {string} [changed] the fact that the reader changed; none when all answers were replaced
   * @param {boolean} [isTyping] then nobody shall be interrupted
   */
  #answer(changed, isTyping = false) {
    const request = this.#request();
    if (request === this.#latest) return;
    const answer = this.#part("answer");
    this.#latest = request;
    this.#touched = true;
    this.#isTyping = isTyping;
    this.#before = changed && answer && !isTyping ? look(answer) : null;
    if (changed) {
      if (!isTyping) this.notify("");
      this.#trail?.write(this.facts, changed);
    }
    this.#getGraph();
    this.#python?.start();
    this.#goesOn = !isByKey && !isTyping && isNext(this, changed); // by key the page follows the focus
    const isWhole = this.#lookUp();
    if (this.#python?.state === "ready") return this.#ask();
    if (isWhole) return;
    answer?.setAttribute("data-stale", "");
    if (!this.#isComing) this.#wait();
  }

  #getGraph() {
    const answers = this.getAttribute("answers");
    const request = this.#latest || this.#request();
    const asked = JSON.parse(request);
    if (this.#isComing || !answers) return;
    if (this.#graph?.isFor(asked)) return this.#graph.ahead(asked);
    this.#isComing = true;
    const url = new URL(answers, document.baseURI).href;
    Graph.for(url, this.getAttribute("answers-integrity") ?? "", asked)
      .then(
        (graph) => void (this.#graph = graph),
        () => {},
      ) // without it every answer comes from Python
      .then(() => {
        this.#isComing = false;
        if (this.#latest !== request) this.#getGraph();
        if (this.#touched && !this.#isComing && !this.#lookUp()) this.#wait();
        if (!this.#isComing) this.removeAttribute("data-opening");
        if (this.#graph && this.#state === "failed" && this.#python) this.#giveUp(this.#python); // more works than was told
      });
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
    const parts = this.#put(found);
    if (!found.whole) {
      fillBlanks(this, this.facts);
      noteTexts(this);
      return false;
    }
    this.#settle(parts, this.querySelector(".mg-headline")?.textContent ?? "", found.questions === null);
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
    /** @type {string[]} */
    let parts = [];
    const put = () => void (parts = this.#put({ questions, answer }));
    if (this.#goesOn) put();
    else inPlace(put); // it may come when the reader is somewhere else
    if (request === this.#shown) this.#part("answer")?.toggleAttribute("data-stale", errors.length > 0);
    else this.#settle(parts, advice?.headline ?? "", errors.length > 0);
    this.#shown = "";
    this.dispatchEvent(new CustomEvent("makegood:answer", { bubbles: true, detail: { request, response } }));
  }

  /**
   * The answer is what it will be: say so, once.
   *
   * @param {string[]} parts in which something is new
   * @param {string} headline
   * @param {boolean} isRefused then the answer before is still there; its errors speak for themselves, as an alert
   */
  #settle(parts, headline, isRefused) {
    this.#part("answer")?.toggleAttribute("data-stale", isRefused);
    const isNew = headline !== this.#headline;
    if (!isRefused) this.#headline = headline;
    if (!this.#touched || this.#isTyping) return;
    if (isRefused) this.tell("");
    else if (isNew || !this.#before) this.tell(say(this, "updated", { headline }), true);
    else this.tell(parts.length ? say(this, "changed", { parts: parts.join(", ") }) : say(this, "same"), true);
  }

  /**
   * @param {{questions: string | null, answer: string}} parts without questions, the answer says what is wrong: the form and the
   *   answer before stay as they are, so that it can be corrected
   * @returns {string[]} the titles of the parts in which something is new
   */
  #put({ questions, answer }) {
    const [form, place] = [this.#part("questions"), this.#part("answer")];
    if (!form || !place) return [];
    const goesOn = this.#goesOn;
    this.#goesOn = false;
    this.#rendering = true;
    const errors = this.#part("errors") ?? this.#makeErrors(place);
    morph(errors, questions === null ? answer : "");
    if (questions !== null) {
      morph(form, questions);
      morph(place, answer);
      noteTexts(place);
    }
    markWrong(this, questions === null ? errors : null);
    this.#rendering = false;
    if (questions === null) return [];
    const now = this.querySelector("[data-part=now] .mg-now__text");
    if (now) now.textContent = place.querySelector(".mg-headline")?.textContent ?? "";
    countMore(form);
    if (goesOn) showNext(this);
    return mark(place, this.#before);
  }

  /** @param {HTMLElement} place */
  #makeErrors(place) {
    const errors = Object.assign(document.createElement("div"), { className: "mg-problems" });
    errors.dataset.part = "errors";
    place.before(errors);
    return errors;
  }

  /** Show how Python is doing. */
  #follow() {
    const python = this.#python;
    if (!python) return;
    const state = python.state === "starting" ? "loading" : python.state;
    this.#bar?.draw(python);
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
    if (this.#state === "loading" && !this.#shown)
      this.tell(say(this, this.#touched ? "kept" : "wait"), !this.#touched);
  }

  /** @param {import("../python/python.js").Python} python */
  #giveUp(python) {
    this.dataset.why = python.why;
    const isHopeless = python.why === "no-webassembly";
    const key = this.#graph ? "partly" : isHopeless ? "failed-no-webassembly" : python.hasRun ? "stopped" : "failed";
    this.#voice.tell(say(this, key), false, waysOn(this, isHopeless ? undefined : python));
  }
}

/**
 * Tell beside the fold how many more questions there are.
 *
 * @param {HTMLElement} form
 */
function countMore(form) {
  const count = form.querySelectorAll(".mg-more .mg-question").length;
  form.style.setProperty("--mg-more", `" (${count})"`);
}

if (!customElements.get("makegood-checker")) customElements.define("makegood-checker", MakegoodChecker);
