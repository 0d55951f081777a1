"""The reference: every rule says what it does, where it shows, and which cases hold it; so do sources and ways."""

from pathlib import Path

import pytest

from macros import MODULES
from macros.does import does
from macros.ladder import stages
from macros.owners import situation_of
from macros.shown import guides_by_rule, shows
from macros.tables import WHOLE, rows_of, tables_of
from makegood.checkout import ROOT
from makegood.whole_cases import BrokenCaseFileError, cases_by_rule
from policy import rulebook
from policy.cases.case import Case, parse_case
from policy.content.stages import FOLLOWING
from policy.content.stages import stages as all_stages
from policy.content.unboxing import PHASES
from policy.explain.ladder import way_up
from policy.facts import programme, side
from policy.language.outcomes import Rung
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.sources.statements import statements
from tests.support.html import read_html

RULES = rulebook().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_does(rule: Rule) -> None:
    said = does(rule)
    assert said
    assert all(sentence.endswith((".", "!", "?")) for sentence in said), said


@pytest.mark.parametrize("seat", [value.name for value in side.values])
def test_the_tables_have_each_line_once_below_the_places_that_it_is_for(seat: str) -> None:
    tables = tables_of(seat)
    assert len({table.places for table in tables}) == len(tables)
    for where in programme.values:
        here = [(row.rule.id, row.when) for table in tables if where in table.places for row in table.rows]
        wanted = rows_of(WHOLE, {"side": seat, "programme": where.name})
        assert sorted(here, key=str) == sorted(((row.rule.id, row.when) for row in wanted), key=str)


def test_every_rule_has_an_owner_and_a_situation() -> None:
    found = situation_of()
    assert {rule.id for rule in RULES} == found.keys()
    assert found["kx-wait-for-inspection"].label == "Kingston Express"
    assert found["buyer-closes-nothing-on-a-promise"].owner == "buyers"
    assert found["eb-find-it-before-you-pay"].says.startswith("For sellers: the buyer says that nothing came")


def test_every_rule_shows_on_a_guide_or_takes_part_in_a_case() -> None:
    shown, cases = guides_by_rule(ROOT / "docs", MODULES), cases_by_rule()
    assert [rule.id for rule in RULES if not shown[rule.id] and not cases[rule.id]] == []


def test_a_guide_that_calls_for_a_rule_is_named_with_it() -> None:
    shown = guides_by_rule(ROOT / "docs", MODULES)
    assert "seller/kingston-express/" in {guide.url for guide in shown["kx-final-rule"]}
    assert not {guide.url for guide in shown["kx-final-rule"]} & {"buyer/damaged/"}


def test_a_rule_that_only_stands_in_another_text_does_not_show() -> None:
    rule = rulebook().by_id["kx-wait-for-inspection"]
    assert shows('<li data-rule="kx-wait-for-inspection">…</li>', rule)
    assert not shows("<p>Wait for the inspection.</p>", rule)


def test_every_case_that_a_rule_takes_part_in_is_a_file() -> None:
    names = {use.name for uses in cases_by_rule().values() for use in uses}
    assert all((ROOT / "tests" / "cases" / f"{name}.toml").is_file() for name in names)


def test_every_way_up_ends_where_it_says() -> None:
    agent = way_up(RULES, {"side": "buyer", "programme": "other-agent"})
    assert [level.number for level in agent] == [1, 2, 3, 4]
    marketplace = way_up(RULES, {"side": "buyer", "programme": "other-marketplace"})
    assert [level.number for level in marketplace] == [1, 2, 4]  # the communities that mediate are those of agents
    ebay = [[rule.id for rule in level.rules] for level in way_up(RULES, {"side": "seller", "programme": "ebay"})]
    assert ebay == [
        ["eb-rung-talk"],
        ["eb-rung-step-in", "eb-rung-step-in-over"],
        ["eb-rung-with-ebay", "eb-rung-payment"],
        ["eb-rung-appeal"],
    ]


def test_rungs_that_exclude_each_other_share_a_level() -> None:
    levels = way_up(RULES, {"side": "seller", "programme": "kingston-express"})
    together = [{rule.id for rule in level.rules} for level in levels]
    assert {"kx-rung-dispatched", "kx-rung-seller-managed"} in together


def test_every_numbered_rung_is_on_the_way_up() -> None:
    found = {rule.id for seat in ("buyer", "seller") for level in way_up(RULES, {"side": seat}) for rule in level.rules}
    numbered = {rule.id for rule in RULES if isinstance(rule.gives, Rung) and rule.gives.rung}
    assert numbered == found


def test_every_stage_can_be_reached_from_the_first() -> None:
    reached, todo = set(), ["none"]
    while todo:
        stage = todo.pop()
        reached.add(stage)
        todo += [name for name in FOLLOWING[stage] if name not in reached]
    assert reached == {stage.investigation for stage in all_stages()}
    assert stages in {macro for module in MODULES for macro in module.MACROS}


def test_a_step_stands_once_among_the_stages(built_site: Path) -> None:
    page = (built_site / "policy" / "ladder" / "index.html").read_text(encoding="utf-8")
    for step in {step for stage in all_stages() for step in stage.advice.steps}:
        assert page.count(f'data-rule="{step.id}"') == 1, step.id


def test_a_table_ends_where_nothing_else_can_hold() -> None:
    told = {"side": "buyer", "programme": "allchinabuy", "problem": "missing-item", "investigation": "none"}
    undecided = {"reply": "waiting", "platform_case": "none", "payment_case": "none"}
    open_, settled = parse_case(told), parse_case({**told, **undecided})
    assert isinstance(open_, Case)
    assert isinstance(settled, Case)
    first, *others = [row.rule.id for row in rows_of(("remedy",), open_.known)]
    assert first == "ac-too-early-to-ask"
    assert "buyer-agreed-remedy" in others  # it may still turn out that the two agreed
    assert [row.rule.id for row in rows_of(("remedy",), settled.known)] == ["ac-too-early-to-ask"]


def test_no_message_is_introduced_by_what_we_do_not_know(built_site: Path) -> None:
    text = read_html(built_site / "messages" / "index.html").text
    assert "Not when" in text
    assert "we do not know that" not in text


def test_every_step_of_the_unboxing_record_cites_what_exists() -> None:
    cites = {cite for phase in PHASES for step in phase.steps for cite in step.cites}
    assert cites <= statements().keys()
    assert {"SR-14", "SR-15", "SR-16", "SR-17", "KB-10", "KB-11", "KB-12", "KB-13"} <= cites


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("on = today", r"any is not TOML: "),
        ('title = "A"', r"any has no on\. Every case has title, on, \[facts\] and \[expect\]\."),
        (
            'title = "A"\non = 2026-11-21\n[facts]\nside = "sellr"\n[expect]\nsteps = []',
            r"any: side cannot be “sellr”\.",
        ),
    ],
)
def test_a_broken_case_file_is_told_with_its_name(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "any.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenCaseFileError, match=sentence):
        cases_by_rule(tmp_path)


def test_every_message_has_a_title_of_its_own() -> None:
    titles = [template.title for template in message_templates().values()]
    assert len(set(titles)) == len(titles)


def test_the_page_of_all_rules_names_sources_cases_and_guides(built_site: Path) -> None:
    page = read_html(built_site / "policy" / "rules" / "index.html")
    assert {f"../../policy/sources/#{cite.lower()}" for rule in RULES for cite in rule.cites} <= set(page.links)
    assert any(link.startswith("../../seller/") for link in page.links)
    assert "kingston-express/" in page.text
