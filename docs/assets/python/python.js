// @ts-check
/**
 * Python, seen from the page: one worker for all checkers, started once, watched over, asked questions.
 *
 * @typedef {"no-webassembly" | "no-worker" | "no-manifest" | "missing-file" | "unreadable-file" | "wrong-size" | "wasm" | "python"
 *   | "stalled" | "no-answer" | "worker-died"} Why why it does not run
 * @typedef {{type: "start", runtime: string, integrity: string, attempt: number}} Start where the runtime's files are, the hash of their
 *   manifest where the page tells it, and which of the manifest's ways to start is meant
 * @typedef {Start | {type: "ask", id: number, request: string}} ToWorker
 * @typedef {{type: "trying", start: string, isLast: boolean} | {type: "progress", loaded: number, total: number} | {type: "starting"} | {type: "ready"}
 *   | {type: "answer", id: number, response: string} | {type: "failed", why: Why}} FromWorker
 */
import { fetchOrLetGo } from "./integrity.js";

/** How many seconds without a word from the worker mean that it is lost. Slow phones need some 15 s to start Python. */
export const PATIENCE = { loading: 30, starting: 90, asking: 30 };

/** The same while there is another way to start. */
const IMPATIENCE = { loading: 15, starting: 30, asking: 10 };

/**
 * Says "change" whenever its state or its progress is another.
 *
 * The manifest lists ways to start, the quickest first. When one fails, whether at the start or at an answer, its worker ends and
 * the next way is tried in a new one. Answers depend on nothing but the question, so it is just asked again. When the last way
 * breaks after it has answered, it is tried once more.
 */
export class Python extends EventTarget {
  /** @type {Map<string, Python>} */
  static #shared = new Map();

  /**
   * The Python of this page whose files are in a folder; all who ask for the same folder share it.
   *
   * @param {string} runtime the folder's URL, ending in a slash
   * @param {{manifest?: string, worker?: string}} [integrity] what the hashes have to be of the folder's manifest and of the worker's
   *   script; what is not told is not checked
   * @returns {Python}
   */
  static at(runtime, integrity = {}) {
    const python = Python.#shared.get(runtime) ?? new Python(runtime, integrity);
    Python.#shared.set(runtime, python);
    return python;
  }

  /** @type {"static" | "loading" | "starting" | "ready" | "failed"} */
  state = "static";
  /** @type {Why | undefined} set when it failed */
  why;
  /** Whether it ever was ready. */
  hasRun = false;
  /** How it was started, in the manifest's words. */
  how = "";
  /** Bytes that have arrived, and that there are. */
  progress = { loaded: 0, total: 0 };

  #runtime;
  #integrity;
  /** @type {Worker | undefined} */
  #worker;
  #attempt = 0;
  #isLast = true;
  #isRevived = false; // since it last answered
  /** @type {Map<number, {request: string, resolve: (response: string) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #next = 1;
  #silent = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #watch;

  /**
   * @param {string} runtime
   * @param {{manifest?: string, worker?: string}} integrity
   */
  constructor(runtime, integrity) {
    super();
    this.#runtime = runtime;
    this.#integrity = integrity;
  }

  /** Start it, unless that was done already. */
  start() {
    if (this.state !== "static") return;
    this.#attempt = 0;
    this.#launch();
  }

  /** Start it in a worker of its own, in the way whose turn it is. */
  #launch() {
    this.#isLast = true; // until the manifest is read
    this.#silent = 0;
    this.progress = { loaded: 0, total: 0 };
    this.#become("loading");
    if (typeof WebAssembly !== "object") return this.#fail("no-webassembly");
    const script = new URL("../python/worker.js", import.meta.url);
    /** @type {Worker} */
    let worker;
    try {
      worker = this.#worker = new Worker(script, { type: "module", name: "makegood" });
    } catch (error) {
      return this.#fail("no-worker", error);
    }
    const isCurrent = () => worker === this.#worker;
    // Without a word from the worker it could not be loaded; later, something in it broke.
    let spoke = false;
    const checked = check(script, this.#integrity.worker);
    checked.catch((error) => isCurrent() && this.#fail("no-worker", error));
    worker.onmessage = ({ data }) => {
      spoke = true;
      checked.then(
        () => isCurrent() && this.#hear(data),
        () => {},
      );
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(spoke ? "worker-died" : "no-worker", event.message);
    };
    // Ticks, not a clock: while the device sleeps nothing ticks, and nothing is lost.
    this.#watch = setInterval(() => this.#tick(), 1000);
    this.#send({
      type: "start",
      runtime: this.#runtime,
      integrity: this.#integrity.manifest ?? "",
      attempt: this.#attempt,
    });
  }

  /** Start it again after it failed. */
  restart() {
    if (this.state !== "failed") return;
    this.#isRevived = false;
    this.state = "static";
    this.start();
  }

  /**
   * Ask, and start it first where nobody has. What is asked while it starts is answered as soon as it is ready.
   *
   * @param {string} request
   * @returns {Promise<string>} the response; rejects when Python fails
   */
  ask(request) {
    this.start();
    return new Promise((resolve, reject) => {
      if (this.state === "failed") return reject(new Error(this.why));
      const id = this.#next++;
      this.#asked.set(id, { request, resolve, reject });
      if (this.state !== "ready") return;
      if (this.#asked.size === 1) this.#silent = 0;
      this.#send({ type: "ask", id, request });
    });
  }

  /** @param {ToWorker} message */
  #send(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {FromWorker} message */
  #hear(message) {
    this.#silent = 0;
    switch (message.type) {
      case "trying":
        this.how = message.start;
        this.#isLast = message.isLast;
        return;
      case "progress":
        this.progress = { loaded: message.loaded, total: message.total };
        return this.#become(this.state);
      case "starting":
        return this.#become("starting");
      case "ready":
        this.hasRun = true;
        for (const [id, { request }] of this.#asked) this.#send({ type: "ask", id, request });
        return this.#become("ready");
      case "answer":
        this.#isRevived = false;
        this.#asked.get(message.id)?.resolve(message.response);
        this.#asked.delete(message.id);
        return;
      case "failed":
        return this.#fail(message.why);
    }
  }

  #tick() {
    this.#silent += 1;
    const patience = this.#isLast ? PATIENCE : IMPATIENCE;
    if (this.state === "loading" && this.#silent > patience.loading) this.#fail("stalled");
    else if (this.state === "starting" && this.#silent > patience.starting) this.#fail("stalled");
    else if (this.state === "ready" && this.#asked.size && this.#silent > patience.asking) this.#fail("no-answer");
  }

  /**
   * @param {Why} why
   * @param {unknown} [detail]
   * @returns {void}
   */
  #fail(why, detail) {
    clearInterval(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    if (!this.#isLast) {
      console.warn(`The checker's Python is started in another way than "${this.how}": ${why}`, detail ?? "");
      this.#attempt += 1;
      return this.#launch();
    }
    if (this.hasRun && !this.#isRevived) {
      this.#isRevived = true;
      console.warn(`The checker's Python is started once more: ${why}`, detail ?? "");
      return this.#launch();
    }
    this.why = why;
    console.warn(`The checker's Python does not run: ${why}`, detail ?? "");
    for (const { reject } of this.#asked.values()) reject(new Error(why));
    this.#asked.clear();
    this.#become("failed");
  }

  /** @param {Python["state"]} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * No browser checks a worker's script, so the same file is asked for beside it, which costs no time: nothing that the worker says
 * counts before.
 *
 * @param {URL} script
 * @param {string} [integrity] its hash; not told, it is not checked
 */
async function check(script, integrity) {
  if (integrity) await (await fetchOrLetGo(script.href, integrity)).arrayBuffer();
}
