"""Reads the whole cases of `tests/cases/`, and compares an advice with what a case expects.

The format stands in `tests/cases/README.md`. Whoever writes a case gets a sentence for each mistake in it.
"""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from makegood.checkout import ROOT
from policy import answer, parse_case, rulebook
from policy.facts import BY_NAME, evidence
from policy.language.kinds import NOT_KNOWN
from policy.language.outcomes import Ask, Headline, Outcome, Rung, Way
from policy.language.sentences import did_you_mean
from policy.messages.templates import message_templates
from policy.sources.statements import statements

FOLDER: Final = ROOT / "tests" / "cases"

type Data = Mapping[str, Any]
"""A JSON object, such as the contract's advice."""


class BrokenCaseFileError(Exception):
    """A case file that cannot be used; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One whole case: on the day `on`, these `facts` (as the contract's JSON) must get an advice as `expect` says."""

    name: str
    title: str
    on: date
    facts: Data
    expect: Data

    def misses(self, advice: Data) -> list[str]:
        """Say, a sentence each, where the advice (as the contract's JSON) is not what this case expects."""
        return [
            miss
            for key, wanted in self.expect.items()
            for miss in (*_unknown_names(key, wanted), *EXPECTATIONS[key].misses(key, wanted, advice))
        ]


class CaseUse(NamedTuple):
    """A whole case in which a rule takes part: its name below tests/cases/, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one key of `[expect]` means: how it is written, what it looks at, and how both are compared.

    `compare` gives what is wrong, in words, for what was wanted and what was found.
    """

    written: type
    find: Callable[[Data], Any]
    compare: Callable[[Any, Any], Iterable[str]]

    @property
    def is_exact_list(self) -> bool:
        """Whether it is a list that must hold all that is found, and nothing else."""
        return self.written is list and self.compare in {_same, _same_in_any_order}

    def renewed(self, wanted: list[str], advice: Data) -> list[str]:
        """Give an exact list as the advice has it; where the order counts for nothing, what stays keeps its place."""
        found: list[str] = self.find(advice)
        kept = [item for item in wanted if item in found] if self.compare is _same_in_any_order else []
        return [*kept, *(item for item in found if item not in kept)]

    def misses(self, key: str, wanted: Any, advice: Data) -> list[str]:
        """Say where this expectation is not met."""
        return [f"{key}: {words}" for words in self.compare(wanted, self.find(advice))]


def case_files(folder: Path = FOLDER) -> list[CaseFile]:
    """Read every case file of a folder, in the order of their names."""
    return [read_case_file(path, folder) for path in sorted(folder.rglob("*.toml"))]


@cache
def cases_by_rule(folder: Path = FOLDER) -> Mapping[str, tuple[CaseUse, ...]]:
    """Say of every rule in which whole cases it takes part.

    Raises:
        BrokenCaseFileError: a case file cannot be used, or states facts that cannot be.
    """
    found: dict[str, list[CaseUse]] = {rule: [] for rule in rulebook().by_id}
    for file in case_files(folder):
        case = parse_case(file.facts, file.on)
        if isinstance(case, list):
            raise BrokenCaseFileError(f"{file.name}: {' '.join(error.message for error in case)}")
        for rule in answer(case, file.on).rules:
            found[rule].append(CaseUse(file.name, file.title))
    return {rule: tuple(uses) for rule, uses in found.items()}


def read_case_file(path: Path, folder: Path = FOLDER) -> CaseFile:
    """Read one case file; its name is its path below the folder.

    Raises:
        BrokenCaseFileError: with a sentence for the first thing that is wrong with the file.
    """
    name = path.relative_to(folder).with_suffix("").as_posix() if path.is_relative_to(folder) else path.stem
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as wrong:
        raise BrokenCaseFileError(f"{name} is not TOML: {wrong}.") from wrong
    _check_keys(name, "", content, {"title": str, "on": date, "facts": dict, "expect": dict})
    for key in ("title", "on", "facts", "expect"):
        if key not in content:
            raise BrokenCaseFileError(f"{name} has no {key}. Every case has title, on, [facts] and [expect].")
    expect = content["expect"]
    _check_keys(name, "expect.", expect, {key: expectation.written for key, expectation in EXPECTATIONS.items()})
    if not expect:
        raise BrokenCaseFileError(f"{name} expects nothing. Write at least one line below [expect].")
    facts = {fact: value.isoformat() if isinstance(value, date) else value for fact, value in content["facts"].items()}
    return CaseFile(name, content["title"], content["on"], facts, expect)


def _check_keys(name: str, inside: str, table: Data, allowed: Mapping[str, type]) -> None:
    for key, value in table.items():
        if key not in allowed:
            hint = did_you_mean(key, allowed, f"Use: {', '.join(allowed)}.", inside=inside)
            raise BrokenCaseFileError(f"{name}: {inside}{key} is not something that a case can have. {hint}")
        # a moment is a date too in Python, but "today" is a day
        if not isinstance(value, allowed[key]) or isinstance(value, datetime):
            raise BrokenCaseFileError(f"{name}: {inside}{key} is not {_WRITTEN[allowed[key]]}.")
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise BrokenCaseFileError(f"{name}: {inside}{key} is not {_WRITTEN[list]}.")


def _unknown_names(key: str, wanted: Any) -> Iterable[str]:
    """Name what does not exist: misspelt, the expectation that something is absent would hold for ever."""
    naming = _NAMING.get(key.removesuffix("_has").removesuffix("_lacks"))
    if naming:
        known = naming.known()
        for name in [wanted] if isinstance(wanted, str) else wanted:
            if name not in known and name.removesuffix("-late") not in known:
                hint = did_you_mean(name, known, f"Look it up in {naming.where}.")
                yield f"{key}: {name} is not a {naming.what}. {hint}"


class _Naming(NamedTuple):
    """What the names in an expectation are names of, all that there are, and where they stand."""

    what: str
    known: Callable[[], Collection[str]]
    where: str


_RULES: Final = _Naming("rule", lambda: rulebook().by_id, "policy/programmes/")
_PROOF: Final = _Naming("kind of proof", lambda: [value.name for value in evidence.values], "policy/facts.py")
_ASKED: Final = _Naming("fact", lambda: BY_NAME, "policy/facts.py")
_DOORS: Final = _Naming("door", lambda: [way.value for way in Way], "policy/language/outcomes.py")
_NAMING: Final = {
    **dict.fromkeys(
        ("headline", "where_to_turn", "steps", "avoid", "warnings", "rules", "deadlines", "deadline_states", "by"),
        _RULES,
    ),
    **dict.fromkeys(("doors", "door_days"), _DOORS),
    **dict.fromkeys(("held", "needed", "helpful"), _PROOF),
    **dict.fromkeys(("missing", "asks_first", "asks_only", "asks", "never_asks"), _ASKED),
    "ask": _Naming("request", lambda: [ask.value for ask in Ask], "policy/language/outcomes.py"),
    "messages": _Naming("message", message_templates, "policy/messages/"),
    "cites": _Naming("source", statements, "policy/sources/"),
}
_WRITTEN: Final = {
    str: 'a text in quotes, like "platform"',
    bool: "true or false",
    list: 'a list, like ["refund", "replacement"]',
    dict: "a table, with its lines below a heading in square brackets",
    date: "a day, like 2026-11-21",
}


def _same(wanted: Any, found: Any) -> Iterable[str]:
    if wanted != found:
        yield f"expected {_words(wanted)}, but it is {_words(found)}"


def _same_in_any_order(wanted: list[str], found: list[str]) -> Iterable[str]:
    yield from _same(sorted(wanted), sorted(found))


def _all_there(wanted: list[str], found: list[str]) -> Iterable[str]:
    yield from (f"{item} is not there, only {_words(found)}" for item in wanted if item not in found)


def _none_there(wanted: list[str], found: list[str]) -> Iterable[str]:
    yield from (f"{item} is there, but must not be" for item in wanted if item in found)


def _comes_first(wanted: str, found: list[str]) -> Iterable[str]:
    yield from _same(wanted, found[0] if found else "nothing")


def _same_days(wanted: Data, found: Data) -> Iterable[str]:
    yield from _same({name: _day_or_days(day) for name, day in wanted.items()}, found)


def _day_or_days(told: Any) -> Any:
    """Write a day, or a list of days, as an advice has it."""
    return [str(day) for day in told] if isinstance(told, list) else str(told)


def _these_days(wanted: Data, found: Data) -> Iterable[str]:
    yield from _same_days(wanted, {name: found.get(name, "not there") for name in wanted})


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {_words(part)}" for name, part in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(_words, value)) or "none"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _ids(*path: str) -> Callable[[Data], list[str]]:
    """Look at the ids of the lines in one part of an advice."""

    def find(advice: Data) -> list[str]:
        part: Any = advice
        for key in path:
            part = part[key]
        return [line["id"] for line in part]

    return find


def _part(*path: str) -> Callable[[Data], Any]:
    """Look at one part of an advice as it is."""

    def find(advice: Data) -> Any:
        part: Any = advice
        for key in path:
            part = part[key]
        return part

    return find


def _rule_of(kind: type[Outcome]) -> Callable[[Data], str]:
    """Look at the id of the one rule of this kind that took part."""
    return lambda advice: next(rule for rule in advice["rules"] if isinstance(rulebook().by_id[rule].gives, kind))


def _blanks(advice: Data) -> list[str]:
    return sorted({fact for message in advice["messages"] for fact in message["missing"]})


def _asked(advice: Data) -> list[str]:
    return [question["fact"] for question in advice["questions"]]


def _last_days(advice: Data) -> dict[str, str]:
    return {deadline["id"]: deadline["on"] or NOT_KNOWN for deadline in advice["deadlines"]}


def _states(part: str) -> Callable[[Data], dict[str, str]]:
    """Look at how each line of a part stands."""
    return lambda advice: {line["id"]: line["state"] for line in advice[part]}


def _door_days(advice: Data) -> dict[str, list[str]]:
    return {door["id"]: [door[end] or "none" for end in ("opens_on", "closes_on")] for door in advice["doors"]}


def _step_days(advice: Data) -> dict[str, str]:
    return {step["id"]: step["by"] or "none" for step in advice["steps"]}


def _all_messages(advice: Data) -> str:
    return "\n".join(f"{message['subject']}\n{message['body']}" for message in advice["messages"])


def _lists(name: str, find: Callable[[Data], list[str]]) -> dict[str, Expectation]:
    """Make the three keys of a part that is a list: exactly these, at least these, none of these."""
    return {
        name: Expectation(list, find, _same),
        f"{name}_has": Expectation(list, find, _all_there),
        f"{name}_lacks": Expectation(list, find, _none_there),
    }


EXPECTATIONS: Final[Mapping[str, Expectation]] = {
    "headline": Expectation(str, _rule_of(Headline), _same),
    "responsible": Expectation(str, _part("responsible", "party"), _same),
    **_lists("steps", _ids("steps")),
    "by": Expectation(dict, _step_days, _these_days),
    **_lists("avoid", _ids("avoid")),
    "held": Expectation(list, _ids("evidence", "held"), _same),
    **_lists("needed", _ids("evidence", "needed")),
    **_lists("helpful", _ids("evidence", "helpful")),
    "strength": Expectation(str, _part("evidence", "strength"), _same),
    "ask": Expectation(list, _part("remedy", "ask"), _same),
    "deadlines": Expectation(dict, _last_days, _same_days),
    "deadline_states": Expectation(dict, _states("deadlines"), _these_days),
    "doors": Expectation(dict, _states("doors"), _these_days),
    "door_days": Expectation(dict, _door_days, _these_days),
    "where_to_turn": Expectation(str, _rule_of(Rung), _same),
    **_lists("messages", _ids("messages")),
    "missing": Expectation(list, _blanks, _same_in_any_order),
    "messages_say": Expectation(list, _all_messages, _all_there),
    "messages_never_say": Expectation(list, _all_messages, _none_there),
    "contact_support": Expectation(bool, _part("support", "contact"), _same),
    **_lists("warnings", _ids("warnings")),
    "asks_first": Expectation(str, _asked, _comes_first),
    "asks_only": Expectation(list, _asked, _same_in_any_order),
    "asks": Expectation(list, _asked, _all_there),
    "never_asks": Expectation(list, _asked, _none_there),
    **_lists("rules", _part("rules")),
    "cites_has": Expectation(list, _part("cites"), _all_there),
    "cites_lacks": Expectation(list, _part("cites"), _none_there),
}
"""Every key that `[expect]` can have."""
