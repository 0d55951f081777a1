// @ts-check
/**
 * Brings the tools below an answer (`case-tools.js`) when somebody uses one, when a case was kept here, or when Python has answered
 * and so everything that matters more is there. The first answer does not wait for them.
 */
import { keptCase } from "./kept-case.js";

/** @type {typeof import("./case-tools.js") | undefined} */
let tools;
const load = async () => (tools ??= await import("./case-tools.js"));

/** @param {Element} control with `data-tool` */
async function use(control) {
  if (control instanceof HTMLElement) await (tools ?? (await load())).use(control);
}

document.addEventListener("click", ({ target }) => {
  const control = target instanceof Element ? target.closest("button[data-tool]") : null;
  if (control) void use(control);
});
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.tool) void use(target);
});
document.addEventListener("makegood:answer", () => void load(), { once: true });
if (keptCase() !== null) void load();
