"""Pages and policy cannot drift apart: each way in which they could is found, and named with its page."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from makegood.build import drift, hooks
from makegood.checkout import ROOT
from policy.language.authored import AuthoredError
from policy.sources.statements import statements

ALL = "".join(f'<a href="../../policy/sources/#{id_.lower()}">{id_}</a>' for id_ in statements())
WHOLE = dict.fromkeys(
    (
        "buyer/choose-a-seller.md",
        "buyer/allchinabuy.md",
        "buyer/not-received.md",
        "buyer/amazon.md",
        "buyer/cssbuy.md",
        "buyer/etsy.md",
        "buyer/vinted.md",
        "seller/ebay.md",
        "seller/kingston-express.md",
    ),
    ALL,
)


def test_pages_that_show_every_source_miss_none() -> None:
    assert list(drift.missing(WHOLE)) == []


@pytest.mark.parametrize("id_", list(statements()))
def test_a_source_that_stands_on_no_page_is_named_with_the_page(id_: str) -> None:
    without = {page: html.replace(f'#{id_.lower()}"', '#"') for page, html in WHOLE.items()}
    (finding,) = drift.missing(without)
    assert f": {id_} has to stand here" in finding
    assert finding.startswith(f"docs/{drift.pages_for(id_)[0]}")
    assert f'cite("{id_}")' in finding


def test_a_source_that_no_guide_has_to_show_is_told_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drift, "_guides", lambda: [("SR-*", ("buyer/*",))])
    with pytest.raises(AuthoredError, match=r"macros/guides\.toml has no \[\[guide\]\] for KX-01\. Begin it with"):
        drift.pages_for("KX-01")


def test_a_broken_list_of_guides_is_told_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> list[str]:
        raise AuthoredError("macros/guides.toml, [[guide]] 1: pages is missing.")

    monkeypatch.setattr(drift, "findings", broken)
    hooks.on_post_build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), strict=True))

    assert "macros/guides.toml, [[guide]] 1: pages is missing." in caplog.text


def test_what_only_the_checker_shows_does_not_count() -> None:
    hidden = {page: f"<makegood-checker>{html}</makegood-checker>" for page, html in WHOLE.items()}
    assert len(list(drift.missing(hidden))) == len(statements())


def test_an_id_that_no_source_has_is_named_with_page_and_line() -> None:
    markdown = {"buyer/damaged.md": "# Damaged\n\nAs SR-21 says, and SR-99 too. Size AA-10 is no source.\n"}
    assert list(drift.strange({}, markdown)) == [
        "docs/buyer/damaged.md, line 3: SR-99 is written here, and no source has that id."
    ]


def test_a_link_to_an_id_that_does_not_exist_is_named() -> None:
    html = {
        "buyer/damaged.md": '<a href="../../policy/sources/#kx-999">x</a><a href="../../policy/rules/#kx-none">y</a>'
    }
    assert list(drift.strange(html, {})) == [
        "docs/buyer/damaged.md: KX-999 is cited, and no source has that id.",
        "docs/buyer/damaged.md: kx-none is linked to, and no rule has that id.",
    ]


@pytest.mark.parametrize(
    "text,owner",
    [
        ("wait until the **inspection** and the review are finished.", "the rule kx-wait-for-inspection"),
        ("The carrier's investigation: this takes weeks or months, and nobody can hurry it!", "the rule ac-headline"),
        ("Please compare it with the quality-control photos", "the message buyer-damage-claim"),
        ("Start the video on the shipping label, so that it proves which parcel this is", "the unboxing checklist"),
    ],
)
def test_a_policy_text_typed_by_hand_is_named(text: str, owner: str) -> None:
    (finding,) = drift.typed({"seller/prevent.md": f"# Prevent\n\nNote: {text} Then go on.\n"})
    assert finding.startswith("docs/seller/prevent.md: “")
    assert owner in finding


def test_the_text_of_a_macro_call_or_an_example_is_not_typed() -> None:
    sentence = "Wait until the inspection and the review are finished."
    assert list(drift.typed({"a.md": f'{{{{ line("{sentence}") }}}}\n\n```\n{sentence}\n```\n'})) == []


def test_the_built_pages_and_the_policy_fit(built_site: Path) -> None:
    assert drift.findings(built_site, ROOT / "docs") == []


def test_a_strict_build_ends_with_a_sentence_where_they_do_not(tmp_path: Path) -> None:
    (finding, *_) = drift.findings(tmp_path, ROOT / "docs")

    assert finding.startswith("docs/")


def test_each_finding_is_a_warning_of_a_strict_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), strict=True)

    hooks.on_post_build(config)

    assert "docs/seller/kingston-express.md: KX-01 has to stand here, and does not." in caplog.text
