// @ts-check
/**
 * Lets the header's menu and search, which are labels of hidden check boxes, be used as the buttons that they look like: with the
 * space bar, told whether they are open, and closed with Escape. Material itself follows Enter.
 */
for (const label of document.querySelectorAll("label[role=button]")) {
  const box = label instanceof HTMLLabelElement ? label.control : null;
  if (!(label instanceof HTMLElement && box instanceof HTMLInputElement)) continue;
  const field = box.id === "__search" ? document.querySelector('[data-md-component="search-query"]') : null;
  const tell = () => label.setAttribute("aria-expanded", String(box.checked));
  tell();
  box.addEventListener("change", () => {
    tell();
    if (box.checked && field instanceof HTMLElement) field.focus(); // Material tries it a moment too early, while it is hidden
  });
  label.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    label.focus();
  });
}
