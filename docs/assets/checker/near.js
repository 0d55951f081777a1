// @ts-check
/**
 * Do something when an element comes near the window. With the browser's data saver on, nothing comes near: then a touch starts it.
 *
 * @param {Element} element
 * @param {() => void} start
 * @param {AbortSignal} signal
 */
export function whenNear(element, start, signal) {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  if (connection?.saveData || typeof IntersectionObserver !== "function") return;
  const come = (/** @type {IntersectionObserverEntry[]} */ entries) =>
    entries.some(({ isIntersecting }) => isIntersecting) && start();
  const observer = new IntersectionObserver(come, { rootMargin: "100% 0px" });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
