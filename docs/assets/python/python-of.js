// @ts-check
import { Python } from "./python.js";

/**
 * Give the Python that an element of the page names: `runtime` is the folder of its files; `runtime-integrity` and `worker-integrity` are
 * the hashes that its manifest and the worker's script have to have, which `makegood build` adds.
 *
 * @param {Element} element
 * @returns {Python}
 */
export function pythonOf(element) {
  const [runtime, manifest, worker] = ["runtime", "runtime-integrity", "worker-integrity"].map(
    (name) => element.getAttribute(name) ?? "",
  );
  return Python.at(new URL(runtime, document.baseURI).href, { manifest, worker });
}
