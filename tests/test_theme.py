"""The theme keeps to the pages' content-security policy, and stays in step with Material."""

import hashlib
import re
from html.parser import HTMLParser
from importlib.metadata import distribution
from pathlib import Path

import pytest

TEMPLATES = Path(str(distribution("mkdocs-material").locate_file("material/templates")))

OVERRIDDEN = {
    "partials/javascripts/base.html": "base.js",
    "partials/javascripts/content.html": "content.js",
    "partials/javascripts/palette.html": "palette.js",
}
"""Material's partials that stand as files in docs/assets/page/, because they are inline scripts."""

DIGESTS = {
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
}
"""What those partials were when the files were written."""

UNUSED = {
    "partials/javascripts/announce.html",
    "partials/javascripts/consent.html",
    "partials/javascripts/outdated.html",
    "partials/integrations/analytics.html",
    "partials/integrations/analytics/google.html",
    "redirect.html",
}
"""Other partials of Material with inline scripts, for features that this site leaves off."""


@pytest.mark.parametrize("partial", OVERRIDDEN)
def test_a_partial_of_material_that_we_override_has_not_changed(partial: str) -> None:
    digest = hashlib.sha256((TEMPLATES / partial).read_bytes()).hexdigest()
    assert digest == DIGESTS[partial], (
        f"Material changed {partial}: bring docs/assets/page/{OVERRIDDEN[partial]} up to date, then this digest"
    )


def test_material_has_no_inline_script_that_we_do_not_know() -> None:
    inline = {
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*.html")
        if re.search(r"<script(?![^>]*(\bsrc=|application/json))", path.read_text(encoding="utf-8"))
    }
    assert inline == OVERRIDDEN.keys() | UNUSED


class _Forbidden(HTMLParser):
    """Collects what the policy would block: inline scripts and styles, and what a page loads from another host."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append("an inline script")
        if tag == "style" or "style" in given:
            self.found.append(f"an inline style on <{tag}>")
        self.found += [f"{name} on <{tag}>" for name in given if name.startswith("on")]
        loaded = given.get("src") if tag != "link" else given.get("href")
        if (loaded and re.match(r"(https?:)?//", loaded)) or (given.get("href") or "").startswith("javascript:"):
            self.found.append(f"{loaded or given['href']} on <{tag}>")


def test_no_page_holds_anything_that_its_policy_would_block(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        parser = _Forbidden()
        parser.feed(page.read_text(encoding="utf-8"))
        assert (page.relative_to(built_site), parser.found) == (page.relative_to(built_site), [])
        assert "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';" in parser.policy
        assert "unsafe-inline" not in parser.policy
        assert "'unsafe-eval'" not in parser.policy
