// @ts-check
/**
 * When an answer counts: a click and a tick at once, a field when it is left or Enter is pressed in it, words also while they are
 * typed, and a choice that was made with the arrow keys when the reader leaves the question or confirms it, because these keys
 * choose every radio button on their way.
 */
import { isControl, isRadio, leaves, settle } from "../shared/answers.js";

const PAUSE_MS = 300;

/**
 * @param {HTMLElement} checker
 * @param {(fact?: string, isTyping?: boolean) => void} answered told of the fact that was answered
 * @param {AbortSignal} signal
 * @returns {() => string} names the fact among whose radio buttons the reader still moves with the arrow keys; empty where none is
 */
export function listen(checker, answered, signal) {
  let byArrow = false;
  let undecided = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  const changed = (/** @type {Event} */ event) => {
    const { target, type } = event;
    if (type === "submit") {
      event.preventDefault();
      const field = document.activeElement;
      return answered(isControl(field) ? field.name : undefined);
    }
    if (!isControl(target)) return;
    if (type === "change") settle(checker, target);
    undecided = isRadio(target) && byArrow && !leaves(event, target) ? target.name : "";
    if (!undecided) answered(target.name);
  };
  const pressed = (/** @type {KeyboardEvent} */ { key, target }) => {
    byArrow = key.startsWith("Arrow");
    if ((key !== "Enter" && key !== " ") || !isRadio(target)) return;
    undecided = "";
    answered(target.name);
  };
  const typed = (/** @type {Event} */ { target }) => {
    if (!isControl(target) || target.type !== "text") return;
    clearTimeout(typing);
    typing = setTimeout(() => answered(target.name, true), PAUSE_MS);
  };
  for (const type of ["change", "focusout", "submit"]) checker.addEventListener(type, changed, { signal });
  checker.addEventListener("keydown", pressed, { signal });
  checker.addEventListener("input", typed, { signal });
  checker.addEventListener("pointerdown", () => (byArrow = false), { signal });
  signal.addEventListener("abort", () => clearTimeout(typing));
  return () => undecided;
}
