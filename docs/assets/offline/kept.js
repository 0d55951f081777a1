// @ts-check
/**
 * For the page that stands in for one that is not here: a way to try again, and what can be read without a network.
 */
const root = new URL("../", location.href); // of the site
const wanted = new URL(location.hash.slice(1), root);

const again = document.querySelector("[data-again]");
if (again instanceof HTMLAnchorElement && wanted.href.startsWith(root.href) && wanted.pathname !== location.pathname) {
  again.href = wanted.href;
  again.hidden = false;
  addEventListener("online", () => location.replace(wanted));
}

/** The pages that the service worker keeps, by title. */
async function kept() {
  /** @type {Map<string, string>} */
  const titles = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith("makegood-") || !name.endsWith(root.href)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const url = new URL(request.url);
      url.search = "";
      if (
        !url.pathname.endsWith("/") ||
        url.href.startsWith(`${root.href}assets/`) ||
        url.pathname === location.pathname
      )
        continue;
      const page = new DOMParser().parseFromString((await (await cache.match(request))?.text()) ?? "", "text/html");
      titles.set(url.href, page.querySelector("h1")?.firstChild?.textContent?.trim() || page.title);
    }
  }
  return [...titles].sort(([, one], [, other]) => one.localeCompare(other));
}

const list = document.querySelector("[data-kept]");
if (list && "caches" in globalThis) {
  const items = (await kept()).map(([href, textContent]) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href, textContent }));
    return item;
  });
  list.replaceChildren(...items);
  /** @type {HTMLElement | null} */
  const none = document.querySelector("[data-none]");
  if (none) none.hidden = items.length > 0;
}

export {};
