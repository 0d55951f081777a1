"""A record is all that it takes to be a programme; what a record cannot be is said in a sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from makegood.whole_cases import FOLDER, case_files
from policy.cases.programmes import covering, investigating, not_covering, of_kind, shipped_by
from policy.facts import fulfilment, problem, programme, side
from policy.language.authored import AuthoredError
from policy.language.conditions import facts_of, settle
from policy.language.programme import RECORD, Kind, Programme, programmes, read_record
from policy.sources.statements import statements

SOUND = 'place = 60\nlabel = "Vinted"\nclause = "the order went through Vinted"\nkind = "marketplace"\n'

FIRST_FIVE = ("kakobuy", "allchinabuy", "kingston-express", "ebay", "shop")
"""Programmes whose records a test may know: those that were there first."""

SEATS = [(record, seat) for record in programmes() for seat in record.covers]
IDS = [f"{record.name}-{seat}" for record, seat in SEATS]


def names(record: Programme) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a record names of the vocabulary: the fact, and the values."""
    yield side.name, tuple(record.covers)
    yield fulfilment.name, record.fulfilment
    yield problem.name, record.investigates
    yield from ((problem.name, problems) for problems in record.covers.values())


def test_the_fact_has_each_programme_as_a_value_in_the_order_of_their_places() -> None:
    assert [value.name for value in programme.values] == [record.name for record in programmes()]
    assert [value.label for value in programme.values] == [record.label for record in programmes()]
    places = [record.place for record in programmes()]
    assert places == sorted(set(places)), "Give each programme a place of its own."


@pytest.mark.parametrize("record", programmes(), ids=lambda record: record.name)
def test_a_record_names_only_what_facts_and_sources_have(record: Programme) -> None:
    values = {fact.name: {value.name for value in fact.values} for fact in (side, fulfilment, problem)}
    for fact, named in names(record):
        assert set(named) <= values[fact], f"policy/programmes/: {named} of {record.name} are no values of {fact}."
    prefixes = {id_.partition("-")[0] for id_ in statements()}
    assert set(record.sources) <= prefixes, f"policy/sources/ has no statement of {record.name}, {record.sources}."


def test_no_two_programmes_own_the_same_source() -> None:
    owned = [prefix for record in programmes() for prefix in record.sources]
    assert len(owned) == len(set(owned))


@pytest.mark.parametrize("record, seat", SEATS, ids=IDS)
def test_each_seat_that_a_programme_covers_has_a_whole_case(record: Programme, seat: str) -> None:
    cases = [case for case in case_files() if case.facts.get("programme") == record.name]
    assert any(case.facts.get("side") == seat for case in cases), f"Add a case to tests/cases/{record.name}/."


@pytest.mark.parametrize("record", [record for record in programmes() if record.sources], ids=lambda one: one.name)
def test_each_side_that_a_programmes_own_sources_speak_to_has_a_page(record: Programme) -> None:
    for id_, told in statements().items():
        if id_.partition("-")[0] in record.sources:
            for seat in ("buyer", "seller") if told.side == "both" else (told.side,):
                page = FOLDER.parents[1] / "docs" / seat / f"{record.name}.md"
                assert page.is_file(), f"{id_} speaks to the {seat}: write docs/{seat}/{record.name}.md."


def read(folder: Path, record: str) -> Programme:
    """The programme with that record."""
    (folder / "vinted_pro").mkdir()
    (folder / "vinted_pro" / RECORD).write_text(record, encoding="utf-8")
    return read_record(folder / "vinted_pro")


@pytest.mark.parametrize(
    "record, sentence",
    [
        pytest.param("place = ", " is no TOML: ", id="no-toml"),
        pytest.param(SOUND + "seats = []", ": seats is nothing that it can have. There are: place, label", id="key"),
        pytest.param(SOUND.replace("label", "#"), ": label is missing. It needs place, label,", id="gone"),
        pytest.param(SOUND.replace("60", '"60"'), ": place must be a whole number, without quotes.", id="place"),
        pytest.param(SOUND.replace('"Vinted"', "1"), ": label must be a text in quotes.", id="text"),
        pytest.param(SOUND.replace("marketplace", "market"), ": kind cannot be “market”. Did you mean", id="kind"),
        pytest.param(SOUND + 'sources = "VT"', ": sources must be a list of texts,", id="list"),
        pytest.param(SOUND + 'covers = ["buyer"]', ": covers must be a table,", id="covers"),
        pytest.param(SOUND + "covers.buyer = [1]", ", covers: buyer must be a list of texts,", id="problems"),
        pytest.param(SOUND + 'serves = ["agents"]', ": serves names “agents”, which is no kind. Did you", id="serves"),
    ],
)
def test_a_broken_record_is_told_in_a_sentence(tmp_path: Path, record: str, sentence: str) -> None:
    with pytest.raises(AuthoredError) as wrong:
        read(tmp_path, record)
    assert str(wrong.value).startswith(f"policy/programmes/vinted_pro/programme.toml{sentence}")


def test_a_sound_record_says_all_that_it_does_not_name_with_nothing(tmp_path: Path) -> None:
    record = read(tmp_path, SOUND)
    assert (record.name, record.kind, record.module) == (
        "vinted-pro",
        Kind.MARKETPLACE,
        "policy.programmes.vinted_pro",
    )
    assert not any((record.covers, record.fulfilment, record.investigates, record.sources, record.serves, record.lends))


@pytest.mark.parametrize(
    "condition, those",
    [
        (of_kind(Kind.AGENT), "kakobuy allchinabuy"),
        (of_kind(Kind.MARKETPLACE), "kingston-express ebay"),
        (covering("seller"), "kingston-express ebay"),
        (covering("buyer", "cancelled-after-shipment"), "kingston-express ebay"),
        (not_covering("seller"), "kakobuy allchinabuy shop"),
        (shipped_by("platform", "seller"), "kingston-express"),
        (shipped_by(), "kakobuy allchinabuy ebay shop"),
    ],
    ids=["agents", "marketplaces", "for-sellers", "of-cancelled", "not-for-sellers", "two-ways", "no-question"],
)
def test_a_condition_on_programmes_holds_for_those_whose_record_fits(condition: Any, those: str) -> None:
    held = [name for name in FIRST_FIVE if settle(condition, {"programme": name}).truth]
    assert held == those.split()
    assert facts_of(condition) == {"programme"}


def test_an_agent_that_investigates_does_so_for_the_problems_of_its_record() -> None:
    known = [{"programme": place.name, "problem": what.name} for place in programme.values for what in problem.values]
    held = [(case["programme"], case["problem"]) for case in known if settle(investigating(), case).truth]
    assert held == [(record.name, what) for record in programmes() for what in record.investigates]
    assert ("allchinabuy", "missing-item") in held


def test_where_no_programme_investigates_nothing_is_investigated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy.cases.programmes.programmes", lambda: ())
    assert settle(investigating(), {}) == (False, frozenset())
