"""Macros that show a whole way: the rungs up, the stages of an investigation, what is fair, and when to let go."""

from typing import Any, Final

from macros.page import MacroError, Page, block
from macros.templates import render
from policy import rulebook
from policy.content.stages import stages as all_stages
from policy.explain.ladder import LadderRung, way_up
from policy.explain.outline import Outline, outline
from policy.facts import programme, side
from policy.language.conditions import Known, settle, simplify
from policy.language.outcomes import ASK_WORDS, Outcome, Remedy
from policy.language.rule import Rule
from policy.language.sentences import in_a_list
from policy.rendering.environment import template


def ladder(page: Page, **facts: Any) -> str:
    """Show the way up as a diagram: each rung, what comes after it, and when.

    Args:
        page: the page, worked in by `define_env`.
        facts: whose way it is: `side`, and for a seller also `programme`.
    """
    known = page.case(facts).known
    if "side" not in known or (known["side"] == "seller" and "programme" not in known):
        sides = ", ".join(value.name for value in side.values)
        raise MacroError(f"name the side ({sides}), and for a seller the programme, too: each has a way of its own.")
    levels = [_ways(level, known) for level in way_up(rulebook().rules, known)]
    return block(render("ladder.html", levels=levels, root=page.root, part=_parts()))


def stages(page: Page) -> str:
    """Show the stages of Allchinabuy's investigation as a diagram: what happens in each, and what follows it.

    What is to be done at every stage stands once, above; a stage shows its own, and who acts where that changes.
    """
    found = all_stages()
    label = {stage.investigation: stage.label for stage in found}
    always = [step for step in found[0].advice.steps if all(step in stage.advice.steps for stage in found)]
    acts = {stage.investigation: stage.advice.responsible.party for stage in found}
    before = {after: stage.investigation for stage in found for after in stage.next}
    changes = {name for name, party in acts.items() if name not in before or acts[before[name]] != party}
    return block(
        render(
            "stages.html",
            stages=found,
            always=always,
            changes=changes,
            label=label,
            prefix=page.unique("stage"),
            root=page.root,
            part=_parts(),
        )
    )


def remedy_tiers(page: Page, **facts: Any) -> str:
    """Show the three tiers of what a buyer may fairly ask for, as a table.

    Args:
        page: the page, worked in by `define_env`.
        facts: what the page takes as given besides the side; rules that it rules out are left out.
    """
    known = page.case({"side": "buyer", **facts}).known
    rows = [(rule, outline(simplify(rule.when, known)), _asks(gives)) for rule, gives in _tiers(known)]
    if not rows:
        served = (where.name for where in programme.values if _tiers({"side": "buyer", "programme": where.name}))
        raise MacroError(f"no tier applies to these facts. The tiers serve buyers on {in_a_list(served)}.")
    return block(render("remedy_tiers.html", rows=rows, root=page.root, part=_parts()))


def walk_away(page: Page, **facts: Any) -> str:
    """Show what to weigh before going on, in a case where the policy asks for it."""
    found = page.answer(facts).walk_away
    if not found:
        raise MacroError("nothing is to be weighed in this case. Name a fact that calls for it, like reply=“refused”.")
    return block(str(_parts().lines(found, page.root, "mg-weigh")))


def _ways(level: LadderRung, known: Known) -> list[tuple[list[Rule], Outline | None]]:
    """Join the rules of a rung that say the same; a way of its own comes after them, with its condition."""
    same: dict[Outcome, list[Rule]] = {}
    for rule in level.rules:
        same.setdefault(rule.gives, []).append(rule)
    ways = sorted(same.values(), key=lambda rules: -len(rules))
    return [(rules, outline(simplify(rules[0].when, known)) if len(rules) == 1 else None) for rules in ways]


def _tiers(known: Known) -> list[tuple[Rule, Remedy]]:
    """Give the rules that can name a tier in a case."""
    rules = ((rule, rule.gives) for rule in rulebook().rules)
    return [
        (rule, gives) for rule, gives in rules if isinstance(gives, Remedy) and gives.tier and _possible(rule, known)
    ]


def _asks(remedy: Remedy) -> str:
    words = [ASK_WORDS[ask] for ask in remedy.ask]
    return ", or ".join([words[0], *(word[:1].lower() + word[1:] for word in words[1:])])


def _possible(rule: Rule, known: Known) -> bool:
    truth, still = settle(rule.when, known)
    return bool(still) or truth is True


def _parts() -> Any:
    return template("parts.html").module


MACROS: Final = (ladder, stages, remedy_tiers, walk_away)
"""What pages can call from here."""
