// @ts-check
/**
 * Python out of a snapshot: the memory of a Python that was ready to answer when the site was built, put into a new instance of
 * the same WebAssembly. Nothing is started, nothing is imported, and of Pyodide's JavaScript nothing is needed.
 *
 * What runs here is computation only. A function of the system that it asks for and that is not listed here, be it for files or
 * for the network, throws; so does everything else that is not as it should be. Then there is no answer, never a wrong one, and
 * whoever asked starts Python in another way.
 *
 * The build uses this module too: it makes the snapshot against it and tries the snapshot with it.
 *
 * @typedef {object} Head what the snapshot says about itself
 * @property {number} memory size of the memory in bytes
 * @property {number} table size of the table of functions
 * @property {number} base where the module's own data begin
 * @property {number} stack where the stack is at rest
 * @property {number} stackLow
 * @property {number} stackHigh
 * @property {number} heap where the heap begins
 * @property {number} answer address of a Python function: text in, text out
 * @property {number} wake address of a Python function that is given random text before the first question
 * @property {[page: number, count: number][]} runs which pages follow
 *
 * @typedef {Record<string, (...numbers: number[]) => number> & {memory: WebAssembly.Memory}} Exports
 */

/** "MGS1": the first four bytes of a snapshot. */
export const MAGIC = 0x31_53_47_4d;

/** How many bytes are in a page of a snapshot. */
export const PAGE = 4096;

/** The largest memory that the WebAssembly is made for, in its own pages of 64 KiB. */
const MAXIMUM = 65_536;

const utf8 = new TextEncoder();
const text = new TextDecoder();

/**
 * Wake Python up.
 *
 * @param {WebAssembly.Module} module the one that the snapshot was made with
 * @param {ArrayBuffer} snapshot
 * @returns {Promise<(request: string) => string>} answers; throws when it cannot
 */
export async function restore(module, snapshot) {
  const [magic, length] = new Uint32Array(snapshot, 0, 2);
  if (magic !== MAGIC) throw new Error("not a snapshot");
  /** @type {Head} */
  const head = JSON.parse(text.decode(new Uint8Array(snapshot, 8, length)));
  const { exports, memory, stack } = await instantiate(module, head);
  patch(new Uint32Array(memory.buffer), head.runs, new Uint32Array(snapshot, 8 + length));
  stack.value = head.stack;
  const seed = Array.from(crypto.getRandomValues(new Uint32Array(8)), (number) => number.toString(16)).join(" ");
  call(exports, memory, head.wake, seed);
  return (request) => call(exports, memory, head.answer, request);
}

/**
 * Make a new instance, as it is before anything has run in it.
 *
 * @param {WebAssembly.Module} module
 * @param {Omit<Head, "runs" | "answer" | "wake">} head
 */
export async function instantiate(module, head) {
  const memory = new WebAssembly.Memory({ initial: head.memory / 65_536, maximum: MAXIMUM });
  const table = new WebAssembly.Table({ initial: head.table, element: "anyfunc" });
  const number = (/** @type {number} */ value, mutable = false) =>
    new WebAssembly.Global({ value: "i32", mutable }, value);
  const stack = number(head.stackHigh, true);
  /** @type {Record<string, WebAssembly.ImportValue>} */
  const known = {
    memory,
    __indirect_function_table: table,
    __memory_base: number(head.base),
    __table_base: number(1),
    __stack_pointer: stack,
    __stack_low: number(head.stackLow, true),
    __stack_high: number(head.stackHigh, true),
    __heap_base: number(head.heap, true),
    ...system(memory, table),
  };
  /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = known[name] ?? substitute(name, kind);
  }
  const { exports } = /** @type {{exports: Exports}} */ (
    /** @type {unknown} */ (await WebAssembly.instantiate(module, imports))
  );
  exports.emscripten_stack_init?.();
  return { exports, memory, table, stack };
}

/**
 * What a pure computation may want of the system.
 *
 * @param {WebAssembly.Memory} memory
 * @param {WebAssembly.Table} table
 * @returns {Record<string, (...numbers: number[]) => number | void>}
 */
function system(memory, table) {
  /** @type {((...numbers: number[]) => number)[]} */
  const functions = [];
  return {
    emscripten_date_now: () => Date.now(),
    emscripten_get_now: () => performance.now(),
    emscripten_get_heap_max: () => MAXIMUM * 65_536 - 65_536,
    emscripten_resize_heap: (wanted) => {
      const missing = Math.ceil(((wanted >>> 0) - memory.buffer.byteLength) / 65_536);
      try {
        memory.grow(Math.max(missing, 16));
        return 1;
      } catch {
        return 0;
      }
    },
    random_get: (at, count) => {
      crypto.getRandomValues(new Uint8Array(memory.buffer, at >>> 0, count));
      return 0;
    },
    // Python calls functions of the system's that take fewer arguments than it gives; JavaScript does not mind.
    _PyEM_TrampolineCall_JS: (at, a, b, c) => (functions[at] ??= table.get(at))(a, b, c),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    emscripten_runtime_keepalive_push: () => {},
    emscripten_runtime_keepalive_pop: () => {},
  };
}

/**
 * Stand in for something that is needed to make an instance, and that nobody may use.
 *
 * @param {string} name
 * @param {WebAssembly.ImportExportKind | "tag"} kind
 */
function substitute(name, kind) {
  if (kind === "global") return new WebAssembly.Global({ value: "i32", mutable: true }, 0);
  if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
  return () => {
    throw new Error(`Python asked for ${name}`);
  };
}

/**
 * Change a new memory into that of the snapshot. Its pages hold what differs, bit by bit.
 *
 * @param {Uint32Array} memory
 * @param {Head["runs"]} runs
 * @param {Uint32Array} pages
 */
function patch(memory, runs, pages) {
  let from = 0;
  for (const [page, count] of runs) {
    let to = (page * PAGE) / 4;
    for (const end = to + (count * PAGE) / 4; to < end; to++, from++) memory[to] ^= pages[from];
  }
  if (from !== pages.length) throw new Error("not a whole snapshot");
}

/**
 * Call a Python function that takes text and gives text. The text that it gives begins with "+"; anything else is an exception's.
 *
 * @param {Exports} python
 * @param {WebAssembly.Memory} memory
 * @param {number} callable
 * @param {string} argument
 * @returns {string}
 */
function call(python, memory, callable, argument) {
  const bytes = utf8.encode(argument);
  const buffer = python.malloc(bytes.length + 4) >>> 0;
  if (!buffer) throw new Error("no memory");
  new Uint8Array(memory.buffer).set(bytes, buffer);
  const given = python.PyUnicode_FromStringAndSize(buffer, bytes.length);
  python.free(buffer);
  const got = given && python.PyObject_CallOneArg(callable, given);
  const size = python.malloc(4) >>> 0;
  const at = got && python.PyUnicode_AsUTF8AndSize(got, size) >>> 0;
  if (!at) throw new Error("Python gave no text");
  const answer = text.decode(new Uint8Array(memory.buffer, at, new DataView(memory.buffer).getUint32(size, true)));
  python.free(size);
  python.Py_DecRef(given);
  python.Py_DecRef(got);
  if (!answer.startsWith("+")) throw new Error(answer);
  return answer.slice(1);
}
