// @ts-check
/**
 * What the checker says of itself: in its status, which is read out, and in a notice above the questions.
 */

export class Voice {
  #host;
  /** @type {HTMLElement | undefined} */
  #said;

  /** @param {HTMLElement} host the checker */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Say something, once.
   *
   * @param {string} text
   * @param {boolean} quiet for screen readers only, since the page shows it already
   * @param {(string | HTMLElement)[]} [more] links and buttons after it
   */
  tell(text, quiet, more = []) {
    const status = this.#host.querySelector('[data-part="status"]');
    if (!status) return;
    // Never empty and never hidden: screen readers only hear what changes in a place that was there before.
    if (!this.#said?.isConnected) status.replaceChildren((this.#said = document.createElement("span")));
    // The same words are read out again only when they differ.
    this.#said.textContent = text && this.#said.textContent === text ? `${text}\u00a0` : text;
    this.#said.append(...more);
    status.toggleAttribute("data-quiet", quiet || !text);
  }

  /**
   * Show something above the questions; empty takes it away.
   *
   * @param {string} text
   * @param {string} [label] of a button
   * @param {() => void} [act] what it does
   */
  notify(text, label, act) {
    this.#host.querySelector(":scope > .mg-notice")?.remove();
    if (!text) return;
    const notice = Object.assign(document.createElement("p"), { className: "mg-notice", textContent: text });
    if (label && act) {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "mg-act",
        textContent: label,
      });
      button.addEventListener("click", act);
      notice.append(" ", button);
    }
    this.#host.prepend(notice);
    this.tell(text, true);
  }
}
