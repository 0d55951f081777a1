// @ts-check
/**
 * The tools below an answer: calendar, paper, evidence pack, case file, report, wiping. They ask Python through their checker, and
 * decide nothing.
 *
 *     <section data-part="tools">
 *       <div data-tool-box> <button data-tool="calendar">…</button> <p data-tool-part="said" role="status"></p> </div>
 *     </section>
 *
 * A control with `data-tool` uses that tool, and what there is to say is said in the box around it. `case-tools-start.js` loads this when
 * a tool is used, once for all checkers that are or will be on the page.
 */

import { today } from "../shared/today.js";
import { sayTool } from "./case-tools-words.js";
import { addFiles, chosenFiles, forgetFiles, removeFile } from "./chosen-files.js";
import { makePack, UnreadableError } from "./evidence-pack.js";
import { forgetCase, forgetEverything, keepCase, keptCase } from "./kept-case.js";
import { saveFile } from "./save-file.js";

/** Bytes of a file that may be a case file; Python counts again, and more exactly. */
const LONGEST_CASE = 1_000_000;

/**
 * @typedef {import("../checker/makegood-checker.js").MakegoodChecker} Host
 * @typedef {{host: Host, box: HTMLElement, control: HTMLElement}} Use
 * @typedef {string | {html: string}} Said a sentence, or what Python wrote
 */

/** @type {Record<string, (use: Use) => Promise<Said | void> | Said | void>} each tool gives what to tell the reader */
const TOOLS = {
  calendar: saveCalendar,
  print: printSheet,
  choose: ({ host, box, control }) => addFiles(host, box, /** @type {HTMLInputElement} */ (control)),
  remove: ({ host, box, control }) => removeFile(host, box, control),
  pack: savePack,
  "save-case": saveCase,
  "open-case": openCase,
  keep: toggleKeeping,
  report: prepareReport,
  "report-case": saveReport,
  wipe,
};

/** @type {WeakSet<Host>} the checkers whose case is kept at every answer */
const keeping = new WeakSet();
/** @type {WeakMap<HTMLElement, Promise<void>>} controls whose tool is at work */
const busy = new WeakMap();

document.addEventListener("makegood:answer", ({ target }) => {
  const host = /** @type {Host} */ (target);
  if (keeping.has(host)) void keep(host);
});
void openKept();

/**
 * Use the tool of a control, once at a time: a button that is pressed again waits for nothing, and a field's next value is not lost.
 *
 * @param {HTMLElement} control
 */
export async function use(control) {
  const working = busy.get(control);
  if (working && control instanceof HTMLButtonElement) return;
  const work = Promise.resolve(working).then(() => useNow(control));
  busy.set(control, work);
  control.setAttribute("aria-busy", "true");
  await work;
  if (busy.get(control) !== work) return;
  busy.delete(control);
  control.removeAttribute("aria-busy");
}

/** @param {HTMLElement} control */
async function useNow(control) {
  const host = /** @type {Host | null} */ (control.closest("makegood-checker"));
  const box = /** @type {HTMLElement | null} */ (control.closest("[data-tool-box]"));
  const tool = TOOLS[control.dataset.tool ?? ""];
  if (!host || !box || !tool) return;
  try {
    const said = await tool({ host, box, control });
    if (said !== undefined) tell(box, said);
  } catch (error) {
    if (!(error instanceof NoPythonError)) console.warn("A tool of the checker failed:", error);
    tell(box, sayTool(host, error instanceof NoPythonError ? "no-python" : "broken"));
  }
}

/** Python does not run here. */
class NoPythonError extends Error {}

/**
 * Ask Python for something about the case as it stands.
 *
 * @param {Host} host
 * @param {string} tool
 * @param {object} [more]
 * @returns {Promise<any>} as `policy.browser.case_tools` says
 */
async function ask(host, tool, more = {}) {
  if (host.pending) await host.pending;
  const request = { case_tool: tool, facts: host.facts, on: today(), prefix: host.id, ...more };
  return host.ask(request).catch(() => {
    throw new NoPythonError();
  });
}

/**
 * Ask Python, and tell the reader when the facts are not right yet.
 *
 * @param {Use} use
 * @param {string} tool
 * @param {object} [more]
 */
async function askFor({ host, box }, tool, more) {
  if (host.dataset.state !== "ready") tell(box, sayTool(host, "working"));
  const answer = await ask(host, tool, more);
  if (answer.errors.length) tell(box, { html: answer.html });
  return answer.errors.length ? undefined : answer;
}

/** @param {Use} use */
async function saveCalendar(use) {
  const answer = await askFor(use, "calendar");
  if (!answer) return;
  if (!answer.text) return answer.note;
  saveFile(answer.name, answer.text, answer.type);
  return sayTool(use.host, "calendar-saved", answer);
}

/** @param {Use} use */
async function printSheet(use) {
  const answer = await askFor(use, "sheet");
  if (!answer) return;
  document.querySelector(".mg-paper")?.remove();
  const paper = Object.assign(document.createElement("div"), { className: "mg-paper", innerHTML: answer.html });
  document.body.append(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true });
  tell(use.box, "");
  print();
}

/** @param {Use} use */
async function saveCase(use) {
  const answer = await askFor(use, "save-case");
  if (!answer) return;
  saveFile(answer.name, answer.text, answer.type);
  return sayTool(use.host, "case-saved", answer);
}

/** @param {Use} use */
async function openCase(use) {
  const input = /** @type {HTMLInputElement} */ (use.control);
  const [file] = input.files ?? [];
  if (!file) return undefined;
  const { name } = file;
  const text = file.size > LONGEST_CASE ? "" : await file.text().catch(() => null);
  input.value = "";
  if (file.size > LONGEST_CASE) return sayTool(use.host, "case-too-long", { name });
  if (text === null) return sayTool(use.host, "unreadable", { name });
  const answer = await askFor(use, "open-case", { text });
  if (!answer) return undefined;
  use.host.open(answer.facts);
  return { html: answer.html };
}

/** @param {Use} use */
async function toggleKeeping({ host, control }) {
  keepOn(host, /** @type {HTMLInputElement} */ (control).checked);
  if (keeping.has(host)) return sayTool(host, (await keep(host)) ? "kept" : "cannot-keep");
  forgetCase();
  return sayTool(host, "not-kept");
}

/**
 * Keep the case as it stands. While something in it is wrong, what was kept before stays.
 *
 * @param {Host} host
 * @returns {Promise<boolean>} whether the browser had room; where it had none, keeping ends
 */
async function keep(host) {
  const { text } = await ask(host, "save-case").catch(() => ({ text: undefined }));
  if (!keeping.has(host) || text === undefined || keepCase(text)) return true;
  keepOn(host, false);
  const box = keepingBox(host);
  if (box) tell(box, sayTool(host, "cannot-keep"));
  return false;
}

/**
 * @param {Host} host
 * @param {boolean} on
 */
function keepOn(host, on) {
  if (on) keeping.add(host);
  else keeping.delete(host);
  for (const tick of /** @type {NodeListOf<HTMLInputElement>} */ (host.querySelectorAll("[data-tool=keep]")))
    tick.checked = on;
}

/** Open the case that this browser keeps, unless the page is about another one: it fixes another fact, or its address tells one. */
async function openKept() {
  await customElements.whenDefined("makegood-checker");
  const host = /** @type {Host | null} */ (document.querySelector("makegood-checker"));
  const [text, box] = [keptCase(), host && keepingBox(host)];
  if (!host || !box || text === null) return;
  const answer = await ask(host, "open-case", { text }).catch(() => undefined);
  if (!answer) return;
  if (!answer.facts) return tell(box, { html: answer.html });
  const isSame = (/** @type {[string, unknown]} */ [name, value]) =>
    JSON.stringify(answer.facts[name] ?? value) === JSON.stringify(value);
  const told = host.facts; // by the page, by its address, or by the reader in the meantime
  if (!Object.entries(told).every(isSame)) return tell(box, sayTool(host, "kept-elsewhere"));
  keepOn(host, true);
  host.open({ ...answer.facts, ...told });
  tell(box, { html: answer.html });
}

/** @param {Host} host */
const keepingBox = (host) =>
  /** @type {HTMLElement | null | undefined} */ (host.querySelector("[data-tool=keep]")?.closest("[data-tool-box]"));

/** @param {Use} use */
async function prepareReport(use) {
  const answer = await askFor(use, "report");
  if (!answer) return;
  const report = /** @type {HTMLElement} */ (use.box.querySelector("[data-tool-part=report]"));
  report.hidden = false;
  /** @type {HTMLTextAreaElement} */ (report.querySelector("textarea")).value = answer.text;
  return sayTool(use.host, "report-ready");
}

/** @param {Use} use */
async function saveReport(use) {
  const answer = await askFor(use, "report");
  if (!answer) return;
  saveFile(answer.name, answer.case, answer.type);
  return "";
}

/** @param {Use} use */
async function savePack(use) {
  const { host, box } = use;
  const chosen = chosenFiles(box);
  if (!chosen.length) return sayTool(host, "no-files");
  const described = chosen.map(({ file, shows }) => ({ name: file.name, type: file.type, shows }));
  const plan = await askFor(use, "pack", { files: described });
  if (!plan) return;
  const manifest = (/** @type {object[]} */ files) => ask(host, "manifest", { files });
  const [bar, words, progress] = progressIn(box);
  bar.hidden = false;
  const tellShare = (/** @type {number} */ number, /** @type {number} */ share) => {
    words.textContent = sayTool(host, "reading", { name: chosen[number].file.name });
    progress.value = (number + share) / chosen.length;
  };
  try {
    const { pack, count, fingerprint } = await makePack(chosen, plan, manifest, tellShare);
    saveFile(plan.name, pack);
    return sayTool(host, "packed", { name: plan.name, count, fingerprint });
  } catch (error) {
    if (error instanceof UnreadableError) return sayTool(host, "not-packed", { name: error.message });
    if (error instanceof DOMException && error.name === "QuotaExceededError") return sayTool(host, "no-room");
    throw error;
  } finally {
    bar.hidden = true;
  }
}

/**
 * How far the pack is can be seen; it is not read out at every step.
 *
 * @param {HTMLElement} box
 * @returns {[HTMLElement, HTMLElement, HTMLProgressElement]}
 */
function progressIn(box) {
  const bar = /** @type {HTMLElement} */ (box.querySelector("[data-tool-part=progress]"));
  return [bar, .../** @type {[HTMLElement, HTMLProgressElement]} */ ([...bar.children])];
}

/** @param {Use} use */
async function wipe({ host, control }) {
  if (!control.dataset.sure) {
    const label = control.textContent ?? "";
    control.dataset.sure = label;
    control.textContent = sayTool(host, "wipe-again");
    control.addEventListener("blur", () => unsure(control), { once: true });
    return "";
  }
  unsure(control);
  for (const checker of /** @type {NodeListOf<Host>} */ (document.querySelectorAll("makegood-checker"))) {
    keepOn(checker, false);
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (checker.querySelectorAll("[data-tool-box]"))) {
      tell(each, "");
      if (each.querySelector("[data-tool-part=files]")) forgetFiles(each);
      const report = /** @type {HTMLElement | null} */ (each.querySelector("[data-tool-part=report]"));
      if (!report) continue;
      report.hidden = true;
      /** @type {HTMLTextAreaElement} */ (report.querySelector("textarea")).value = "";
    }
    checker.restart();
    await checker.pending;
  }
  document.querySelector(".mg-paper")?.remove();
  forgetEverything();
  history.replaceState(null, "", location.pathname + location.search);
  return sayTool(host, "wiped");
}

/** @param {HTMLElement} control */
function unsure(control) {
  if (control.dataset.sure) control.textContent = control.dataset.sure;
  delete control.dataset.sure;
}

/**
 * @param {HTMLElement} box
 * @param {Said} said
 */
function tell(box, said) {
  const place = box.querySelector("[data-tool-part=said]");
  if (!place) return;
  if (typeof said === "string") place.textContent = said;
  else place.innerHTML = said.html; // made by Python's autoescaping templates
}
