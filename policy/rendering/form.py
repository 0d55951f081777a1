"""The questions as a form: which are open, which are answered, and what can be answered to each."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from policy.cases.case import Case, contradictions
from policy.days import day_in_words
from policy.engine.advice import Advice
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import NOT_KNOWN, Choice, Fact, Grams, Items, Value
from policy.rendering.environment import template
from policy.rendering.field import Field, Option, OptionGroup, field_for


class FormQuestion(NamedTuple):
    """A question as the form shows it: what to fill in, why we ask, and the answer given so far, in words.

    `skipped` says that this answer is "I don't know".
    """

    field: Field
    why: str
    said: str
    skipped: bool = False


class OpenQuestions(NamedTuple):
    """The question that is asked next, and the others that are open."""

    first: Any
    more: Any


def questions_html(
    advice: Advice, case: Case, *, skipped: Collection[str] = (), preset: Collection[str] = (), prefix: str = "advice"
) -> str:
    """Write the form: the answered questions, each to be changed, then the open ones, the most telling first.

    Args:
        advice: the answer so far; its questions are the open ones.
        case: what is known so far.
        skipped: facts to which the reader said "I don't know"; they move to the answered ones.
        preset: facts that the page has fixed; they are not shown.
        prefix: makes the ids in the HTML unique on its page.
    """
    why = {question.fact: question.why for question in advice.questions}
    shown = [fact for fact in FACTS if fact.decides and fact.name not in preset]
    answered = [
        _question(fact, case, why.get(fact.name, ""), skipped=fact.name in skipped)
        for fact in shown
        if not isinstance(fact, Items) and (fact.name in case.given or fact.name in skipped)
    ]
    still_open = [
        _question(BY_NAME[question.fact], case, question.why, skipped=False)
        for question in advice.questions
        if question.fact not in (*skipped, *preset) and not isinstance(BY_NAME[question.fact], Items)
    ]
    # A list is ticked item by item, so it stands in the answer: see policy/rendering/checklist.py.
    lists = [fact for fact in shown if isinstance(fact, Items) and (fact.name in why or fact.name in case.given)]
    unsure = any(question.fact in skipped for question in advice.questions)
    return write_questions(
        answered=answered,
        open=OpenQuestions(still_open[0], tuple(still_open[1:])) if still_open else None,
        left="" if still_open else left_to_say(unsure=unsure, lists=bool(lists)),
        prefix=prefix,
    )


def write_questions(**parts: Any) -> str:
    """Fill the template of the form; what may be missing in `parts` is falsy or a `Later`."""
    return template("questions.html").render(parts)


def left_to_say(*, unsure: bool, lists: bool) -> str:
    """Say what could still change the answer where no question is open."""
    if unsure:
        return "No more questions. What you do not know could still change this answer."
    if lists:
        return "No more questions. Your proof can still change this answer: tick what you have."
    return "No more questions: nothing else can change this answer."


def _question(fact: Fact, case: Case, why: str, *, skipped: bool) -> FormQuestion:
    options = tuple(option(fact, value, case, skipped=skipped) for value in offers(fact))
    field = field_for(fact, str(case.known.get("side")))._replace(
        value=typed(fact, case), options=options, groups=groups(fact)
    )
    return FormQuestion(field, why, said(fact, case, skipped=skipped), skipped)


def offers(fact: Fact) -> tuple[Value | None, ...]:
    """List what can be clicked as the answer to a fact; None, the last, stands for "I don't know"."""
    return (*fact.values, None) if isinstance(fact, Choice) else (None,)


def groups(fact: Fact) -> tuple[OptionGroup, ...]:
    """Put what can be clicked below the headings of its values, in the order in which these come up."""
    places: dict[str, list[int]] = {}
    for place, value in enumerate(offers(fact)):
        places.setdefault(value.group if value else "", []).append(place)
    return tuple(OptionGroup(title, tuple(found)) for title, found in places.items())


def fits(fact: Fact, value: str, case: Case) -> bool:
    """Say whether a value of a fact contradicts nothing else in a case."""
    return not contradictions(case.but(fact.name, value), fact.name)


def option(
    fact: Fact,
    value: Value | None,
    case: Case,
    *,
    skipped: bool,
    fits: Callable[[Fact, str, Case], bool] = fits,
) -> Option | None:
    """Make one answer to click, if it `fits` the rest of the case."""
    given = case.given.get(fact.name)
    side = str(case.known.get("side"))
    match fact, value:
        case _, None:
            return Option(NOT_KNOWN, "I don't know", skipped)
        case Choice(), Value():
            is_offered = value.only in ("", side) and (value.name == given or fits(fact, value.name, case))
            return Option(value.name, value.label_for(side), value.name == given) if is_offered else None
    return None


def typed(fact: Fact, case: Case) -> str:
    """Give what stands in the field of a fact."""
    value = case.given.get(fact.name)
    return "" if value is None or isinstance(fact, Items) else str(value)


def said(fact: Fact, case: Case, *, skipped: bool) -> str:
    """Say the answer that was given to a question."""
    given = case.given.get(fact.name)
    if skipped or given is None:
        return "I don't know"
    if isinstance(fact, Choice):
        return fact.value(str(given)).label_for(str(case.known.get("side")))
    if isinstance(fact, Grams):
        return f"{given} g"
    day = case.day(fact.name)
    return day_in_words(day) if day else str(given)
