// Clicks one option after the other, and gives for each the milliseconds until the page was changed and laid out, and until
// Python's answer was; null where no Python answers.
async ({ choices, python }) => {
  const checker = document.querySelector("makegood-checker");
  const heard = (name) => new Promise((resolve) => checker.addEventListener(name, resolve, { once: true }));
  const times = [];
  for (const [fact, value] of choices) {
    const input = checker.querySelector(`input[name="${fact}"][value="${value}"]`);
    if (!input || input.checked) continue;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const changed = heard("makegood:look-up").then(() => (checker.getBoundingClientRect(), performance.now()));
    const answered = python
      ? heard("makegood:answer").then(() => (checker.getBoundingClientRect(), performance.now()))
      : null;
    const started = performance.now();
    input.click();
    times.push([(await changed) - started, python ? (await answered) - started : null]);
  }
  return times;
};
