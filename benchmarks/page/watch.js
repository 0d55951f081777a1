// Runs before the page's own scripts: chooses as soon as there is something to choose, and notes when answers are in the page.
const noted = (name) => (document.documentElement.dataset[name] ??= String(performance.now()));
document.addEventListener("makegood:look-up", () => noted("first"));
document.addEventListener("makegood:answer", () => (noted("first"), noted("python")));
customElements.whenDefined("makegood-checker").then(() => {
  document.querySelector('makegood-checker input[name="side"][value="seller"]')?.click();
});
