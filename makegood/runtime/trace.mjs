// Restores the snapshot, as the page does it, with a module that notes which functions run, lets it answer, and writes down what
// was noted: COUNT bytes from the address AT. With a module that notes nothing, and 0 for both, it only tries the answers.
//
//     node trace.mjs TRACED.wasm SNAPSHOT RESTORE.js MEASURED.json EVERY AT COUNT OUT
//
// Of the requests in MEASURED.json it takes each EVERYth, and has to answer them as they were answered there.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [traced, snapshot, restoreFile, measured, every, at, count, out] = process.argv.slice(2);
const { restore } = await import(pathToFileURL(restoreFile).href);
const { transcript } = JSON.parse(readFileSync(measured, "utf8"));
const { Memory } = WebAssembly;
let memory;
// biome-ignore lint/complexity/useArrowFunction: it is called with new
WebAssembly.Memory = function ({ initial, maximum }) {
  return (memory = new Memory({
    initial: Math.max(initial, Math.ceil((Number(at) + Number(count)) / 65_536)),
    maximum,
  }));
};
const module = await WebAssembly.compile(readFileSync(traced));
const respond = await restore(module, new Uint8Array(readFileSync(snapshot)).buffer);
for (const [request, response] of transcript.filter((_, n) => n % Number(every) === 0)) {
  if (respond(request) !== response) throw new Error(`It answers differently: ${request}`);
}
writeFileSync(out, new Uint8Array(memory.buffer, Number(at), Number(count)));
process.exit(0);
