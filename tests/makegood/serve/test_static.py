from pathlib import Path

import pytest

from makegood.serve.static import content_type, locate


@pytest.mark.parametrize(
    "name, expected",
    [
        ("pyodide.asm.wasm", "application/wasm"),
        ("element.js", "text/javascript; charset=utf-8"),
        ("pyodide.mjs", "text/javascript; charset=utf-8"),
        ("manifest.json", "application/json; charset=utf-8"),
        ("policy-1-py3-none-any.whl", "application/zip"),
        ("index.html", "text/html; charset=utf-8"),
        ("anything.else", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_that_browsers_insist_on(name: str, expected: str) -> None:
    assert content_type(Path(name)) == expected


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "seller").mkdir(parents=True)
    (tmp_path / "site" / "seller" / "index.html").touch()
    (tmp_path / "site" / "häuser.html").touch()
    (tmp_path / "secret").touch()
    return tmp_path / "site"


def test_an_address_with_a_slash_at_its_end_means_the_index_of_the_folder(site: Path) -> None:
    assert locate(site, "/seller/") == site / "seller" / "index.html"


def test_a_folder_is_found_without_the_slash_too(site: Path) -> None:
    assert locate(site, "/seller") == site / "seller"


def test_a_percent_encoded_address_is_decoded(site: Path) -> None:
    assert locate(site, "/h%C3%A4user.html") == site / "häuser.html"


@pytest.mark.parametrize(
    "address", ["/../secret", "/%2e%2e/secret", "/seller/%2e%2e%2f../secret", "/%00", "/none", "/"]
)
def test_nothing_outside_the_site_and_nothing_absent_is_found(site: Path, address: str) -> None:
    assert locate(site, address) is None
