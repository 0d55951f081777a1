// @ts-check
/**
 * The service worker: keeps what a reader has used, so that it opens at once and without a network.
 *
 * `BUILD` lists every file of one build with its hash. A file is only kept, and only given out, when it is the one that the
 * list means. What lies below `assets/` has a name that tells its content, so a page always gets the files that it was built
 * with. Pages are kept by address and hash. docs/maintain/offline.md tells the whole.
 *
 * @typedef {{url: string, revision: string | null, integrity: string}} File
 */
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { NavigationRoute } from "workbox-routing/NavigationRoute.js";
import { registerRoute } from "workbox-routing/registerRoute.js";
import { integrityOf } from "../../../docs/assets/python/integrity.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
setCacheNameDetails({ prefix: "makegood" });

/**
 * Put here by the build: `core` is needed by every page, `checker` by the whole checker, `rest` is everything else. Each file
 * is its address below the scope and its hash.
 *
 * @type {{core: [string, string][], checker: [string, string][], rest: [string, string][]}}
 */
// @ts-expect-error Workbox's own name for the place of such a list
const BUILD = self.__WB_MANIFEST;

/** @type {(file: [string, string]) => File} */
const file = ([path, integrity]) => ({
  url: new URL(path, scope).href,
  revision: path.startsWith("assets/") ? null : integrity.slice("sha256-".length),
  integrity,
});
const core = BUILD.core.map(file);
const checker = BUILD.checker.map(file);
const all = [...core, ...checker, ...BUILD.rest.map(file)];
const byUrl = new Map(all.map((each) => [each.url, each]));
const large = new Set([...checker.map(({ url }) => url)]);

const files = new PrecacheController();
files.addToCacheList(all);

const OFFLINE = new URL("offline/", scope).href;
const ASSETS = new URL("assets/", scope).href;
const RUNTIME = new URL("assets/runtime/", scope).href;
/** Where the names of this build's assets are noted, for the next one. */
const NOTE = new URL("assets/?kept", scope).href;

const cache = () => caches.open(cacheNames.precache);
const savesData = () =>
  Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (worker.navigator).connection?.saveData);

/** @param {string} address */
function plain(address) {
  const url = new URL(address);
  url.hash = url.search = "";
  return url.href.replace(/\/index\.html$/, "/");
}

// A new build comes as a whole or not at all: one file that is missing or not as listed, and the one before stays.

worker.addEventListener("install", (event) => {
  const install = async () => {
    const now = new PrecacheController();
    now.addToCacheList(await wanted());
    await now.install(event);
  };
  event.waitUntil(Promise.all([install(), routeAround(event)]));
});

/**
 * What lies below `assets/` has one content for each name, and only what agreed with the list was kept. Where a browser can, it takes
 * such a file out of the cache by itself, and from the network what is not there; a page need not wait for this script to do it.
 *
 * @param {ExtendableEvent & {addRoutes?: (rules: object[]) => Promise<void>}} event
 */
async function routeAround(event) {
  const pathname = `${new URL(ASSETS).pathname.replace(/[+*?:(){}\\]/g, "\\$&")}*`;
  const rule = {
    condition: { urlPattern: { pathname }, requestMethod: "get" },
    source: { cacheName: cacheNames.precache },
  };
  await event.addRoutes?.([rule]).catch(() => {}); // a browser that wants it otherwise asks this script, as those do that have no routes
}

/** What this build has to bring along: what every page needs, and whatever the reader kept of the build before. */
async function wanted() {
  const kept = (await (await cache()).keys()).map(({ url }) => plain(url));
  const open = (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) =>
    plain(url),
  );
  const urls = new Set(savesData() ? open : [...kept, ...open]);
  const used = kept.some((url) => url.startsWith(RUNTIME));
  const again = all.filter(({ url, revision }) => revision && urls.has(url));
  return unique([...core, ...again, ...(used && !savesData() ? checker : [])]);
}

/** @param {File[]} list */
const unique = (list) => [...new Map(list.map((each) => [each.url, each])).values()];

// What neither this build nor an open page of the one before can ask for is let go.

worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

async function tidy() {
  const kept = await cache();
  /** @type {string[]} */
  const before = (await (await kept.match(NOTE))?.json()) ?? [];
  const needed = new Set([...files.getURLsToCacheKeys().values(), ...before, NOTE]);
  for (const request of await kept.keys()) if (!needed.has(request.url)) await kept.delete(request);
  await kept.put(NOTE, Response.json(all.filter(({ revision }) => !revision).map(({ url }) => url)));
}

// Pages: the kept one, else from the network, else one that says what can be read without.

registerRoute(
  new NavigationRoute(async ({ event, request }) => {
    const url = plain(request.url);
    const kept = await matchChecked(url);
    if (kept) return kept;
    try {
      const response = await fetch(request);
      keepCopy(/** @type {ExtendableEvent} */ (event), url, response);
      return response;
    } catch {
      if (byUrl.has(`${url}/`)) return Response.redirect(`${url}/`);
      return (await match(OFFLINE)) ? Response.redirect(`${OFFLINE}#${url.slice(scope.length)}`) : Response.error();
    }
  }),
);

// Everything else that belongs to this build, or to the one before.

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (byUrl.has(plain(url.href)) || url.href.startsWith(ASSETS)),
  async ({ event, request }) => {
    const url = plain(request.url);
    const kept = await match(url);
    if (kept) return kept;
    const response = await fetch(request);
    if (!large.has(url)) keepCopy(/** @type {ExtendableEvent} */ (event), url, response); // those when Python has answered
    return response;
  },
);

/** @param {string} url */
const match = async (url) => (await cache()).match(files.getCacheKeyForURL(url) ?? url);

/**
 * The same, if it still is the file that this build means; else it is let go.
 *
 * Pages need this. They tell the hashes of their scripts and of what the checker reads, so these are checked, and let go, where they are used.
 *
 * @param {string} url
 */
async function matchChecked(url) {
  const kept = await match(url);
  const body = await kept?.clone().arrayBuffer();
  if (!body || (await integrityOf(body)) === byUrl.get(url)?.integrity) return kept;
  await (await cache()).delete(files.getCacheKeyForURL(url) ?? url, { ignoreVary: true });
  return undefined;
}

/**
 * Keep a copy of what goes to the reader, when it is the file that this build means. A page of a newer one is not.
 *
 * @param {ExtendableEvent} event
 * @param {string} url
 * @param {Response} response
 */
function keepCopy(event, url, response) {
  const meant = byUrl.get(url);
  const key = files.getCacheKeyForURL(url);
  if (!meant || !key || response.status !== 200 || response.type === "opaque") return;
  const copy = response.clone();
  const keep = async () => {
    const body = await copy.arrayBuffer();
    if ((await integrityOf(body)) === meant.integrity)
      await (await cache()).put(key, new Response(body, { headers: copy.headers }));
    else if (meant.revision) worker.registration.update().catch(() => {}); // it looks like a newer build
  };
  event.waitUntil(keep().catch(() => {})); // a full store or a broken line: the reader has the response all the same
}

// What a page says (docs/assets/offline/register.js): what it has used, whether a script of its did not run, and that its reader takes
// the newer version.

worker.addEventListener("message", (event) => {
  /** @type {{type: "accept"} | {type: "keep", urls: string[], checker: boolean, broken: boolean}} */
  const said = event.data;
  if (said.type === "accept") return void worker.skipWaiting();
  const urls = new Set(said.urls.map(plain));
  const used = all.filter(({ url }) => urls.has(url) && !large.has(url));
  const keep = async () => {
    if (said.broken) for (const { url } of core) await matchChecked(url); // what was changed is let go
    await keepAll(event, unique([...(said.broken ? core : []), ...used, ...(said.checker ? checker : [])]));
  };
  event.waitUntil(keep());
});

/**
 * @param {ExtendableEvent} event
 * @param {File[]} list
 */
async function keepAll(event, list) {
  for (const { url, integrity, revision } of list) {
    const request = new Request(url, revision ? { cache: "no-cache" } : {});
    const params = { cacheKey: files.getCacheKeyForURL(url), integrity };
    try {
      await files.strategy.handleAll({ event, request, params })[1]; // fetches it only where it is not kept yet
    } catch {
      return; // offline, a full store, or a newer build is on the server: there will be another visit
    }
  }
}
