"""The site can be installed like an application, with icons that are the logo."""

import base64
import json
from pathlib import Path

from playwright.sync_api import Browser

from tests.offline.conftest import OpenVisitor
from tests.support import icons

_DIFFERENCE = """async ([one, other]) => {
  const [a, b] = await Promise.all([one, other].map(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return canvas.getContext("2d").getImageData(0, 0, bitmap.width, bitmap.height).data;
  }));
  if (a.length !== b.length) return 255;
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]), 0) / a.length;
}"""


def test_the_browser_finds_nothing_that_keeps_the_site_from_being_installed(old: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    page = reader.visit("maintain/checker/")
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{reader.server.url}manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # An incognito window is the one thing that a test's own profile cannot help being.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []


def test_every_file_of_the_manifest_is_there(old: Path) -> None:
    manifest = json.loads((old / "manifest.webmanifest").read_text(encoding="utf-8"))
    purposes = {icon.get("purpose", "any") for icon in manifest["icons"]}
    assert purposes == {"any", "maskable"}
    for icon in manifest["icons"]:
        assert (old / icon["src"]).is_file(), icon
    for shortcut in manifest["shortcuts"]:
        assert (old / shortcut["url"] / "index.html").is_file(), shortcut


def test_the_icons_are_drawn_from_the_logo_of_today(browser: Browser) -> None:
    drawn = icons.draw(browser, icons.LOGO.read_text(encoding="utf-8"))
    assert {path.name for path in icons.ICONS.iterdir()} == set(drawn)
    page = browser.new_page()
    for name, png in drawn.items():
        pair = [base64.b64encode(data).decode() for data in (png, (icons.ICONS / name).read_bytes())]
        assert page.evaluate(_DIFFERENCE, pair) < 1, f"{name} is not the logo any more: run `make icons`"
    page.close()
