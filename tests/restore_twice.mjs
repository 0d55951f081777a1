// Restores a snapshot three times and tells how many bytes of memory differ: with the same entropy, and with another.
//
//     node restore_twice.mjs RESTORE.js PYODIDE.wasm SNAPSHOT
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [code, wasm, file] = process.argv.slice(2);
const { restore } = await import(pathToFileURL(code).href);
const module = await WebAssembly.compile(readFileSync(wasm));
const snapshot = new Uint8Array(readFileSync(file)).buffer;
const { Memory } = WebAssembly;

async function memory(entropy) {
  let made;
  // biome-ignore lint/complexity/useArrowFunction: it is called with new
  WebAssembly.Memory = function (...parameters) {
    return (made = new Memory(...parameters));
  };
  crypto.getRandomValues = (array) => array.fill(entropy);
  await restore(module, snapshot);
  return new Uint8Array(made.buffer);
}

const [one, same, other] = [await memory(1), await memory(1), await memory(2)];
const differing = (bytes) => bytes.reduce((count, byte, at) => count + (byte === one[at] ? 0 : 1), 0);
console.log(JSON.stringify({ "same entropy": differing(same), "other entropy": differing(other) }));
