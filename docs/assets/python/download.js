// @ts-check
/**
 * The runtime's files, all requested at once, counted as they arrive, and checked by their hashes before anything is made of them.
 *
 * @typedef {{path: string, bytes: number, integrity: string}} File
 * @typedef {{name: "snapshot", files: string[], wasm: string, snapshot: string}} Snapshot
 * @typedef {{name: "lean", files: string[], library: string, info: import("pyodide").Lockfile["info"]}} Lean
 * @typedef {{name: "whole", files: string[], lock: string}} Whole
 * @typedef {{file: File, bytes: Promise<Uint8Array<ArrayBuffer>>, stream?: Promise<ReadableStream<Uint8Array<ArrayBuffer>>>}} Arriving
 * @typedef {{format: number, pyodide: string, package: string, starts: (Snapshot | Lean | Whole)[], files: File[]}} Manifest
 */

import { fetchOrLetGo, integrityOf, letGo } from "./integrity.js";

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
 * @param {string} integrity the manifest's hash, where the page tells it
 * @returns {Promise<Manifest>}
 */
export async function readManifest(runtime, integrity) {
  // The one file whose name stays the same where pages do not tell its hash, so it is asked for anew; everything that it names
  // may be kept for ever.
  const url = new URL("manifest.json", runtime);
  const response = await fetchOrLetGo(url.href, integrity, { cache: "no-cache" }).catch(() => undefined);
  const manifest = response?.ok ? await response.json().catch(() => undefined) : undefined;
  if (manifest?.format !== 2) throw new Failure("no-manifest", url.href);
  return manifest;
}

export class Download {
  /** Resolves when every file is there and is the one that the manifest means; rejects with a `Failure` at the first that is not. */
  done;
  /** The same for the scripts alone. No browser checks what a worker imports, so none is imported before. */
  scripts;
  /** @type {Failure | undefined} set when Pyodide asked for something that it may not have */
  refused;

  /** How many bytes there are. */
  total;

  #tell;
  #loaded = 0;
  #told = 0;
  /** @type {Map<string, Arriving>} */
  #files;

  /**
   * @param {string} runtime the folder's URL
   * @param {File[]} files
   * @param {(loaded: number, total: number) => void} tell called now and then with the bytes so far, and with all of them at the end
   */
  constructor(runtime, files, tell) {
    this.total = files.reduce((total, file) => total + file.bytes, 0);
    this.#tell = tell;
    this.#files = new Map(
      files.map((file) => {
        const url = new URL(file.path, runtime).href;
        return [url, this.#get(file, url)];
      }),
    );
    this.done = this.#whole(() => true);
    this.scripts = this.#whole((url) => /\.m?js$/.test(url));
  }

  /**
   * @param {(url: string) => boolean} isMeant
   * @returns {Promise<void>} resolves when these are there and right
   */
  #whole(isMeant) {
    const meant = [...this.#files].filter(([url]) => isMeant(url));
    const whole = Promise.all(meant.map(([, { bytes }]) => bytes)).then(() => {});
    whole.catch(() => {});
    return whole;
  }

  /**
   * Give a whole file, when it is the one that the manifest means. Who asks gets it for good: it can be had once.
   *
   * @param {string} url
   */
  bytes(url) {
    return this.#take(url).bytes;
  }

  /**
   * Stand in for `fetch` while Pyodide starts: it gets what is on its way already, and nothing else.
   *
   * WebAssembly can be read while it comes, so that it is compiled meanwhile. Whoever runs it waits for `done` first.
   *
   * @param {RequestInfo | URL} input
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { file, stream, bytes } = this.#take(url);
    if (init?.integrity && init.integrity !== file.integrity) {
      throw (this.refused = new Failure("unreadable-file", `${url}: the lock file and the manifest disagree`));
    }
    return stream
      ? new Response(await stream, { headers: { "content-type": "application/wasm" } })
      : new Response(await bytes);
  };

  /** @param {string} url */
  #take(url) {
    const arriving = this.#files.get(url);
    if (!arriving) throw (this.refused = new Failure("missing-file", `${url} is not in the manifest`));
    this.#files.delete(url);
    return arriving;
  }

  /**
   * @param {File} file
   * @param {string} url
   * @returns {Arriving}
   */
  #get(file, url) {
    const body = request(url);
    if (!url.endsWith(".wasm")) return { file, bytes: this.#read(file, url, body) };
    const { readable, writable } = new TransformStream(undefined, undefined, {
      highWaterMark: Number.POSITIVE_INFINITY,
    });
    const stream = body.then(() => readable);
    stream.catch(() => {});
    return { file, stream, bytes: this.#read(file, url, body, writable.getWriter()) };
  }

  /**
   * @param {File} file
   * @param {string} url
   * @param {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>} body
   * @param {WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>} [copy] is given each piece as it comes
   * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a `Failure` when it is not what the manifest means
   */
  async #read(file, url, body, copy) {
    try {
      const reader = (await body).getReader();
      const bytes = new Uint8Array(file.bytes);
      let loaded = 0;
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const { value } = piece;
        if (loaded + value.length > bytes.length)
          throw new Failure("wrong-size", `${url}: more than ${bytes.length} bytes`);
        bytes.set(value, loaded);
        loaded += value.length;
        this.#count(value.length);
        copy?.write(value).catch(() => {}); // nobody reads it any more
      }
      if (loaded < bytes.length) throw new Failure("wrong-size", `${url}: ${loaded} instead of ${bytes.length} bytes`);
      copy?.close().catch(() => {});
      if ((await hash(bytes)) !== file.integrity) throw new Failure("unreadable-file", `${url}: not as it was made`);
      return bytes;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("unreadable-file", `${url}: ${error}`);
      copy?.abort(failure).catch(() => {});
      await letGo(url);
      throw failure;
    }
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes;
    const isNews = this.#loaded - this.#told > this.total / 200;
    if (isNews || this.#loaded === this.total) this.#tell((this.#told = this.#loaded), this.total);
  }
}

/**
 * @param {string} url
 * @returns {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>}
 */
async function request(url) {
  const response = await fetch(url).catch((error) => {
    throw new Failure("unreadable-file", `${url}: ${error}`);
  });
  if (!response.ok || !response.body) throw new Failure("missing-file", `${url}: ${response.status}`);
  return response.body;
}

/**
 * Not left to `fetch`: a browser withholds what it checks until all of it is there, so that nothing could be counted or compiled meanwhile.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function hash(bytes) {
  if (crypto.subtle) return integrityOf(bytes);
  const { hashLibrary } = await import("../shared/libraries.js");
  return integrityOf(bytes, (await hashLibrary()).sha256);
}
