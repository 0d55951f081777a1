// @ts-check
/**
 * Answers without Python: a file that holds a part of the decision graph, which the build compiled from the policy, and the walk through it.
 *
 * Nothing here knows a fact or a rule. A request is read as the file says, each place in the HTML looks up its piece, and
 * the pieces are put together. `makegood/compile/file.py` tells the format; `makegood/compile/lookup.py` reads it in the same way, and
 * the build compares that, byte for byte, with what Python answers.
 *
 * @typedef {string | number | (string | number | Place)[]} Piece a text, the number of a shared piece, or parts
 * @typedef {[number, ...any[]]} Place a node, and a piece for each end to which it leads
 * @typedef {{
 *   format: number, policy: string, fixed: Record<string, string>, told: string[] | null, preset: string[],
 *   following: [] | [string[], Record<string, [string, string]>], variables: string[][], not_known: string, nodes: number[][], words: string[],
 *   pieces: Piece[], refusal: Piece, questions: Piece, answer: Piece,
 * }} CompiledFile
 * @typedef {{facts: Record<string, unknown>, preset: string[], prefix: string, root?: string}} Request
 * @typedef {{questions: string | null, answer: string, whole: boolean}} Found
 *   `whole` says that Python has nothing to add: no day, weight or text is told
 */
import { fetchOrLetGo } from "../python/integrity.js";

const FORMAT = 4;
const WORD = 0xe1_00; // the character that stands for the first of the file's words
const ESCAPES = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
});

/** @type {Map<string, Promise<Graph>>} */
const graphs = new Map();

export class Graph {
  #file;

  /** @param {CompiledFile} file */
  constructor(file) {
    this.#file = file;
  }

  /**
   * Get a file of compiled answers; all checkers of a page share it.
   *
   * @param {string} url
   * @param {string} [integrity] the hash that the file has to have; not told, it is not checked
   * @returns {Promise<Graph>}
   */
  static at(url, integrity = "") {
    const graph = graphs.get(url) ?? load(url, integrity);
    graphs.set(url, graph);
    graph.catch(() => graphs.delete(url)); // the next one tries again
    return graph;
  }

  /**
   * Get the file that answers a request: the first one names the file that follows it, and so on.
   *
   * @param {string} url of the first file
   * @param {string} integrity
   * @param {Request} request
   * @returns {Promise<Graph>}
   */
  static async for(url, integrity, request) {
    let graph = await Graph.at(url, integrity);
    for (let next = graph.#following(request); next; next = graph.#following(request)) {
      graph = await Graph.at(new URL(next[0], url).href, next[1]); // all files lie in one folder
    }
    return graph;
  }

  /**
   * Say whether this is the file to ask: it answers such a case, and names no other one for it.
   *
   * @param {Request} request
   * @returns {boolean}
   */
  isFor(request) {
    const { fixed, told, preset } = this.#file;
    const fits = Object.entries(fixed).every(([fact, value]) => request.facts[fact] === value);
    const knows = (/** @type {string} */ fact) => told === null || fact in fixed || told.includes(fact);
    const isTold = (/** @type {string} */ fact) => (request.facts[fact] ?? null) !== null;
    return (
      fits &&
      !this.#following(request) &&
      Object.keys(request.facts).filter(isTold).every(knows) &&
      request.preset.every((fact) => preset.includes(fact))
    );
  }

  /** @param {Request} request */
  #following({ facts }) {
    const [names, files] = this.#file.following;
    return files?.[(names ?? []).map((name) => String(facts[name] ?? null)).join("/")];
  }

  /**
   * Answer a request as `policy.browser.respond` does; undefined where it holds a value that no file knows.
   *
   * @param {Request} request
   * @returns {Found | undefined}
   */
  respond(request) {
    const { facts, preset, prefix, root } = request;
    if (!this.isFor(request)) return undefined;
    const { variables, not_known: notKnown, words, refusal, questions, answer } = this.#file;
    const numbers = variables.map((variable) => numberOf(variable, facts, preset, notKnown));
    if (root === undefined || numbers.includes(-1)) return undefined;
    const fill = (/** @type {Piece} */ piece) =>
      this.#write(piece, numbers)
        .replace(/[\ue100-\uf8ff]/g, (character) => words[character.charCodeAt(0) - WORD])
        .replaceAll("\ue000", () => root)
        .replaceAll("\ue001", () => prefix)
        .replace(/\ue002(.*?)\ue003/g, (_, fact) => escaped(facts[fact]));
    const refused = fill(refusal);
    const whole = this.#isWhole(facts, preset);
    if (refused) return { questions: null, answer: refused, whole };
    return { questions: fill(questions), answer: fill(answer), whole };
  }

  /**
   * @param {Piece} piece
   * @param {number[]} numbers of the variables' values
   * @returns {string}
   */
  #write(piece, numbers) {
    const { nodes, pieces } = this.#file;
    let html = "";
    const write = (/** @type {Piece} */ piece) => {
      if (typeof piece === "string") html += piece;
      else if (typeof piece === "number") write(pieces[piece]);
      else for (const part of piece) write(Array.isArray(part) ? end(part) : part);
    };
    const end = (/** @type {Place} */ place) => {
      let [node] = place;
      for (;;) {
        const step = nodes[node][1 + numbers[nodes[node][0]]];
        if (step < 0) return place[-step];
        node -= step;
      }
    };
    write(piece);
    return html;
  }

  /**
   * @param {Request["facts"]} facts
   * @param {string[]} preset
   */
  #isWhole(facts, preset) {
    const chosen = new Set(
      this.#file.variables.filter(([kind]) => kind !== "typed" && kind !== "preset").map(([, fact]) => fact),
    );
    for (const fact of [...preset, ...Object.keys(this.#file.fixed)]) chosen.add(fact);
    return Object.entries(facts).every(([fact, value]) => chosen.has(fact) || value === this.#file.not_known);
  }
}

/**
 * @param {string} url
 * @param {string} integrity
 * @returns {Promise<Graph>}
 */
async function load(url, integrity) {
  const response = await fetchOrLetGo(url, integrity);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  /** @type {CompiledFile} */
  const file = await response.json();
  if (file.format !== FORMAT) throw new Error(`${url} has the format ${file.format}, and this page reads ${FORMAT}.`);
  return new Graph(file);
}

/**
 * Give the number of a variable's value; -1 where the request holds no such value.
 *
 * @param {string[]} variable kind, fact, and the fact's values where it has some
 * @param {Request["facts"]} facts
 * @param {string[]} preset
 * @param {string} notKnown
 * @returns {number}
 */
function numberOf([kind, fact, ...values], facts, preset, notKnown) {
  const value = facts[fact];
  if (kind === "preset") return Number(preset.includes(fact));
  if (kind === "item") return Number(Array.isArray(value) && value.includes(values[0]));
  if (value === undefined || value === null) return 0;
  if (kind === "list") return Array.isArray(value) ? 1 : -1;
  if (value === notKnown) return 1;
  if (kind === "typed") return 2;
  const place = values.indexOf(String(value));
  return place < 0 ? -1 : place + 2;
}

/** @param {unknown} value */
const escaped = (value) => String(value ?? "").replace(/[&<>"']/g, (character) => ESCAPES[character]);
