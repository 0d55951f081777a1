// @ts-check
/**
 * The worker: gets Python from this site, starts it, and hands requests to `policy.browser.respond`.
 *
 * It talks with `python.js`; what both say is listed there.
 */
import { Download, Failure, readManifest } from "./download.js";
import { restore } from "./restore.js";

/**
 * @typedef {import("./python.js").ToWorker} ToWorker
 * @typedef {import("./python.js").FromWorker} FromWorker
 * @typedef {(request: string) => string} Respond
 */

/** @param {FromWorker} message */
const post = (message) => self.postMessage(message);

/** @type {Promise<Respond>} */
let python;

self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  try {
    if (data.type === "start") {
      python = start(data);
      await python;
      post({ type: "ready" });
    } else {
      const respond = await python;
      post({ type: "answer", id: data.id, response: respond(data.request) });
    }
  } catch (error) {
    console.error(error);
    post({ type: "failed", why: error instanceof Failure ? error.why : "python" });
  }
};

/**
 * @param {import("./python.js").Start} asked
 * @returns {Promise<Respond>}
 */
async function start({ runtime, integrity, attempt }) {
  const manifest = await readManifest(runtime, integrity);
  const way = manifest.starts[attempt];
  if (!way) throw new Failure("no-manifest", `no start ${attempt}`);
  post({ type: "trying", start: way.name, isLast: attempt === manifest.starts.length - 1 });
  const paths = new Set(way.files);
  const files = manifest.files.filter((file) => paths.has(file.path));
  const tell = (/** @type {number} */ loaded, /** @type {number} */ total) => {
    post({ type: "progress", loaded, total });
    if (loaded === total) post({ type: "starting" }); // said now, because Python's start keeps this thread busy
  };
  const download = new Download(runtime, files, tell); // has asked for everything when this returns
  tell(0, download.total);
  if (way.name === "snapshot") return wake(runtime, way, download);
  const wasm = watchWasm(download.done);
  const { fetch } = self;
  self.fetch = download.fetch;
  try {
    const boot = load(runtime, manifest, way, download.scripts);
    boot.catch(() => {});
    await Promise.race([download.done, wasm.refused]);
    return await Promise.race([boot, wasm.refused]);
  } catch (error) {
    throw download.refused ?? error;
  } finally {
    self.fetch = fetch;
    wasm.unwatch();
  }
}

/**
 * Put a snapshot in its place, when all of it is there.
 *
 * @param {string} runtime
 * @param {import("./download.js").Snapshot} way
 * @param {Download} download
 * @returns {Promise<Respond>}
 */
async function wake(runtime, way, download) {
  const url = (/** @type {string} */ path) => new URL(path, runtime).href;
  const module = WebAssembly.compileStreaming(download.fetch(url(way.wasm))).catch((error) => {
    throw error instanceof Failure ? error : new Failure("wasm", String(error));
  });
  const snapshot = download.bytes(url(way.snapshot));
  await Promise.race([download.done, module.then(() => download.done)]);
  return restore(await module, (await snapshot).buffer);
}

/**
 * @param {string} runtime
 * @param {import("./download.js").Manifest} manifest
 * @param {import("./download.js").Lean | import("./download.js").Whole} way
 * @param {Promise<void>} scripts resolves when they may be imported
 * @returns {Promise<Respond>}
 */
async function load(runtime, manifest, way, scripts) {
  const url = (/** @type {string} */ path) => new URL(path, runtime).href;
  const indexURL = url(manifest.pyodide);
  await scripts;
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await loadPyodide(
    way.name === "lean"
      ? {
          indexURL,
          stdLibURL: url(way.library),
          lockFileContents: { info: way.info, packages: {} },
          packageBaseUrl: indexURL,
        }
      : { indexURL, lockFileURL: url(way.lock), packages: [manifest.package] },
  );
  return pyodide.pyimport(`${manifest.package}.browser`).respond;
}

/**
 * See to it that Pyodide runs no WebAssembly before it is known to be the right one. `loadPyodide` neither resolves nor rejects when
 * the browser refuses it, so that is noticed here.
 *
 * @param {Promise<void>} checked rejects when something is wrong with a file
 */
function watchWasm(checked) {
  const original = WebAssembly.instantiateStreaming;
  /** @type {(failure: Failure) => void} */
  let refuse;
  /** @type {Promise<never>} */
  const refused = new Promise((_, reject) => (refuse = reject));
  refused.catch(() => {});
  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      const module = await WebAssembly.compileStreaming(source);
      await checked;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      refuse(error instanceof Failure ? error : new Failure("wasm", String(error)));
      throw error;
    }
  };
  return { refused, unwatch: () => void (WebAssembly.instantiateStreaming = original) };
}
