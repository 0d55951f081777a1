// @ts-check
/**
 * Makes buttons of the header's menu and search, which Material has as labels of hidden check boxes: keys can reach them, they
 * tell whether they are open, and Escape closes. Without JavaScript they stay labels.
 */
const NAMES = { __drawer: "Menu", __search: "Search" };

for (const [id, name] of Object.entries(NAMES)) {
  const box = document.getElementById(id);
  const label = document.querySelector(`label.md-header__button[for="${id}"]`);
  if (box instanceof HTMLInputElement && label) label.replaceWith(buttonFor(box, label, name));
}

/**
 * @param {HTMLInputElement} box
 * @param {Element} label which leaves its icon and its look
 * @param {string} name
 */
function buttonFor(box, label, name) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: label.className });
  button.setAttribute("for", box.id); // Material's style sheets know it by this
  button.setAttribute("aria-label", name);
  button.append(...label.childNodes);
  const field = box.id === "__search" ? document.querySelector('[data-md-component="search-query"]') : null;
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  tell();
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => {
    tell();
    if (box.checked && field instanceof HTMLElement) field.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  return button;
}
