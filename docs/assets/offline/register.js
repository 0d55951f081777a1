// @ts-check
/**
 * Lets the site be kept for reading offline, and offers a newer version when there is one.
 *
 * `makegood build` adds this to every page, so a site without a service worker has no trace of it. It starts when the page has
 * loaded, no checker waits for its Python, and the browser has nothing else to do. Nothing is said unless there is something to decide.
 */
const ADDRESS = new URL("../../../sw.js", import.meta.url); // from assets/site-…/offline/
const HOUR = 3_600_000;
/** How long it stands back for a checker whose Python is on its way, in milliseconds. */
const PATIENCE = 20_000;

const WORDS = {
  newer: "A newer version is ready.",
  typed: "Reloading clears what you entered on this page.",
  reload: "Reload",
  moment: "One moment.",
  later: "Later",
};

let hasTyped = false;
let hasAnswered = false;

/** @param {ServiceWorkerContainer} container */
async function start(container) {
  const registration = await container.register(ADDRESS, { scope: new URL(".", ADDRESS).href });
  const hadOne = Boolean(container.controller);
  const look = () => {
    if (registration.waiting && container.controller) offer(() => accept(container, registration));
  };
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", look);
  });
  look();
  // Somebody took the newer version in another tab: this page still has its own files, and can be read on.
  container.addEventListener("controllerchange", () => hadOne && offer(() => location.reload()));
  watch(registration);
  const { active } = await container.ready;
  const keep = () => active?.postMessage({ type: "keep", urls: used(), checker: hasAnswered, broken: isBroken() });
  keep();
  if (!hasAnswered) document.addEventListener("makegood:answer", () => setTimeout(keep), { once: true });
}

/** What this page was made of. */
const used = () => [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];

/** Whether an element's script did not run: what is kept of it may have changed. */
const isBroken = () => document.querySelector(":is(makegood-checker, makegood-tool):not(:defined)") !== null;

/**
 * A page that stays open for long asks again when somebody comes back to it; the browser itself asks when a page is opened.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function watch(registration) {
  let asked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - asked < HOUR) return;
    asked = performance.now();
    registration.update().catch(() => {}); // offline
  });
}

/**
 * @param {ServiceWorkerContainer} container
 * @param {ServiceWorkerRegistration} registration
 */
function accept(container, registration) {
  if (!registration.waiting) return location.reload(); // it was accepted in another tab
  container.addEventListener("controllerchange", () => location.reload());
  registration.waiting.postMessage({ type: "accept" });
}

/** @param {() => void} take */
function offer(take) {
  document.querySelector(".mg-offer")?.remove();
  if (!document.querySelector("link[data-offer]")) {
    const { href } = new URL("offer.css", import.meta.url);
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    style.dataset.offer = "";
    document.head.append(style);
  }
  const bar = Object.assign(document.createElement("section"), { className: "mg-offer" });
  bar.setAttribute("role", "status");
  const text = document.createElement("p");
  const reload = button(WORDS.reload, () => {
    text.textContent = WORDS.moment; // the worker before may have something to finish
    take();
  });
  bar.append(
    text,
    reload,
    button(WORDS.later, () => bar.remove()),
  );
  document.body.append(bar);
  text.textContent = hasTyped ? `${WORDS.newer} ${WORDS.typed}` : WORDS.newer; // after it is there, so that it is read out
}

/**
 * @param {string} textContent
 * @param {() => void} act
 */
function button(textContent, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}

/** What is kept serves the next visit; Python's first answer serves this one. */
function checkersRest() {
  if (!document.querySelector('makegood-checker[data-state="loading"]')) return;
  return new Promise((resolve) => {
    document.addEventListener("makegood:answer", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
  });
}

document.addEventListener("change", () => (hasTyped = true), { once: true });
document.addEventListener("makegood:answer", () => (hasAnswered = true), { once: true });

if (isSecureContext && "serviceWorker" in navigator) {
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const begin = async () => {
    await checkersRest();
    idle(() => start(navigator.serviceWorker).catch(() => {})); // the site works without
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
