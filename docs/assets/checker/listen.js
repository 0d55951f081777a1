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
 */
export function listen(checker, answered, signal) {
  let byArrow = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  // A question that is answered may be gone, and its focus elsewhere. For a reader who uses keys the page follows the focus now, and
  // at no later time, when the reader may have scrolled away.
  const choose = (/** @type {HTMLInputElement} */ radio) => {
    const isByKey = radio.matches(":focus-visible");
    answered(radio.name);
    if (isByKey && document.activeElement !== radio) document.activeElement?.scrollIntoView({ block: "nearest" });
  };
  const changed = (/** @type {Event} */ event) => {
    const { target, type } = event;
    if (type === "submit") {
      event.preventDefault();
      const field = document.activeElement;
      return answered(isControl(field) ? field.name : undefined);
    }
    if (!isControl(target)) return;
    if (type === "change") settle(checker, target);
    if (isRadio(target) && byArrow && !leaves(event, target)) return;
    if (type === "change" && isRadio(target)) choose(target);
    else answered(target.name);
  };
  const pressed = (/** @type {KeyboardEvent} */ { key, target }) => {
    byArrow = key.startsWith("Arrow");
    if ((key === "Enter" || key === " ") && isRadio(target)) choose(target);
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
}
