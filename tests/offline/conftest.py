"""Two builds of the site that differ in their pages, their compiled answers and their Python, and a visitor."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from makegood.checkout import ROOT
from makegood.delivery.checked import add_hashes
from makegood.delivery.names import hash_names
from makegood.delivery.offline import add_worker, list_files
from makegood.integrity import integrity_of
from tests.conftest import build_site, made_once
from tests.support.pages import Problems, until
from tests.support.server import SiteServer

OLD, NEW = "went wrong?", "goes wrong?"
"""Words of every checker, in its pages, its compiled answers and in Python, and words of the same length for them."""
assert len(OLD) == len(NEW)


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs makes it, before it is made ready for readers."""
    return made_once(tmp_path_factory, "plain-site", lambda site: build_site(site, "--plain"))


@pytest.fixture(scope="session")
def old(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the build before."""
    return made_once(tmp_path_factory, "old-site", lambda site: _deliver(plain_site, site))


@pytest.fixture(scope="session")
def new(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the build after a change of the policy."""
    return made_once(tmp_path_factory, "new-site", lambda site: _deliver(plain_site, site, _change_policy))


def _deliver(plain: Path, site: Path, change: Callable[[Path], None] = lambda _: None) -> None:
    """Make a copy, changed or not, ready for readers; nobody asks for compressed files here."""
    _copy(plain, site)
    change(site)
    hash_names(site)
    add_hashes(site)
    add_worker(site, ROOT)


def _copy(site: Path, copy: Path) -> None:
    def link_large(source: str, target: str) -> None:
        if Path(source).suffix != ".html" and Path(source).stat().st_size > 500_000:  # pages are written again
            Path(target).hardlink_to(source)
        else:
            shutil.copyfile(source, target)

    shutil.copytree(site, copy, copy_function=link_large)


def _change_policy(site: Path) -> None:
    """Say something else in the pages, the compiled answers and Python's snapshot, each named anew by its content."""
    for page in site.rglob("*.html"):
        page.write_text(page.read_text().replace(OLD, NEW))
    answers = site / "assets" / "answers"
    for file in [path for path in answers.glob("*-*.json") if OLD in path.read_text()]:
        _change_answers(site, file)
    [words] = answers.glob("words-*.json")
    assert OLD not in words.read_text(), "it names the other files and would have to be changed after them"
    runtime = site / "assets" / "runtime"
    [snapshot] = runtime.glob("quick-*/python.snapshot")
    changed = _replaced(snapshot)
    snapshot.unlink()
    snapshot.write_bytes(changed)
    folder = snapshot.parent.rename(runtime / f"quick-{hashlib.sha256(changed).hexdigest()[:16]}")
    text = (runtime / "manifest.json").read_text().replace(snapshot.parent.name, folder.name)
    manifest = json.loads(text)
    [entry] = [file for file in manifest["files"] if file["path"] == f"{folder.name}/python.snapshot"]
    entry["integrity"] = integrity_of(changed)
    (runtime / "manifest.json").write_text(json.dumps(manifest))


def _change_answers(site: Path, file: Path) -> None:
    """Say something else in a file of compiled answers; what names it and tells its hash is changed as well."""
    before, changed = file.read_bytes(), _replaced(file)
    name = file.name.replace(file.stem[-16:], hashlib.sha256(changed).hexdigest()[:16])
    file.unlink()
    file.with_name(name).write_bytes(changed)
    _rename(site, {file.name: name, integrity_of(before): integrity_of(changed)})


def _rename(site: Path, names: dict[str, str]) -> None:
    """Put new names and hashes into the pages, and into the answers that tell which others there are."""
    [words] = (site / "assets" / "answers").glob("words-*.json")
    for file in (words, *site.rglob("*.html")):
        text = file.read_text()
        for old, new in names.items():
            text = text.replace(old, new)
        if file != words:
            file.write_text(text)
        elif text != words.read_text():
            before = words.read_bytes()
            name = words.name.replace(words.stem[-16:], hashlib.sha256(text.encode()).hexdigest()[:16])
            words.unlink()
            words.with_name(name).write_text(text)
            names = {**names, words.name: name, integrity_of(before): integrity_of(text.encode())}


def _replaced(file: Path) -> bytes:
    before = file.read_bytes()
    changed = before.replace(OLD.encode(), NEW.encode())
    assert changed != before, f"{file.name} does not hold “{OLD}”"
    return changed


PHONE: ViewportSize = {"width": 360, "height": 740}


class Visitor:
    """Somebody with one browser, which keeps what it keeps from one page to the next.

    Attributes:
        server: Where the site is, as long as it is there.
        problems: What went wrong in the pages.
    """

    def __init__(self, context: BrowserContext, server: SiteServer, problems: Problems) -> None:
        self._context = context
        self.server = server
        self.problems = problems

    def blank(self) -> Page:
        """Open a new tab."""
        return self._context.new_page()

    def open(self, path: str) -> Page:
        """Open a page in a new tab."""
        page = self.blank()
        page.goto(self.server.url + path)
        return page

    def visit(self, path: str) -> Page:
        """Open a page and stay until the service worker keeps it."""
        page = self.open(path)
        until(page, lambda: f"{self.server.url}{path}" in self.kept(page))
        return page

    def use_checker(self, path: str) -> Page:
        """Open a page with a checker, and stay until the whole checker is kept."""
        page = self.visit(path)
        start_python(page)
        whole = {self.server.url + path for path, _ in list_files(self.server.site)["checker"]}
        until(page, lambda: whole <= self.kept(page))
        return page

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Wait at the end of the `with` statement until the browser has let the service worker go."""
        page = self.blank()
        session = page.context.new_cdp_session(page)
        gone: set[str] = set()
        session.on(
            "ServiceWorker.workerRegistrationUpdated",
            lambda told: gone.update(one["scopeURL"] for one in told["registrations"] if one["isDeleted"]),
        )
        session.send("ServiceWorker.enable")
        yield
        until(page, lambda: self.server.url in gone)
        page.close()

    def kept(self, page: Page) -> set[str]:
        """Give the addresses of what is kept on this device."""
        urls: list[str] = page.evaluate(_KEPT)
        return {re.sub(r"\?.*", "", url) for url in urls}

    def go_offline(self) -> None:
        """Take the network away."""
        self.problems.expect("ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED")
        self.server.stop()


_KEPT = """async () => {
  const urls = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
  }
  return urls;
}"""


def checker_on(page: Page) -> Locator:
    """Bring the checker of a page into view."""
    checker = page.locator("makegood-checker")
    checker.scroll_into_view_if_needed()
    return checker


def start_python(page: Page) -> Locator:
    """Wait until Python runs in a page's checker."""
    checker = checker_on(page)
    expect(checker).to_have_attribute("data-state", "ready", timeout=60_000)
    return checker


OpenVisitor = Callable[[Path], Visitor]


@pytest.fixture
def visitor(browser: Browser) -> Iterator[OpenVisitor]:
    """Give somebody who visits a site for the first time: `visitor(old)`."""
    made: list[Visitor] = []

    @contextmanager
    def visiting(site: Path) -> Iterator[Visitor]:
        with SiteServer(site) as server:
            server.headers["Vary"] = (
                "Accept-Encoding"  # as hosts that compress say; what is kept has to be found all the same
            )
            problems = Problems(origin=server.url.rstrip("/"))
            context = browser.new_context(reduced_motion="reduce", service_workers="allow", viewport=PHONE)
            problems.watch(context)
            try:
                yield Visitor(context, server, problems)
            finally:
                context.close()

    with ExitStack() as stack:

        def new(site: Path) -> Visitor:
            made.append(stack.enter_context(visiting(site)))
            return made[-1]

        yield new
    if unexpected := [text for each in made for text in each.problems.unexpected()]:
        pytest.fail("In the page:\n" + "\n".join(unexpected), pytrace=False)
