"""A page names a time limit by its id, and shows its length, its start and its source from `windows.toml`."""

from types import SimpleNamespace

from macros.limits import limits
from macros.page import Page
from makegood.checkout import ROOT
from policy.sources.windows import windows


def shown(*ids: str) -> str:
    """Carry out the macro on a page two folders below the site's top."""
    page = SimpleNamespace(file=SimpleNamespace(src_uri="seller/ebay.md"), url="seller/ebay/")
    return limits(Page(SimpleNamespace(page=page, conf={"config_file_path": str(ROOT / "mkdocs.yml")})), *ids)


def test_each_time_limit_shows_its_length_its_start_and_its_source() -> None:
    html = shown(*windows())
    for window in windows().values():
        assert all(f"<strong>{length}</strong>" in html for length, _ in window.lengths)
        assert f'href="../../policy/sources/#{window.id.lower()}"' in html
    assert "from the day the buyer opened the request" in html


def test_a_limit_that_changes_shows_both_with_their_days(changing_limit: str) -> None:
    html = shown(changing_limit)
    assert "<strong>45 calendar days</strong> (until 28 February 2027) or <strong>30 calendar days</strong>" in html
    assert "(from 1 March 2027) from the payment" in html


def test_a_limit_read_on_one_regions_page_says_so() -> None:
    assert "for one country" in shown("W-EB-06")
    assert "for one country" not in shown("W-EB-02")


def test_time_limits_stand_in_the_order_of_the_call() -> None:
    html = shown("W-EB-06", "W-EB-02")
    assert html.index("W-EB-06") < html.index("W-EB-02")
