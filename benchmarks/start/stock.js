// Pyodide as npm delivers it, and the policy's wheels with their modules as source.
import { loadPyodide } from "./stock/pyodide.mjs";

self.onmessage = async ({ data }) => {
  const pyodide = await loadPyodide();
  const wheels = await (await fetch("./stock/wheels.json")).json();
  await pyodide.loadPackage(wheels.map((name) => new URL(`./stock/${name}`, location.href).href));
  postMessage(pyodide.pyimport("policy.browser").respond(data));
};
