// @ts-check
/**
 * Reading a form. A control's `name` is a fact, its `data-kind` says how to read it, and its value is a value of the fact:
 * `text` a string, `integer` a number, `list` all ticked boxes of the name. An empty value means that the reader has not
 * said; in a list it means "none of these".
 *
 * @typedef {string | number | string[]} Answer
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

/**
 * List the controls below an element that hold facts.
 *
 * @param {ParentNode} root
 * @returns {Control[]}
 */
export function controls(root) {
  return [.../** @type {NodeListOf<Control>} */ (root.querySelectorAll("[name][data-kind]"))];
}

/**
 * Read the answer to every question that is asked below an element; undefined where the reader has not said.
 *
 * @param {ParentNode} root
 * @returns {Map<string, Answer | undefined>}
 */
export function readAnswers(root) {
  /** @type {Map<string, Answer | undefined>} */
  const answers = new Map();
  for (const control of controls(root)) {
    const value = isChosen(control) ? control.value : undefined;
    const before = answers.get(control.name);
    if (control.dataset.kind === "list") {
      const list = Array.isArray(before) ? before : [];
      answers.set(control.name, value === undefined ? before : value === "" ? list : [...new Set([...list, value])]);
    } else {
      answers.set(control.name, value === undefined || value.trim() === "" ? before : plain(control, value));
    }
  }
  return answers;
}

/**
 * Let the controls below an element show these facts and nothing else; what no control can show is left to Python.
 *
 * @param {ParentNode} root
 * @param {Record<string, unknown>} facts
 */
export function fillIn(root, facts) {
  for (const control of controls(root)) {
    const value = Object.hasOwn(facts, control.name) ? facts[control.name] : undefined;
    if (!(control instanceof HTMLInputElement && isTick(control))) {
      control.value = value === undefined || Array.isArray(value) ? "" : String(value);
    } else if (control.dataset.kind === "list") {
      control.checked = Array.isArray(value) && (control.value ? value.includes(control.value) : !value.length);
    } else control.checked = control.value === value;
  }
}

/**
 * After a change, bring the other controls of the same fact in line: "none of these" and the items exclude each other,
 * and a fact that is asked in two places has one value.
 *
 * @param {ParentNode} root
 * @param {Control} changed
 */
export function settle(root, changed) {
  for (const other of controls(root)) {
    if (other === changed || other.name !== changed.name) continue;
    const isList = changed.dataset.kind === "list";
    if (!(other instanceof HTMLInputElement && isTick(other))) {
      if (!(changed instanceof HTMLInputElement && isTick(changed))) other.value = changed.value;
      else if (isChosen(changed)) other.value = ""; // "I don't know" beside a field
    } else if (!(changed instanceof HTMLInputElement && isTick(changed))) other.checked = false;
    else if (other.value === changed.value) other.checked = changed.checked;
    else if (isList && isChosen(changed) && (other.value === "") !== (changed.value === "")) other.checked = false;
  }
}

/** @param {Control} control */
const isChosen = (control) => !(control instanceof HTMLInputElement && isTick(control)) || control.checked;

/** @param {HTMLInputElement} control */
const isTick = (control) => control.type === "checkbox" || control.type === "radio";

/**
 * What is not a whole number goes to Python as it was typed, to be refused in Python's words.
 *
 * @param {Control} control
 * @param {string} value
 * @returns {Answer}
 */
function plain(control, value) {
  const text = value.trim();
  return control.dataset.kind === "integer" && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : value;
}

/**
 * @param {EventTarget | null} target
 * @returns {target is Control}
 */
export const isControl = (target) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
export const isRadio = (target) => target instanceof HTMLInputElement && target.type === "radio";

/**
 * @param {Event} event
 * @param {HTMLInputElement} radio
 * @returns {boolean} whether the focus leaves all radio buttons of the question
 */
export const leaves = (event, radio) =>
  event instanceof FocusEvent && !(isRadio(event.relatedTarget) && event.relatedTarget.name === radio.name);
