// Makes the memory snapshot: starts Python, lets it get ready to answer, and keeps in what its memory then differs from a new one.
//
//     node snapshot.mjs PYODIDE LIBRARY.zip READY.py RESTORE.js MEASURED.json OUT
//
// MEASURED.json has a transcript, whose requests Python answers to get ready. `trace.mjs` tries the snapshot.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cpython, freezeTheWorld, run } from "./python.mjs";

const [folder, library, ready, restoreFile, measured, out] = process.argv.slice(2);
const { instantiate, MAGIC, PAGE } = await import(pathToFileURL(resolve(restoreFile)).href);
const { transcript } = JSON.parse(readFileSync(measured, "utf8"));
const wasm = await WebAssembly.compile(readFileSync(join(folder, "pyodide.asm.wasm")));

freezeTheWorld();
const python = await cpython(folder, library);
python.FS.writeFile(
  "/requests.json",
  JSON.stringify(transcript.filter((_, n) => n % 8 === 0).map(([request]) => request)),
);
run(python, readFileSync(ready, "utf8"));
const main = python._PyImport_AddModule(python.stringToNewUTF8("__main__"));
const [answer, wake] = ["answer", "wake"].map(
  (name) => python._PyObject_GetAttrString(main, python.stringToNewUTF8(name)) >>> 0,
);

forget(python);

// Which way Python calls some functions depends on what the engine can do; 0 is the way that all engines have.
const slot = python.HEAP32[python.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET >>> 2];
python.HEAP32[(python.__PyRuntime + slot) >>> 2] = 0;

const head = {
  memory: python.HEAPU8.length,
  table: python.wasmTable.length,
  base: python.___memory_base.value,
  stack: python.___stack_pointer.value,
  stackLow: python.___stack_low,
  stackHigh: python.___stack_high,
  heap: python.___stack_high,
  answer,
  wake,
};
const rest = head.stackHigh - head.stack;
if (rest < 0 || rest > 256) throw new Error(`the stack is not at rest, but ${rest} bytes deep`);
python.HEAPU8.fill(0, head.stackLow, head.stack);

const memory = python.HEAPU8.slice();
const fresh = new Uint8Array((await instantiate(wasm, head)).memory.buffer);
const runs = [];
const pages = [];
for (let at = 0; at < memory.length; at += PAGE) {
  const page = memory.slice(at, at + PAGE);
  let differs = 0;
  for (let i = 0; i < PAGE; i++) differs |= page[i] ^= fresh[at + i];
  if (!differs) continue;
  pages.push(page);
  const last = runs.at(-1);
  if (last && last[0] + last[1] === at / PAGE) last[1] += 1;
  else runs.push([at / PAGE, 1]);
}
let text = JSON.stringify({ ...head, runs });
text = text.padEnd(Math.ceil(text.length / 4) * 4);
const start = Buffer.alloc(8);
start.writeUInt32LE(MAGIC, 0);
start.writeUInt32LE(text.length, 4);
const snapshot = Buffer.concat([start, Buffer.from(text), ...pages]);
writeFileSync(out, snapshot);
process.exit(0);

/**
 * Overwrite the memory that is free: take all of it, piece by piece, zero it, and give it back.
 *
 * Python has an allocator of its own for small objects, on top of that of C.
 */
function forget(python) {
  const end = python._sbrk(0) >>> 0;
  const small = [];
  const large = [];
  const take = (allocate, taken, size) => {
    for (;;) {
      const at = allocate(size) >>> 0;
      taken.push(at);
      if (!at || at + size > end) return; // no free piece of this size is left
      python.HEAPU8.fill(0, at, at + size);
    }
  };
  for (let size = 512; size > 0; size -= 16) take(python._PyObject_Malloc, small, size);
  for (let size = 2 ** 18; size >= 16; size /= 2) take(python._PyMem_RawMalloc, large, size);
  for (const at of large.reverse()) python._PyMem_RawFree(at);
  for (const at of small.reverse()) python._PyObject_Free(at);
  python._malloc_trim(0);
}
