// Stands in for the worker, so that the element can be tested without Python: it answers at once with what it was asked.
const escaped = (text) => String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const radio = (prefix, name, value, facts) =>
  `<label><input type="radio" id="${prefix}-${name}-${value}" name="${name}" value="${value}" data-kind="text"` +
  `${facts[name] === value ? " checked" : ""}> ${value}</label>`;

const tick = (prefix, value, facts) =>
  `<label><input type="checkbox" id="${prefix}-proof-${value || "none"}" name="proof" value="${value}" data-kind="list"` +
  `${(value ? facts.proof?.includes(value) : facts.proof?.length === 0) ? " checked" : ""}> ${value || "none"}</label>`;

const field = (prefix, name, kind, facts) =>
  `<label>${name} <input id="${prefix}-${name}" name="${name}" data-kind="${kind}" value="${escaped(facts[name] ?? "")}"></label>`;

const question = (prefix, name, values, facts) =>
  `<fieldset data-fact="${name}"><legend>${name}</legend>${values.map((value) => radio(prefix, name, value, facts)).join("")}` +
  `<details class="why"><summary>Why?</summary><p>why</p></details></fieldset>`;

function respond(request) {
  const { facts, prefix } = JSON.parse(request);
  if (facts.colour === "crash") return null;
  if (facts.colour === "silence") return undefined;
  // Like the policy's own form: an answered question is folded away, an open one is not.
  const colour = question(prefix, "colour", ["red", "green", "blue", "crash", "silence"], facts);
  const questions =
    (facts.colour
      ? `<details class="answered" data-fact="colour"><summary>Colour</summary>${colour}</details>`
      : colour) +
    (facts.colour === "red" ? "" : question(prefix, "size", ["small", "large", "unknown"], facts)) +
    `<p>A line.</p>\n<details class="more"><summary>More questions</summary><p>${Object.keys(facts).length}</p></details>` +
    ["", "photo", "video"].map((value) => tick(prefix, value, facts)).join("") +
    field(prefix, "weight", "integer", facts);
  const bad = facts.weight !== undefined && typeof facts.weight !== "number";
  // biome-ignore lint/suspicious/useArraySortCompare: names are strings
  const names = Object.keys(facts).sort();
  const answer = bad
    ? `<div role="alert">${escaped(facts.weight)} is no weight</div>`
    : `<p class="said">${escaped(JSON.stringify(facts, names))}</p><details class="reasons"><summary>Reasons</summary><p>r</p></details>` +
      `${field(prefix, "order", "text", facts)}<div id="${prefix}-message">Dear shop, ${escaped(facts.order ?? "____")}.\nBye.</div>` +
      `<button type="button" data-copy="${prefix}-message">Copy the message</button>`;
  return JSON.stringify({
    questions: bad ? null : questions,
    answer,
    advice: bad ? null : { headline: `You said ${facts.colour ?? "nothing"}.` },
    errors: bad ? [{ fact: "weight" }] : [],
  });
}

self.onmessage = ({ data }) => {
  if (data.type === "start") {
    postMessage({ type: "progress", loaded: 1_000_000, total: 2_500_000 });
    if (data.runtime.endsWith("/slow/")) fetch(`${data.runtime}gate`).then(finish);
    else finish();
  } else if (data.type === "ask") {
    const response = respond(data.request);
    if (response === null) throw new Error("crashed");
    if (response !== undefined) setTimeout(() => postMessage({ type: "answer", id: data.id, response }), 20);
  }
};

function finish() {
  postMessage({ type: "progress", loaded: 2_500_000, total: 2_500_000 });
  postMessage({ type: "starting" });
  postMessage({ type: "ready" });
}
