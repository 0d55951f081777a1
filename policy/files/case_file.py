"""A case as a file to keep: written with the answer that it got, and opened again with what has changed since.

The file is one JSON object:

    format            "makegood-case"; `format_version` 2
    saved_on          the day on which it was written
    policy            {version, digest} of the policy that answered
    facts             the contract's facts
    answer            {headline, lines: [{part, id, text}]}: what the reader was told

Whoever opens one may have got it from anybody. So its facts are checked like any other input, and its old answer is
only ever compared and shown as text. A file of version 1 is read in today's words (`policy.cases.version_1`).
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from policy import answer
from policy.cases import version_1
from policy.cases.case import Case, case_of
from policy.cases.errors import FactError
from policy.cases.strict_json import DEEPEST, Json, read_json
from policy.cases.values import FIRST_YEAR, LAST_YEAR
from policy.engine.advice import Advice
from policy.engine.sections import SECTIONS
from policy.facts import BY_NAME
from policy.language.kinds import NOT_KNOWN

FORMAT: Final = "makegood-case"
"""What the file says that it is."""

FORMAT_VERSION: Final = 2
"""Which of the format's versions this is; a newer one may hold what we do not know."""

_OLD_VERSION: Final = 1
"""The version that spoke the contract's first vocabulary."""

LARGEST: Final = 200_000
"""Characters in a case file. The longest that we write has some 20,000."""

_NOT_OURS: Final = "This is not a case that Makegood saved, or somebody changed it. Choose another file."
_MOST_LINES, _LONGEST_LINE = 300, 1000


class AnswerLine(NamedTuple):
    """One line of an answer: the part of the advice that it stands in, its rule, its words."""

    part: str
    id: str
    text: str


class ChangedLine(NamedTuple):
    """A line that a newer policy gives, no longer gives, or words differently; `old` or `new` is empty then."""

    part: str
    id: str
    old: str
    new: str


class Opened(NamedTuple):
    """A case file that was opened. `skipped` names the facts that the reader said not to know.

    `saved_on`, `version` and `changed` are None where the file holds only facts, or where what it says of its old
    answer cannot be read. `changed` is empty where the policy answers as it did. `again` names the facts that an old
    file does not tell for certain, so that they are asked again.
    """

    case: Case
    skipped: tuple[str, ...]
    saved_on: date | None = None
    version: str | None = None
    changed: tuple[ChangedLine, ...] | None = None
    same_policy: bool = False
    again: tuple[str, ...] = ()


def case_file_text(case: Case, advice: Advice, today: date, skipped: Collection[str] = ()) -> str:
    """Write a case and its answer as the text of a case file; the same input gives the same text.

    Args:
        case: what is known.
        advice: the answer to it.
        today: the day of the answer.
        skipped: facts to which the reader said "I don't know".
    """
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "saved_on": today.isoformat(),
        "policy": {"version": advice.policy.version, "digest": advice.policy.digest},
        "facts": {**case.as_data(), **dict.fromkeys(skipped, NOT_KNOWN)},
        "answer": {"headline": advice.headline, "lines": [line._asdict() for line in answer_lines(advice)]},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def answer_lines(advice: Advice) -> tuple[AnswerLine, ...]:
    """Give what an advice tells the reader, line by line, in its order."""
    return tuple(_lines(advice))


def open_case_file(text: str, today: date) -> Opened | list[FactError]:
    """Read a case file, or a JSON object that holds only facts, as `makegood assess` takes it.

    Args:
        text: what the file holds; any text.
        today: days of the case that lie after it are errors.

    Returns:
        The case with what changed since it was saved, or everything that is wrong, in sentences.
    """
    if len(text) > LARGEST:
        return [_wrong(f"This file is too long for a case file: {len(text)} characters. Choose the file you saved.")]
    if _depth(text) > DEEPEST:
        return [_wrong(f"{_NOT_OURS} It is nested too deeply.")]
    read = read_json(text)
    if isinstance(read, list):
        return [error._replace(message=f"{_NOT_OURS} {error.message}") for error in read]
    if is_case_file(read):
        case = case_in(read, today)
        return case if isinstance(case, list) else _compared(case, read.value)
    old = isinstance(read.value, dict) and version_1.is_of_version_1(read.value)
    told = version_1.read(read.value) if old else version_1.Read(read.value, ())
    case = case_of(read._replace(value=told.facts), today)
    return case if isinstance(case, list) else Opened(case, _skipped(told.facts), again=told.again)


def is_case_file(read: Json) -> bool:
    """Say whether this is a file of Makegood's, and not an object with the facts alone."""
    return isinstance(read.value, dict) and "format" in read.value


def case_in(read: Json, today: date) -> Case | list[FactError]:
    """Give the case that a case file holds, without its old answer, or everything that is wrong with it today."""
    if refused := [*read.repeats, *_refused(read.value)]:
        return refused
    return case_of(Json(_told(read.value).facts), today)


def _told(content: Mapping[str, Any]) -> version_1.Read:
    """Give the facts that a case file holds, in today's words."""
    facts = content["facts"]
    return version_1.read(facts) if content["format_version"] == _OLD_VERSION else version_1.Read(facts, ())


def _depth(text: str) -> int:
    """Say how deeply brackets nest in a JSON text, without reading it.

    In a browser a text that is nested a hundred thousand times ends WebAssembly itself, before Python can refuse it.
    """
    depth = deepest = 0
    in_text = False
    for found in re.finditer(r'\\.|["\[\]{}]', text, re.DOTALL):
        mark = found[0]
        if mark == '"':
            in_text = not in_text
        elif not in_text and mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif not in_text and mark in "]}":
            depth -= 1
    return deepest


def _refused(content: Mapping[str, Any]) -> Iterator[FactError]:
    """Say why this object is not a case file that can be opened."""
    if content["format"] != FORMAT:
        yield _wrong("This is a file of another kind. Choose a case file that Makegood saved.")
    elif content.get("format_version") not in (_OLD_VERSION, FORMAT_VERSION) or isinstance(
        content["format_version"], bool
    ):
        yield _wrong("This case file was saved by a newer Makegood. Load the page again, or update the command.")
    elif not isinstance(content.get("facts"), dict):
        yield _wrong("This case file holds no facts, so there is nothing to open. Choose another file.")


def _compared(case: Case, content: Mapping[str, Any]) -> Opened:
    """Compare the old answer with what the policy says today about the same facts on the day on which it was saved."""
    saved_on, version, digest, old = _day(content), *_policy(content), _old_lines(content)
    told = _told(content)
    skipped, again = _skipped(told.facts), told.again
    if saved_on is None or version is None or digest is None or old is None:
        return Opened(case, skipped, saved_on, version, again=again)
    advice = answer(case, saved_on)
    if advice.policy.digest == digest:
        return Opened(case, skipped, saved_on, version, (), same_policy=True)
    return Opened(case, skipped, saved_on, version, changed_lines(old, answer_lines(advice)), again=again)


def _skipped(facts: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(fact for fact, value in facts.items() if value == NOT_KNOWN and fact in BY_NAME)


def changed_lines(old: tuple[AnswerLine, ...], new: tuple[AnswerLine, ...]) -> tuple[ChangedLine, ...]:
    """Say what differs between two answers: new and reworded lines in the new one's order, then those that are gone."""
    before = {(line.part, line.id): line.text for line in old}
    after = {(line.part, line.id): line.text for line in new}
    told = [ChangedLine(*key, before.get(key, ""), text) for key, text in after.items() if before.get(key) != text]
    return (*told, *(ChangedLine(*key, text, "") for key, text in before.items() if key not in after))


def _lines(advice: Advice) -> Iterator[AnswerLine]:
    for section in SECTIONS:
        if section.title:
            yield from (AnswerLine(section.name, *line) for line in section.lines(section.of(advice)))


def _day(content: Mapping[str, Any]) -> date | None:
    value = content.get("saved_on")
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _policy(content: Mapping[str, Any]) -> tuple[str | None, str | None]:
    policy = content.get("policy")
    if not isinstance(policy, dict):
        return None, None
    version, digest = policy.get("version"), policy.get("digest")
    fits = isinstance(version, str) and re.fullmatch(r"[0-9a-z.-]{1,20}", version)
    hashed = isinstance(digest, str) and re.fullmatch(r"[0-9a-f]{64}", digest)
    return version if fits else None, digest if hashed else None


def _old_lines(content: Mapping[str, Any]) -> tuple[AnswerLine, ...] | None:
    told = content.get("answer")
    lines = told.get("lines") if isinstance(told, dict) else None
    if not isinstance(lines, list) or len(lines) > _MOST_LINES:
        return None
    read = [_line(line) for line in lines]
    return None if None in read else tuple(line for line in read if line)


def _line(raw: Any) -> AnswerLine | None:
    if not isinstance(raw, dict) or raw.keys() != set(AnswerLine._fields):
        return None
    part, name, text = (raw[field] for field in AnswerLine._fields)
    if not all(isinstance(value, str) for value in (part, name, text)) or len(text) > _LONGEST_LINE:
        return None
    named = re.fullmatch(r"[a-z_]{1,20}", part) and re.fullmatch(r"[a-z0-9-]{1,80}", name)
    return AnswerLine(part, name, text) if named and text.isprintable() and text else None


def _wrong(message: str) -> FactError:
    return FactError(None, None, message)
