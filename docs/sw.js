// @ts-check
/**
 * Takes leave: a site with this service worker works without one from the next page on.
 *
 * `makegood build` puts the real one (makegood/delivery/worker/) in this file's place. `make serve` and plain `mkdocs build`
 * do not, so a browser that kept an earlier site at the same address asks for this file, and lets that site go. To end offline
 * use on a live site, build with MAKEGOOD_OFFLINE=no and publish; see docs/maintain/offline.md.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// It waits until the reader reloads, as for any newer version, or has closed the old pages. To take over unasked while a page is
// being opened can leave that page blank for ever in Chromium.
worker.addEventListener("message", ({ data }) => {
  if (data.type === "accept") void worker.skipWaiting();
});

worker.addEventListener("activate", (event) => {
  const ours = (/** @type {string} */ name) => name.startsWith("makegood-") && name.endsWith(worker.registration.scope);
  const forget = async () => {
    for (const name of await caches.keys()) if (ours(name)) await caches.delete(name);
    await worker.registration.unregister();
  };
  event.waitUntil(forget());
});
