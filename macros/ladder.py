"""Macros that show a whole way: the rungs up, the stages of an investigation, what is fair, and when to let go."""

from typing import Any, Final

from macros.page import MacroError, Page, block
from macros.templates import render
from policy import rulebook
from policy.conditions import settle, simplify
from policy.effects import Remedy
from policy.explain import in_words
from policy.facts import side
from policy.ladder import way_up
from policy.render import ASK_WORDS, template
from policy.stages import stages as all_stages


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
    levels = [
        [(rule, in_words(simplify(rule.when, known))) for rule in level.rules]
        for level in way_up(rulebook().rules, known)
    ]
    return block(render("ladder.html", levels=levels, root=page.root, part=_parts()))


def stages(page: Page) -> str:
    """Show the stages of Allchinabuy's investigation as a diagram: what happens in each, and what follows it."""
    label = {stage.investigation: stage.label for stage in all_stages()}
    return block(
        render(
            "stages.html",
            stages=all_stages(),
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
    rows = [
        (rule, in_words(simplify(rule.when, known)), [ASK_WORDS[ask] for ask in rule.gives.ask])
        for rule in rulebook().rules
        if isinstance(rule.gives, Remedy) and rule.gives.tier and _possible(rule, known)
    ]
    if not rows:
        raise MacroError("no tier applies to these facts. The tiers serve buyers on kakobuy, allchinabuy and other.")
    return block(render("remedy_tiers.html", rows=rows, root=page.root, part=_parts()))


def walk_away(page: Page, **facts: Any) -> str:
    """Show what to weigh before going on, in a case where the policy asks for it."""
    found = page.answer(facts).walk_away
    if not found:
        raise MacroError("nothing is to be weighed in this case. Name a fact that calls for it, like reply=“refused”.")
    return block(str(_parts().lines(found, page.root, "mg-weigh")))


def _possible(rule: Any, known: Any) -> bool:
    truth, still = settle(rule.when, known)
    return bool(still) or truth is True


def _parts() -> Any:
    return template("parts.html").module


MACROS: Final = (ladder, stages, remedy_tiers, walk_away)
"""What pages can call from here."""
