"""Fixtures for tests of the built site: the site, its server, the browser, and pages that may not misbehave."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from makegood.checkout import ROOT
from policy import rulebook
from policy.sources import statements, windows
from tests.support.pages import Problems, opened, started_chromium
from tests.support.programs import ALL, CHROMIUM, MissingError
from tests.support.server import SiteServer

# A machine that does other things as well is no fault: how long an example takes is never a reason to fail.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

LONGEST = (
    "tests/browser/test_accessibility.py",
    "tests/browser/test_cases_in_the_browser.py",
    "tests/makegood/compile/test_every_way.py",
    "tests/test_runtime.py",
)
"""Files with tests of a minute and more. They begin first, or one process would be left alone with them at the end."""


UNIT = "not browser and not site and not thorough"
"""Tests that need neither a browser nor the site: every Python has to pass them."""

QUICK = f"{UNIT} and not processes"
"""Those among them that take moments."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run have the quick tests alone, or do without those that need a program that is missing."""
    needs = [program.marker for program in ALL]
    parser.addoption("--without", action="append", default=[], choices=needs, help="leave out the tests that need this")
    parser.addoption("--unit", action="store_true", help="only tests that need neither a browser nor the site")
    parser.addoption("--quick", action="store_true", help="only those among them that start no other processes")


def pytest_configure(config: pytest.Config) -> None:
    """Let `--unit` and `--quick` choose the tests by their marks, as `-m` does."""
    for name, chosen in (("unit", UNIT), ("quick", QUICK)):
        if config.getoption(name):
            config.option.markexpr = chosen


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Order the tests, mark those that need the browser or the built site, and leave out those that cannot run here."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))  # the others stay in their order
    for item in items:
        for marker, fixture in (("browser", "browser"), ("site", "built_site"), ("site", "plain_site")):
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in config.getoption("without"))]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site: that of MAKEGOOD_SITE, as under `make test`, or one built for this run."""
    if named := os.environ.get("MAKEGOOD_SITE"):
        return ROOT / named
    return made_once(tmp_path_factory, "site", build_site)


def build_site(site: Path, *options: str) -> None:
    """Build the site into a folder, with these options of the build; one that fails makes the test fail."""
    command = [sys.executable, "-m", "makegood.build.site", *options, "--out", str(site)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    if answer.returncode != 0:
        pytest.fail(f"The site cannot be built:\n{answer.stdout}{answer.stderr}", pytrace=False)


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give a folder that the first process of a parallel run to come here makes, for all of them."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base  # each process has a folder of its own in it
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).exists():
            make(shared / name)
    return shared / name


@pytest.fixture
def site_server(built_site: Path) -> Iterator[SiteServer]:
    """A server of the built site of this test's own, so that a file it is told to lose is lost for no other test."""
    with SiteServer(built_site) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; `make programs` gets one."""
    try:
        found = CHROMIUM.find()
    except MissingError as missing:
        pytest.fail(f"{missing} `make programs` tries to get one.", pytrace=False)
    with started_chromium(found) as started:
        yield started


@pytest.fixture
def problems(site_server: SiteServer) -> Iterator[Problems]:
    """What went wrong in the pages of this test; what it did not expect makes it fail."""
    noted = Problems(origin=site_server.url.rstrip("/"))
    yield noted
    if unexpected := noted.unexpected():
        pytest.fail("In the page:\n" + "\n".join(unexpected), pytrace=False)


OpenPage = Callable[..., Page]
"""Opens one more page; takes the options of `Browser.new_context`."""


@pytest.fixture
def new_page(browser: Browser, site_server: SiteServer, problems: Problems) -> Iterator[OpenPage]:
    """Opens pages of the test's own kind: `new_page(color_scheme="dark", viewport={"width": 360, "height": 740})`."""
    with ExitStack() as stack:

        def new(**options: Any) -> Page:
            return stack.enter_context(opened(browser, site_server.url, problems, **options))

        yield new


@pytest.fixture
def page(new_page: OpenPage) -> Page:
    """A page, still empty, in light colours and desktop size: `page.goto("seller/")`."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def changing_limit(monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a time limit that is made up here: 45 days from a payment until February 2027, 30 from March on."""
    assert rulebook().digest  # it is kept, so it has to be that of the real limits
    limits = [{"limit": 45, "until": date(2027, 2, 28)}, {"limit": 30, "from": date(2027, 3, 1)}]
    real = windows.windows()["W-PP-01"]
    made_up = real._replace(limits=windows._limits({"id": real.id, "limits": limits}))
    monkeypatch.setitem(windows.windows(), real.id, made_up)
    monkeypatch.setitem(statements.statements(), real.id, statements._stated(made_up))
    return real.id
