// Pyodide in Node, for the build: started from the files that the site will ship, and from nothing else.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Nothing of the machine or of the moment may get into what the build makes. */
export function freezeTheWorld() {
  process.env.TZ = "UTC";
  const moment = Date.UTC(2026, 0, 1);
  Date.now = () => moment;
  performance.now = () => 1000;
  Object.defineProperty(globalThis, "navigator", {
    value: { userAgent: "makegood", languages: ["C"] },
    configurable: true,
  });
}

/**
 * Pyodide as it starts in a page, with everything that it can import in one zip.
 *
 * @param {string} folder Pyodide's
 * @param {string} library the zip
 * @param {object} [options] of `loadPyodide`
 */
export async function pyodide(folder, library, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
  const { info } = JSON.parse(readFileSync(join(folder, "pyodide-lock.json"), "utf8"));
  return loadPyodide({
    indexURL: `${resolve(folder)}/`,
    stdLibURL: resolve(library),
    lockFileContents: { info, packages: {} },
    ...options,
  });
}

/**
 * CPython alone: Pyodide's WebAssembly and the glue around it, but none of the Python packages that Pyodide starts with.
 *
 * @param {string} folder Pyodide's
 * @param {string} library the zip with the modules to import
 * @param {boolean} [start] whether Python itself is started
 */
export async function cpython(folder, library, start = true) {
  await import(pathToFileURL(join(folder, "pyodide.asm.js")).href);
  const create = globalThis._createPyodideModule;
  const enough = new Error("enough");
  let module;
  globalThis._createPyodideModule = async (settings) => {
    module = await create(Object.assign(settings, { noInitialRun: !start, thisProgram: "python" }));
    throw enough;
  };
  const env = { HOME: "/", PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
  await pyodide(folder, library, { env }).catch((error) => {
    if (error !== enough) throw error;
  });
  globalThis._createPyodideModule = create;
  return module;
}

/** Run statements in Python's `__main__`; what Python has to say about an error is on standard error. */
export function run(module, code) {
  const text = module.stringToNewUTF8(code);
  const failed = module._PyRun_SimpleString(text);
  module._free(text);
  if (failed) throw new Error("Python failed");
}
