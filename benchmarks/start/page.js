// Asks Python one question, as soon as it can be asked, and says when the answer was in the page.
const { way } = document.documentElement.dataset;
const request = JSON.stringify({
  facts: { side: "seller", programme: "kingston-express" },
  on: "2026-05-03",
  preset: [],
  prefix: "p",
});

function show(response) {
  document.querySelector("main").innerHTML = JSON.parse(response).answer;
  document.documentElement.dataset.ms = performance.now();
}

if (way === "stock") {
  const worker = new Worker("stock.js", { type: "module" });
  worker.onmessage = ({ data }) => show(data);
  worker.postMessage(request);
} else {
  const { Python } = await import("./python/python.js");
  const python = Python.at(new URL(`${way}/`, location.href).href);
  python.addEventListener("change", () => python.state === "ready" && python.ask(request).then(show), {
    passive: true,
  });
  python.start();
}
