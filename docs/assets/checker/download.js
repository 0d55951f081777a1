// @ts-check
/**
 * The runtime's files, all requested at once and counted as they arrive.
 *
 * @typedef {{path: string, bytes: number, integrity: string}} File
 * @typedef {{name: "snapshot", files: string[], wasm: string, snapshot: string}} Snapshot
 * @typedef {{name: "lean", files: string[], library: string, info: import("pyodide").Lockfile["info"]}} Lean
 * @typedef {{name: "whole", files: string[], lock: string}} Whole
 * @typedef {{format: number, pyodide: string, package: string, starts: (Snapshot | Lean | Whole)[], files: File[]}} Manifest
 */

/** Something is wrong with the runtime's files, or the browser; `why` says what, as a code. */
export class Failure extends Error {
  /**
   * @param {import("./python.js").Why} why
   * @param {string} detail
   */
  constructor(why, detail) {
    super(`${why}: ${detail}`);
    this.why = why;
  }
}

/**
 * @param {string} runtime the folder's URL
 * @returns {Promise<Manifest>}
 */
export async function readManifest(runtime) {
  // The one file whose name stays the same, so it is asked for anew; everything that it names may be kept for ever.
  const url = new URL("manifest.json", runtime);
  const response = await fetch(url, { cache: "no-cache" }).catch(() => undefined);
  const manifest = response?.ok ? await response.json().catch(() => undefined) : undefined;
  if (manifest?.format !== 2) throw new Failure("no-manifest", url.href);
  return manifest;
}

export class Download {
  /** Resolves when every byte is there; rejects with a `Failure` at the first file that is not as it should be. */
  done;
  /** @type {Failure | undefined} set when Pyodide asked for something that it may not have */
  refused;

  /** How many bytes there are. */
  total;

  #tell;
  #loaded = 0;
  #told = 0;
  /** @type {Map<string, {integrity: string, response: Promise<Response>}>} */
  #responses = new Map();

  /**
   * @param {string} runtime the folder's URL
   * @param {File[]} files
   * @param {(loaded: number, total: number) => void} tell called now and then with the bytes so far, and with all of them at the end
   */
  constructor(runtime, files, tell) {
    this.total = files.reduce((total, file) => total + file.bytes, 0);
    this.#tell = tell;
    this.done = Promise.all(files.map((file) => this.#get(file, new URL(file.path, runtime).href)));
    this.done.catch(() => {});
  }

  /**
   * Stand in for `fetch` while Pyodide starts: it gets what is on its way already, and nothing else.
   *
   * @param {RequestInfo | URL} input
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const known = this.#responses.get(url);
    if (!known) throw (this.refused = new Failure("missing-file", `${url} is not in the manifest`));
    if (init?.integrity && init.integrity !== known.integrity) {
      throw (this.refused = new Failure("unreadable-file", `${url}: the lock file and the manifest disagree`));
    }
    this.#responses.delete(url);
    return known.response;
  };

  /**
   * @param {File} file
   * @param {string} url
   * @returns {Promise<void>} when it is there
   */
  async #get(file, url) {
    if (/\.m?js$/.test(url)) {
      await import(url).catch((error) => {
        throw new Failure("missing-file", `${url}: ${error}`);
      });
      this.#count(file.bytes);
      return;
    }
    const asked = request(file, url);
    const counter = this.#counter(file, url);
    const headers = url.endsWith(".wasm") ? { "content-type": "application/wasm" } : undefined;
    const response = asked.then(() => new Response(counter.readable, { headers }));
    response.catch(() => {});
    this.#responses.set(url, { integrity: file.integrity, response });
    await (await asked).pipeTo(counter.writable).catch((error) => {
      throw error instanceof Failure ? error : new Failure("unreadable-file", `${url}: ${error}`);
    });
  }

  /**
   * @param {File} file
   * @param {string} url
   * @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} counts what goes through it
   */
  #counter(file, url) {
    let loaded = 0;
    const wrongSize = () => new Failure("wrong-size", `${url}: ${loaded} instead of ${file.bytes} bytes`);
    return new TransformStream(
      {
        transform: (chunk, controller) => {
          loaded += chunk.length;
          if (loaded > file.bytes) throw wrongSize();
          this.#count(chunk.length);
          controller.enqueue(chunk);
        },
        flush: () => {
          if (loaded < file.bytes) throw wrongSize();
        },
      },
      undefined,
      { highWaterMark: Number.POSITIVE_INFINITY }, // what arrives is taken in at once, whether Pyodide has asked for it yet or not
    );
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes;
    const isNews = this.#loaded - this.#told > this.total / 200;
    if (isNews || this.#loaded === this.total) this.#tell((this.#told = this.#loaded), this.total);
  }
}

/**
 * Ask the site for a file.
 *
 * The browser withholds what it checks until all of it is there. So the two large files are not checked by hash but counted
 * and used as they come: their length has to be right, and what is not right wasm does not compile.
 *
 * @param {File} file
 * @param {string} url
 */
async function request(file, url) {
  const options = file.bytes > 1_000_000 ? {} : { integrity: file.integrity };
  const response = await fetch(url, options).catch((error) => {
    throw new Failure("unreadable-file", `${url}: ${error}`);
  });
  if (!response.ok || !response.body) throw new Failure("missing-file", `${url}: ${response.status}`);
  return response.body;
}
