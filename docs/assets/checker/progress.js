// @ts-check
/**
 * The bar that shows how Python is coming. It is not in the status: whoever looks for it can read it, but it is not read out at
 * every step.
 */
import { say } from "../shared/words.js";

export class ProgressBar {
  #host;
  /** @type {HTMLElement | undefined} */
  #bar;

  /** @param {HTMLElement} host the checker */
  constructor(host) {
    this.#host = host;
  }

  /** @param {import("../python/python.js").Python} python */
  draw(python) {
    if (python.state !== "loading" && python.state !== "starting") return this.remove();
    const bar = (this.#bar ??= this.#make());
    const [text, progress] = /** @type {[HTMLElement, HTMLProgressElement]} */ ([...bar.children]);
    const { loaded, total } = python.progress;
    const values = { loaded: megabytes(loaded), total: megabytes(total) };
    text.textContent =
      python.state === "starting" ? say(this.#host, "starting") : total ? say(this.#host, "loading", values) : "";
    if (python.state === "loading" && total) Object.assign(progress, { max: total, value: loaded });
    else progress.removeAttribute("value");
  }

  remove() {
    this.#bar?.remove();
    this.#bar = undefined;
  }

  #make() {
    const bar = Object.assign(document.createElement("div"), { className: "mg-progress" });
    const text = Object.assign(document.createElement("span"), { id: `${this.#host.id || "checker"}-progress` });
    const progress = document.createElement("progress");
    progress.setAttribute("aria-labelledby", text.id);
    bar.append(text, progress);
    (this.#host.querySelector('[data-part="dock"]') ?? this.#host).append(bar);
    return bar;
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);
