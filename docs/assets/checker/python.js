// @ts-check
/**
 * Python, seen from the page: one worker for all checkers, started once, watched over, asked questions.
 *
 * @typedef {"no-webassembly" | "no-worker" | "no-manifest" | "missing-file" | "unreadable-file" | "wrong-size" | "wasm" | "python"
 *   | "stalled" | "no-answer" | "worker-died"} Why why it does not run
 * @typedef {{type: "start", runtime: string} | {type: "ask", id: number, request: string}} ToWorker
 * @typedef {{type: "progress", loaded: number, total: number} | {type: "starting"} | {type: "ready"}
 *   | {type: "answer", id: number, response: string} | {type: "failed", why: Why}} FromWorker
 */

/** How many seconds without a word from the worker mean that it is lost. Slow phones need some 15 s to start Python. */
export const PATIENCE = { loading: 30, starting: 90, asking: 30 };

/** Says "change" whenever its state or its progress is another. */
export class Python extends EventTarget {
  /** @type {Map<string, Python>} */
  static #shared = new Map();

  /**
   * The Python of this page whose files are in a folder; all who ask for the same folder share it.
   *
   * @param {string} runtime the folder's URL, ending in a slash
   * @returns {Python}
   */
  static at(runtime) {
    const python = Python.#shared.get(runtime) ?? new Python(runtime);
    Python.#shared.set(runtime, python);
    return python;
  }

  /** @type {"static" | "loading" | "starting" | "ready" | "failed"} */
  state = "static";
  /** @type {Why | undefined} set when it failed */
  why;
  /** Whether it ever was ready. */
  hasRun = false;
  /** Bytes that have arrived, and that there are. */
  progress = { loaded: 0, total: 0 };

  #runtime;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, {resolve: (response: string) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #next = 1;
  #silent = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #watch;

  /** @param {string} runtime */
  constructor(runtime) {
    super();
    this.#runtime = runtime;
  }

  /** Start it, unless that was done already. */
  start() {
    if (this.state !== "static") return;
    this.#become("loading");
    if (typeof WebAssembly !== "object") return this.#fail("no-webassembly");
    try {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "makegood" });
    } catch (error) {
      return this.#fail("no-worker", error);
    }
    // Without a word from the worker it could not be loaded; later, something in it broke.
    let spoke = false;
    this.#worker.onmessage = ({ data }) => {
      spoke = true;
      this.#hear(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(spoke ? "worker-died" : "no-worker", event.message);
    };
    // Ticks, not a clock: while the device sleeps nothing ticks, and nothing is lost.
    this.#watch = setInterval(() => this.#tick(), 1000);
    this.#send({ type: "start", runtime: this.#runtime });
  }

  /** Start it again after it failed. */
  restart() {
    if (this.state !== "failed") return;
    this.progress = { loaded: 0, total: 0 };
    this.state = "static";
    this.start();
  }

  /**
   * Ask. Only when it is ready.
   *
   * @param {string} request
   * @returns {Promise<string>} the response; rejects when Python fails
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      if (this.state !== "ready") return reject(new Error("not ready"));
      const id = this.#next++;
      if (!this.#asked.size) this.#silent = 0;
      this.#asked.set(id, { resolve, reject });
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
      case "progress":
        this.progress = { loaded: message.loaded, total: message.total };
        return this.#become(this.state);
      case "starting":
        return this.#become("starting");
      case "ready":
        this.hasRun = true;
        return this.#become("ready");
      case "answer":
        this.#asked.get(message.id)?.resolve(message.response);
        this.#asked.delete(message.id);
        return;
      case "failed":
        return this.#fail(message.why);
    }
  }

  #tick() {
    this.#silent += 1;
    if (this.state === "loading" && this.#silent > PATIENCE.loading) this.#fail("stalled");
    else if (this.state === "starting" && this.#silent > PATIENCE.starting) this.#fail("stalled");
    else if (this.state === "ready" && this.#asked.size && this.#silent > PATIENCE.asking) this.#fail("no-answer");
  }

  /**
   * @param {Why} why
   * @param {unknown} [detail]
   */
  #fail(why, detail) {
    clearInterval(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
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
