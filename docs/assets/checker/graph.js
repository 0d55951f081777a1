// @ts-check
/**
 * Answers without Python: files that hold a part of the decision graph, which the build compiled from the policy, and the walk through
 * it.
 *
 * Nothing here knows a fact or a rule. The first file names the others, and says which facts decide on them. What is loaded is
 * joined; a request is read as the files say, each place in the HTML looks up its piece, and the pieces are put together.
 * `makegood/compile/file.py` tells the format and `makegood/compile/answers.py` the files; `makegood/compile/lookup.py` reads them in the
 * same way, and the build compares that, byte for byte, with what Python answers.
 *
 * @typedef {string | number | (string | number | Place)[]} Piece a text, the number of a shared piece, or parts
 * @typedef {[number, ...any[]]} Place a node, and a piece for each end to which it leads
 * @typedef {{
 *   fixed: Record<string, string>, told: string[] | null, preset: string[], until: string[], variables: string[][],
 *   not_known: string, nodes: number[][], words: string[], pieces: Piece[], refusal: Piece, questions: Piece, answer: Piece,
 * }} Compiled
 * @typedef {{
 *   format: number, words: string[], not_known: string, seat: string[], start: string[], files: Record<string, [string, string]>,
 * }} First `seat` are the facts whose values name the files of a seat, `start` those that the file “start” answers
 * @typedef {{facts: Record<string, unknown>, preset: string[], prefix: string, root?: string}} Request
 * @typedef {{questions: string | null, answer: string, whole: boolean}} Found
 *   `whole` says that Python has nothing to add: no day, weight or text is told
 */
import { fetchOrLetGo } from "../python/integrity.js";

const FORMAT = 5;
const WORD = 0xe1_00; // the character that stands for the first of the words
const ESCAPES = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
});

/** @type {Map<string, Promise<any>>} the files that were loaded, by address: all checkers of a page share them */
const files = new Map();

/** @type {Map<string, Graph>} what was joined, by the addresses of its files */
const graphs = new Map();

export class Graph {
  #file;
  #first;
  #url;

  /**
   * @param {Compiled} file all files of a case, joined
   * @param {First} first
   * @param {string} url of the first file; all lie in one folder
   */
  constructor(file, first, url) {
    this.#file = { ...file, words: speltOut(file.words) };
    this.#first = first;
    this.#url = url;
  }

  /**
   * Load what answers a request.
   *
   * @param {string} url of the first file
   * @param {string} integrity the hash that it has to have; empty, it is not checked
   * @param {Request} request
   * @returns {Promise<Graph>}
   */
  static async for(url, integrity, request) {
    /** @type {First} */
    const first = await load(url, integrity);
    if (first.format !== FORMAT) {
      throw new Error(`${url} has the format ${first.format}, and this page reads ${FORMAT}.`);
    }
    const names = namesFor(first, request);
    const parts = await Promise.all(names.map((name) => loadNamed(first, url, name)));
    const key = [url, ...names].join(" ");
    const graph = graphs.get(key) ?? new Graph(joined([first, ...parts]), first, url);
    graphs.set(key, graph);
    graph.ahead(request);
    return graph;
  }

  /**
   * Ask for what the next things that the reader tells may need, as far as it is known.
   *
   * @param {Request} request
   */
  ahead({ facts }) {
    const values = this.#first.seat.map((fact) => facts[fact]);
    for (const name of [values[0], `${values.join("/")}/ways`]) {
      if (Object.hasOwn(this.#first.files, String(name))) {
        loadNamed(this.#first, this.#url, String(name)).catch(() => {}); // who needs it asks again
      }
    }
  }

  /**
   * Say whether this answers such a case.
   *
   * @param {Request} request
   * @returns {boolean}
   */
  isFor(request) {
    const { fixed, told, preset, until, not_known: notKnown } = this.#file;
    const names = Object.keys(request.facts).filter((fact) => (request.facts[fact] ?? null) !== null);
    const isDecided = (/** @type {string} */ fact) => names.includes(fact) && request.facts[fact] !== notKnown;
    return (
      Object.entries(fixed).every(([fact, value]) => request.facts[fact] === value) &&
      names.every((fact) => told === null || fact in fixed || told.includes(fact)) &&
      request.preset.every((fact) => preset.includes(fact)) &&
      !(until.length && until.every(isDecided))
    );
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
      inFull(this.#write(piece, numbers), words)
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
        const [variable, usual, ...others] = nodes[node];
        const at = others.findIndex((value, place) => place % 2 === 0 && value === numbers[variable]);
        const step = at < 0 ? usual : others[at + 1];
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
 * Name the files that answer a request, beside the first: those of a seat once it is known and something else is told as well, or where
 * the page fixes it.
 *
 * @param {First} first
 * @param {Request} request
 * @returns {string[]}
 */
function namesFor({ seat, start, not_known: notKnown, files: known }, { facts, preset }) {
  const names = Object.keys(facts).filter((fact) => (facts[fact] ?? null) !== null);
  const isMore = names.some((fact) => !start.includes(fact));
  const isAll = start.every((fact) => names.includes(fact) && facts[fact] !== notKnown);
  const key = seat.map((fact) => facts[fact]).join("/");
  const isSeat = Object.hasOwn(known, `${key}/ways`);
  const isWanted = isMore || isAll || seat.every((fact) => preset.includes(fact));
  return isSeat && isWanted ? [String(facts[seat[0]]), `${key}/ways`, `${key}/texts`] : ["start"];
}

/**
 * @param {any[]} parts what files hold: the words of all, and of everything else what one of them tells
 * @returns {Compiled}
 */
const joined = (parts) => Object.assign({}, ...parts, { words: parts.flatMap(({ words = [] }) => words) });

/**
 * Write each word without those before it.
 *
 * @param {string[]} words
 */
function speltOut(words) {
  /** @type {string[]} */
  const known = [];
  for (const word of words) known.push(inFull(word, known));
  return known;
}

/**
 * @param {string} text
 * @param {string[]} words
 */
const inFull = (text, words) => text.replace(/[\ue100-\uf8ff]/g, (character) => words[character.charCodeAt(0) - WORD]);

/**
 * @param {First} first
 * @param {string} url
 * @param {string} name
 */
const loadNamed = (first, url, name) => load(new URL(first.files[name][0], url).href, first.files[name][1]);

/**
 * @param {string} url
 * @param {string} integrity
 * @returns {Promise<any>}
 */
function load(url, integrity) {
  const file =
    files.get(url) ??
    fetchOrLetGo(url, integrity).then((response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response.json();
    });
  files.set(url, file);
  file.catch(() => files.delete(url)); // the next one tries again
  return file;
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
