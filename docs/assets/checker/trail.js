// @ts-check
/**
 * Where the answers of a checker stay when the page is left: its link and its place in the browser's history.
 *
 * Facts with fixed values go into the address, by name: `#side=buyer&evidence=item-photos,waybill-photo`. Which facts those are,
 * and with which values, Python says (`policy/browser/links.py`). What was typed never goes there; it stays with the one entry of the
 * history that is open, which ends with the tab. A step back takes the latest answer back.
 *
 * A link that was made before the questions changed holds words that are gone. Python says how each is read
 * (`policy/cases/version_1.py`), and which questions have to be answered again.
 *
 * @typedef {[fact: string, value: string, others: Record<string, string>, means: Record<string, string>, again: string[]]} Reading
 * @typedef {{readings: Reading[], gone: [string, string][], asks: Record<string, string>}} Old
 * @typedef {{choice: Record<string, string[]>, list: Record<string, string[]>, carried: string[], old: Old}} Vocabulary
 * @typedef {Record<string, unknown>} Facts
 */

const NAMES_THE_CHECKER = "checker";
const IS_CARRIED = "carried"; // by a link of another page: what does not fit here was not meant for here
const MOST_ENTRIES = 60;
const LONGEST_ECHO = 40;

export class Trail {
  #element;
  #vocabulary;
  #preset;
  #latest = "";

  /**
   * @param {HTMLElement} element the checker
   * @param {Vocabulary} vocabulary
   * @param {Facts} preset what the page has fixed
   */
  constructor(element, vocabulary, preset) {
    this.#element = element;
    this.#vocabulary = vocabulary;
    this.#preset = preset;
  }

  /**
   * Read the address.
   *
   * @returns {{facts: Facts, ignored: string[], again: string[]} | null} `again` are questions to answer again; null when it says nothing of this checker, such as an anchor of the page
   */
  read() {
    const text = location.hash.slice(1);
    if (text && !text.includes("=")) return null;
    const all = [...new URLSearchParams(text)];
    const first = all.slice(0, MOST_ENTRIES);
    if (!this.#isMeant(first)) return null;
    const { entries, again } = this.#inTodaysWords(first);
    /** @type {Map<string, unknown>} */
    const facts = new Map();
    /** @type {string[]} */
    const ignored = [];
    const isCarried = entries.some(([name]) => name === IS_CARRIED);
    for (const [name, value] of entries) {
      if (name === NAMES_THE_CHECKER || name === IS_CARRIED) continue;
      if (Object.hasOwn(this.#preset, name)) {
        if (this.#preset[name] !== value) ignored.push(echo(name, value));
        continue;
      }
      const { told, strange } = this.#parse(name, value);
      if (facts.has(name) || told === undefined) ignored.push(echo(name, strange));
      else facts.set(name, told);
      if (told !== undefined && strange) ignored.push(echo(name, strange));
    }
    if (first.length < all.length) ignored.push("…");
    if (isCarried) ignored.length = 0;
    return { facts: Object.fromEntries(facts), ignored, again };
  }

  /**
   * Read a link of version 1 as Python says; any other stays as it is.
   *
   * @param {[string, string][]} entries
   * @returns {{entries: [string, string][], again: string[]}}
   */
  #inTodaysWords(entries) {
    const { readings, gone, asks } = this.#vocabulary.old;
    if (!entries.some(([name, value]) => gone.some((old) => old[0] === name && old[1] === value)))
      return { entries, again: [] };
    /** @type {Record<string, unknown>} */
    const told = { ...this.#preset, ...Object.fromEntries(entries) };
    /** @type {Set<string>} */
    const again = new Set();
    const read = entries.flatMap(([name, value]) => {
      const fitting = readings.find(
        ([fact, was, others]) =>
          fact === name && was === value && Object.entries(others).every(([other, its]) => told[other] === its),
      );
      if (!fitting) return [/** @type {[string, string]} */ ([name, value])];
      for (const fact of fitting[4]) again.add(asks[fact]);
      return Object.entries(fitting[3]);
    });
    return { entries: read, again: [...again] };
  }

  /** @returns {Facts} what was typed when this entry of the history was left, as after a reload */
  typed() {
    const kept = history.state?.makegood?.[this.#element.id];
    return kept && typeof kept === "object" ? this.#split(kept).typed : {};
  }

  /**
   * Note the answers: a new entry of the history for a new answer, the same for one more change of the same fact.
   *
   * @param {Facts} facts
   * @param {string} [changed] the fact that was answered; none when all of them were replaced
   */
  write(facts, changed = "") {
    const { url, state, isSame } = this.#entry(facts);
    if (url === undefined) return;
    const isOneMore = isSame || changed === this.#latest;
    if (!isSame || !changed) this.#latest = changed;
    try {
      if (changed && isOneMore) return history.replaceState(state, "", url);
      if (history.state !== null) history.replaceState(null, ""); // what was typed stays in one place only
      history.pushState(state, "", url);
    } catch {
      // Some browsers take only so many entries in a minute: then the address is one step behind.
    }
  }

  /**
   * Keep what was typed with the entry to which the reader came, and take out of its address what does not fit.
   *
   * @param {Facts} facts
   */
  arrive(facts) {
    this.#latest = "";
    const { url, state } = this.#entry(facts);
    if (url !== undefined) history.replaceState(state, "", url);
  }

  /** @param {Facts} facts @returns {Facts} those that were typed */
  typedOf(facts) {
    return this.#split(facts).typed;
  }

  /**
   * @param {Facts} facts
   * @param {Facts} others
   */
  areSame(facts, others) {
    const [one, other] = [facts, others].map((each) => {
      const { fixed, typed } = this.#split(each);
      return JSON.stringify(Object.entries({ ...fixed, ...typed }).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
    return one === other;
  }

  /** @param {Facts} facts */
  #entry(facts) {
    const { fixed, typed } = this.#split(facts);
    const text = location.hash.slice(1);
    const now = text.includes("=") ? text : "";
    if (!this.#isMeant([...new URLSearchParams(now)])) return {};
    const hash = this.#hash(fixed);
    const isSame = hash === now;
    const state = Object.keys(typed).length ? { makegood: { [this.#element.id]: typed } } : null;
    return { url: isSame ? location.href : hash ? `#${hash}` : location.pathname + location.search, state, isSame };
  }

  /**
   * Make a link to these answers, without anything that was typed.
   *
   * @param {Facts} facts
   */
  link(facts) {
    return new URL(`#${this.#hash(this.#split(facts).fixed)}`, location.href).href;
  }

  /**
   * Make the part of an address that takes along to another page what holds there as well; empty where the reader said nothing, for what
   * a page fixes is no answer.
   *
   * @param {Facts} facts
   */
  carried(facts) {
    if (!Object.keys(this.#split(facts).fixed).length) return "";
    const names = this.#vocabulary.carried.filter((name) => typeof facts[name] === "string");
    return names.length ? [IS_CARRIED, ...names.map((name) => `${name}=${facts[name]}`)].join("&") : "";
  }

  /**
   * Make the part of an address that takes along all that was chosen, and what this page has fixed.
   *
   * @param {Facts} facts
   */
  whole(facts) {
    const { fixed } = this.#split(facts);
    const parts = Object.entries({ ...fixed, ...this.#preset });
    return parts.map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") : value}`).join("&");
  }

  /**
   * The first checker of a page owns the address, unless the address names another.
   *
   * @param {[string, string][]} entries
   */
  #isMeant(entries) {
    const named = entries.find(([name]) => name === NAMES_THE_CHECKER)?.[1];
    return named === undefined ? this.#isFirst() : named === this.#element.id;
  }

  #isFirst() {
    return document.querySelector("makegood-checker[links]") === this.#element;
  }

  /**
   * @param {string} name
   * @param {string} value
   * @returns {{told?: unknown, strange: string}}
   */
  #parse(name, value) {
    const { choice, list } = this.#vocabulary;
    if (Object.hasOwn(choice, name))
      return choice[name].includes(value) ? { told: value, strange: "" } : { strange: value };
    if (!Object.hasOwn(list, name)) return { strange: "" };
    const items = value ? [...new Set(value.split(","))] : [];
    const told = items.filter((item) => list[name].includes(item));
    const strange = items.filter((item) => !told.includes(item)).join(",");
    return told.length || !items.length ? { told, strange } : { strange };
  }

  /** @param {Facts} facts */
  #split(facts) {
    /** @type {Facts} */
    const fixed = {};
    /** @type {Facts} */
    const typed = {};
    for (const [name, value] of Object.entries(facts)) {
      if (Object.hasOwn(this.#preset, name)) continue;
      const text = Array.isArray(value) ? value.join(",") : String(value);
      const { told, strange } = this.#parse(name, text);
      if (told !== undefined && !strange) fixed[name] = told;
      else if (!Object.hasOwn(this.#vocabulary.choice, name) && !Object.hasOwn(this.#vocabulary.list, name))
        typed[name] = value;
    }
    return { fixed, typed };
  }

  /**
   * All names and values are the vocabulary's own, so nothing has to be escaped.
   *
   * @param {Facts} fixed
   */
  #hash(fixed) {
    const parts = Object.entries(fixed).map(
      ([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") : value}`,
    );
    return (parts.length && !this.#isFirst() ? [`${NAMES_THE_CHECKER}=${this.#element.id}`, ...parts] : parts).join(
      "&",
    );
  }
}

/**
 * Say a part of an address again, short and without what cannot be seen.
 *
 * @param {string} name
 * @param {string} value
 */
function echo(name, value) {
  const text = (value ? `${name}=${value}` : name).replace(/[\p{C}\p{Z}]+/gu, " ");
  const short = [...text].slice(0, LONGEST_ECHO).join("");
  return short.length < text.length ? `${short}…` : short;
}
