// @ts-check
// Added to every page by `makegood serve`, and only by it: loads the page anew after a build, shows why a build failed.

/** @typedef {{ build: string, error: string }} State - what the server last built, and what went wrong since, if anything */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const shown = script.dataset.build;
const overlay = document.createElement("section");
overlay.className = "mg-build-error";
overlay.setAttribute("role", "alert");

/** @param {string} error */
function show(error) {
  const title = document.createElement("h2");
  title.textContent = "The last change could not be built. This page shows the site before it.";
  const output = document.createElement("pre");
  output.textContent = error;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Hide";
  close.addEventListener("click", () => overlay.remove());
  overlay.replaceChildren(title, output, close);
  document.body.append(overlay);
}

/** @type {EventSource | undefined} */
let events;

// A browser keeps only six connections to one server, so a page in the background must not hold one.
function listenWhileVisible() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`/__reload?${new URLSearchParams({ page: location.pathname })}`);
  events.addEventListener("message", (event) => {
    /** @type {State} */
    const state = JSON.parse(event.data);
    if (state.build !== shown) location.reload();
    else if (state.error) show(state.error);
    else overlay.remove();
  });
}

document.addEventListener("visibilitychange", listenWhileVisible);
listenWhileVisible();

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/__reload.css";
document.head.append(style);
