"""Files that this device keeps and that were changed there: none of them is used, and each is kept anew."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from policy.browser import respond
from tests.offline.conftest import OpenVisitor, Visitor, checker_on, start_python
from tests.support.pages import until
from tests.support.reader import unfold_around

PAGE = "seller/kingston-express/"
RIGHT, WRONG = "stay polite", "stay silent"
REFUSED = "unreadable-file|[Ii]ntegrity|digest|Failed to fetch"

_NOTE = """
window.responses = [];
document.addEventListener("makegood:answer", ({ detail }) => window.responses.push(detail));
"""

_CHANGE = """async ([part, before, after]) => {
  const [from, to] = [before, after].map((text) => new TextEncoder().encode(text));
  let changes = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.includes(part)) continue;
      const kept = await cache.match(request, { ignoreVary: true });
      const bytes = new Uint8Array(await kept.arrayBuffer());
      for (let at = bytes.indexOf(from[0]); at >= 0; at = bytes.indexOf(from[0], at + 1)) {
        if (from.some((byte, place) => byte !== bytes[at + place])) continue;
        bytes.set(to, at);
        changes += 1;
      }
      await cache.put(request, new Response(bytes, { headers: kept.headers }));
    }
  }
  return changes;
}"""
"""Puts other text of the same length into what is kept, and tells how often."""


@pytest.fixture
def reader(built_site: Path, visitor: OpenVisitor) -> Visitor:
    """Somebody whose browser keeps the whole checker."""
    reader = visitor(built_site)
    reader.problems.expect(REFUSED)
    reader.use_checker(PAGE).close()
    return reader


def changes(page: Page, part: str, before: str, after: str) -> int:
    """Change what is kept of the files in whose address this part is, and tell in how many places."""
    assert len(before) == len(after)
    found: int = page.evaluate(_CHANGE, [part, before, after])
    return found


def test_a_page_its_answers_and_python_are_right_whatever_became_of_what_is_kept(reader: Visitor) -> None:
    files = (f"/{PAGE}", "/answers/seller-kingston-express-", "/python.snapshot")
    page = reader.open("offline/")
    assert all(changes(page, file, RIGHT, WRONG) for file in files)
    page.add_init_script(_NOTE)
    page.goto(reader.server.url + PAGE)
    expect(checker_on(page)).to_contain_text(RIGHT)
    checker = start_python(page)
    unfold_around(checker.locator('[name="fulfilment"][value="platform"]')).check()
    until(page, lambda: "platform" in page.evaluate("window.responses.at(-1)?.request ?? ''"))
    for detail in page.evaluate("window.responses"):
        assert detail["response"] == respond(detail["request"])
    expect(page.locator("body")).not_to_contain_text(WRONG)
    for file in files:
        until(page, lambda: changes(page, file, RIGHT, RIGHT))  # noqa: B023  # called at once
        assert not changes(page, file, WRONG, WRONG)


def test_a_script_that_was_changed_is_kept_anew_for_the_next_visit(reader: Visitor) -> None:
    before, after = "This checker is not on the page.", "THIS CHECKER IS NOT ON THE PAGE."
    page = reader.open("offline/")
    assert changes(page, "/makegood-checker.js", before, after)
    page = reader.open(PAGE)
    expect(page.locator(".mg-not-started")).to_be_visible(timeout=60_000)
    assert page.evaluate("customElements.get('makegood-checker') === undefined")
    until(page, lambda: changes(page, "/makegood-checker.js", before, before))
    start_python(reader.open(PAGE))
