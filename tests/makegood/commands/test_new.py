"""A new programme begins with files that work, and that name everything that is still to fill in."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import makegood.checkout
from makegood.checkout import ROOT
from makegood.cli import main
from makegood.commands import new
from makegood.commands.bad_input import BadInputError
from makegood.commands.new import FILL_IN, WRITTEN, programme_files, unfilled, write
from makegood.whole_cases import read_case_file
from policy.language.programme import Kind, programmes, read_record
from policy.sources.statements import statements

FILES = [
    "policy/programmes/depop/programme.toml",
    "policy/programmes/depop/__init__.py",
    "policy/sources/depop.toml",
    "tests/cases/depop/buyer.toml",
    "tests/cases/depop/seller.toml",
    "docs/buyer/depop.md",
    "docs/seller/depop.md",
]


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A copy of the policy and the audit, with a new programme in it."""
    for folder in ("policy", "makegood"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    write(programme_files("depop", "Depop", "marketplace"), tmp_path)
    return tmp_path


def carried_out(scratch: Path, code: str) -> str:
    """What some code prints with the policy of that copy."""
    done = subprocess.run([sys.executable, "-c", code], cwd=scratch, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_new_file_says_what_to_fill_in(tmp_path: Path) -> None:
    assert write(programme_files("depop", "Depop", "marketplace"), tmp_path) == FILES
    told = list(unfilled(tmp_path))
    assert {sentence.partition(",")[0] for sentence in told} == set(FILES)
    assert "docs/buyer/depop.md, line 3: fill in what readers find here, in a sentence." in told
    assert "policy/programmes/depop/programme.toml, line 8: fill in a problem, like damaged" in told
    for path in FILES:
        assert path.startswith(WRITTEN)


def test_a_new_record_is_read_and_comes_last(tmp_path: Path) -> None:
    write(programme_files("other-shop", "Other shop", "shop"), tmp_path)
    record = read_record(tmp_path / "policy/programmes/other_shop")
    assert (record.label, record.kind) == ("Other shop", Kind.SHOP)
    assert record.place > max(one.place for one in programmes())


@pytest.mark.parametrize("name", ["depop", "kelly-express", "k", "aa", "a-1"])
def test_a_new_source_has_letters_of_its_own(name: str) -> None:
    (source,) = tomllib.loads(programme_files(name, "New", "shop")[f"policy/sources/{name}.toml"])["source"]
    assert len(source["id"]) == 2
    assert not any(source["id"] in id_.split("-") for id_ in statements())


def test_a_new_case_expects_a_headline_that_no_rule_gives(tmp_path: Path) -> None:
    write(programme_files("depop", "Depop", "marketplace"), tmp_path)
    for seat in ("buyer", "seller"):
        case = read_case_file(tmp_path / f"tests/cases/depop/{seat}.toml")
        assert case.facts == {"side": seat, "programme": "depop"}
        assert case.expect["headline"].startswith(FILL_IN)


@pytest.mark.parametrize(
    "name, label, sentence",
    [
        ("Depop", "Depop", "'Depop' cannot be a programme's name. Use small letters, like other-shop."),
        ("a/../b", "B", "'a/../b' cannot be a programme's name."),
        ("ebay", "eBay", "There is a programme ebay already, in policy/programmes/ebay/. Change that one."),
        ("depop", 'V"', "'V\"' cannot be a label."),
    ],
    ids=["capital", "path", "taken", "label"],
)
def test_a_name_or_a_label_that_cannot_be_is_refused_in_a_sentence(name: str, label: str, sentence: str) -> None:
    with pytest.raises(BadInputError) as refused:
        programme_files(name, label, "shop")
    assert refused.value.errors[0].message.startswith(sentence)


@pytest.mark.parametrize("there", ["docs/seller/depop.md", "policy/programmes/depop.py"])
def test_nothing_is_overwritten_and_then_nothing_is_written(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True)
    (tmp_path / there).write_text("Mine.")
    with pytest.raises(BadInputError) as refused:
        write(programme_files("depop", "Depop", "marketplace"), tmp_path)
    assert "would overwrite what is there" in refused.value.errors[0].message
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {tmp_path / there}


def test_an_installed_package_is_no_place_for_new_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(makegood.checkout, "ROOT", tmp_path)
    assert main(["new", "programme", "depop"]) == 2
    assert "works on a checkout of Makegood" in capsys.readouterr().err


def test_the_command_lists_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(new, "ROOT", tmp_path)
    assert main(["new", "programme", "depop", "--kind", "private"]) == 0
    assert capsys.readouterr().out.splitlines()[: len(FILES)] == FILES
    assert 'kind = "private"' in (tmp_path / FILES[0]).read_text()


def test_a_new_programme_is_a_value_and_the_rules_of_its_kind_answer_each_seat(scratch: Path) -> None:
    code = """if True:
        import json
        from policy import rulebook
        from policy.facts import programme
        from makegood.audit import audit, programmes
        found = audit(rulebook().rules, [programmes.every_seat_is_answered])
        print(json.dumps([[value.name for value in programme.values], [one.message for one in found]]))
    """
    values, found = json.loads(carried_out(scratch, code))
    assert values[-1] == "depop"
    assert found == []
