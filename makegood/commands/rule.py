"""`makegood rule ID`: what one rule says and when, the sources behind it, the whole cases and pages where it shows."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from makegood.checkout import ROOT, need_checkout
from makegood.commands.bad_input import BadInputError, printable
from policy import rulebook
from policy.cases.errors import FactError, shown
from policy.engine.sections import called
from policy.explain.words import in_words
from policy.language.rule import Rule
from policy.language.sentences import did_you_mean
from policy.sources.statements import Statement, statements

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from macros.shown import Guide
    from makegood.whole_cases import CaseUse


class RuleAccount(NamedTuple):
    """A rule with everything that is about it: what it `says`, a sentence each, and where it shows."""

    rule: Rule
    says: tuple[str, ...]
    sources: tuple[Statement, ...]
    cases: "tuple[CaseUse, ...]"
    pages: "tuple[Guide, ...]"

    def as_data(self) -> dict[str, Any]:
        """Give it as plain JSON data."""
        return {
            "id": self.rule.id,
            "when": in_words(self.rule.when),
            "part": called(type(self.rule.gives)),
            "says": list(self.says),
            "sources": [
                {"id": source.id, "text": source.text, "when": source.when, "source": source.source}
                for source in self.sources
            ],
            "cases": [case._asdict() for case in self.cases],
            "pages": [page._asdict() for page in self.pages],
        }


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "rule",
        help="what one rule says and when, its sources, and where it shows",
        description="Tell one rule: its condition in words, what it gives, its sources with what they state, the whole "
        "cases in which it takes part and the pages that show it.",
    )
    command.add_argument("id", metavar="ID", help="the rule's id, as “Why this answer” lists it")
    command.add_argument("--format", choices=("json", "text"), help="default: text on a terminal, otherwise json")
    command.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    need_checkout("rule")
    told = tell(_rule(options.id))
    form = options.format or ("text" if sys.stdout.isatty() else "json")
    print(as_text(told) if form == "text" else json.dumps(told.as_data(), ensure_ascii=False, indent=2))
    return 0


def tell(rule: Rule) -> RuleAccount:
    """Gather what is about a rule: all case files are answered and all guides carried out for it."""
    from macros import MODULES  # what only this command needs is not loaded to answer a case
    from macros.does import does
    from macros.shown import guides_by_rule
    from makegood.whole_cases import cases_by_rule

    return RuleAccount(
        rule,
        tuple(does(rule)),
        tuple(statements()[cite] for cite in rule.sources),
        cases_by_rule()[rule.id],
        guides_by_rule(ROOT / "docs", MODULES)[rule.id],
    )


def as_text(told: RuleAccount) -> str:
    """Write it for people."""
    return "\n".join(_lines(told))


def _lines(told: RuleAccount) -> Iterator[str]:
    yield told.rule.id
    yield f"  when   {in_words(told.rule.when)}"
    yield f"  gives  {called(type(told.rule.gives))}"
    yield from (f"         {sentence}" for sentence in told.says)
    yield from _listed("Sources", [f"{source.id}  {source.text} ({source.source})" for source in told.sources])
    yield from _listed("Cases", [f"{case.name}  {case.title}" for case in told.cases])
    yield from _listed("Pages", [f"{page.url}  {page.title}" for page in told.pages])


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines)


def _rule(id_: str) -> Rule:
    rules = rulebook().by_id
    if id_ in rules:
        return rules[id_]
    name = printable(id_)
    if id_.upper() in statements():
        citing = [rule.id for rule in rules.values() if id_.upper() in rule.cites]
        told = f"These rules cite it: {', '.join(citing)}." if citing else "No rule cites it."
        raise BadInputError([FactError(None, name, f"“{shown(name)}” is a source and no rule. {told}")])
    hint = did_you_mean(id_, rules, "Look it up in policy/programmes/.")
    raise BadInputError([FactError(None, name, f"There is no rule “{shown(name)}”. {hint}")])
