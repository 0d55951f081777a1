"""The check before you buy: what is known about a seller, to a graded verdict, its reasons, and what to ask next.

Eight indicators, four good signs (SR-01 to SR-04) and four red flags (SR-05 to SR-08), each answered with yes, no or
not at all. What is not known never counts for the seller, and a better answer never makes the verdict worse: `LEVELS`
only asks that something bad was seen *at most* so often, and something good *at least* so often.

>>> judged = check({"leaves_questions_unanswered": "yes"})
>>> judged.verdict.value, judged.reasons[0].cites
('doubtful', ('SR-05',))
>>> check({}).verdict.value
'not-known'
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from policy.case import FactError, Json, read_json
from policy.parsing import RefusedError, parse_value, shown
from policy.render import template
from policy.vocabulary import Choice, Value

type Answers = Mapping[str, str]
"""Name of an indicator -> "yes" or "no"; what is not known is left out."""


class Verdict(StrEnum):
    """What to think of a seller, worst first."""

    AVOID = "avoid"
    DOUBTFUL = "doubtful"
    NOT_KNOWN = "not-known"
    FAIR = "fair"
    RELIABLE = "reliable"


class Weight(StrEnum):
    """What an answer says about the seller, the heaviest first."""

    RED_FLAG = "red-flag"
    MISSING_SIGN = "missing-sign"
    GOOD_SIGN = "good-sign"
    NO_RED_FLAG = "no-red-flag"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing to find out about a seller before buying.

    `id` is the catalogue's statement behind it, `fact` its name and its question to the buyer. For a `red_flag` the
    good answer is no, otherwise yes. `for_seller` and `against` say what the good and the bad answer mean,
    `ask_seller` is the question to send, `look` how to find out without asking.
    """

    id: str
    fact: Choice
    red_flag: bool
    for_seller: str
    against: str
    ask_seller: str
    look: str

    @property
    def name(self) -> str:
        """The key of its answer."""
        return self.fact.name

    @property
    def good(self) -> str:
        """The answer that speaks for the seller."""
        return "no" if self.red_flag else "yes"

    @property
    def bad(self) -> str:
        """The answer that speaks against the seller."""
        return "yes" if self.red_flag else "no"

    def weight(self, answer: str) -> Weight:
        """Say what an answer, yes or no, weighs."""
        if self.red_flag:
            return Weight.RED_FLAG if answer == self.bad else Weight.NO_RED_FLAG
        return Weight.MISSING_SIGN if answer == self.bad else Weight.GOOD_SIGN


def _question(name: str, ask: str, why: str) -> Choice:
    return Choice(name, ask, why, (Value("yes", "Yes", ask), Value("no", "No", ask)))


INDICATORS: Final = (
    Indicator(
        "SR-01",
        _question(
            "answers_within_24_hours",
            "Does the seller answer within 24 hours?",
            "A seller who answers fast before the sale is easier to reach after it.",
        ),
        red_flag=False,
        for_seller="The seller answers within 24 hours.",
        against="The seller takes longer than 24 hours to answer.",
        ask_seller="How soon do you answer messages?",
        look="Send a question and note how long the answer takes.",
    ),
    Indicator(
        "SR-02",
        _question(
            "written_return_terms",
            "Do you have the return terms in writing?",
            "What is written down before the purchase can be shown later.",
        ),
        red_flag=False,
        for_seller="You have the return terms in writing.",
        against="You have no return terms in writing.",
        ask_seller="Please send me your return terms in writing.",
        look="Look for the return terms in the listing and in the seller's messages, and save them.",
    ),
    Indicator(
        "SR-03",
        _question(
            "packaging_has_good_record",
            "Do other buyers say that parcels arrive undamaged?",
            "How often this seller's parcels arrive damaged tells how yours will be packed.",
        ),
        red_flag=False,
        for_seller="Other buyers report that parcels arrive undamaged.",
        against="Other buyers report parcels that arrived damaged.",
        ask_seller="How do you pack this item? Please send me a photo of a packed parcel.",
        look="Read community reviews of this seller and count the parcels that arrived damaged.",
    ),
    Indicator(
        "SR-04",
        _question(
            "offers_shipping_protection",
            "Does the seller offer shipping protection or insurance?",
            "With it, a parcel that is lost or damaged on the way can be paid for.",
        ),
        red_flag=False,
        for_seller="The seller offers shipping protection or insurance.",
        against="The seller offers neither shipping protection nor insurance.",
        ask_seller="Can you ship with protection or insurance? What does it cost?",
        look="Look for shipping protection or insurance among the shipping options.",
    ),
    Indicator(
        "SR-05",
        _question(
            "leaves_questions_unanswered",
            "Do your questions before the purchase stay without an answer?",
            "A seller who is silent before you pay will hardly speak once something is wrong.",
        ),
        red_flag=True,
        for_seller="The seller answers your questions before the purchase.",
        against="Your questions before the purchase stay without an answer.",
        ask_seller="Please confirm the item, the size and the colour before I pay.",
        look="Go through your messages: is there an answer to each question?",
    ),
    Indicator(
        "SR-06",
        _question(
            "vague_return_policy",
            "Is the return policy vague?",
            "Vague terms are read in the seller's favour when it matters.",
        ),
        red_flag=True,
        for_seller="The return policy is clear.",
        against="The return policy is vague.",
        ask_seller="How many days do I have for a return? Who pays the return shipping? When do I get the money back?",
        look="Read the return policy: does it name the days, the costs and the refund?",
    ),
    Indicator(
        "SR-07",
        _question(
            "history_of_disputes",
            "Do community discussions tell of disputes with this seller?",
            "What happened to others before can happen to you.",
        ),
        red_flag=True,
        for_seller="You found no disputes with this seller in community discussions.",
        against="Community discussions tell of disputes with this seller.",
        ask_seller="What do you do when an item arrives damaged or is missing?",
        look="Search community discussions for the seller's name together with “dispute” and “refund”.",
    ),
    Indicator(
        "SR-08",
        _question(
            "refuses_extra_packaging",
            "Does the seller refuse additional packaging?",
            "More padding costs little, and a seller who refuses it leaves the risk to you.",
        ),
        red_flag=True,
        for_seller="The seller agrees to additional packaging.",
        against="The seller refuses additional packaging.",
        ask_seller="Can you add more padding and a strong box? What does it cost?",
        look="Look for a packaging option when you order.",
    ),
)
"""The eight indicators, in the catalogue's order."""


class Level(NamedTuple):
    """A verdict, and what it takes: bad answers at most, good answers at least.

    `raised` are red flags, `missing` good signs that the seller lacks; `ruled_out` are red flags known to be absent,
    `seen` good signs known to be there.
    """

    verdict: Verdict
    raised: int
    missing: int
    ruled_out: int
    seen: int


LEVELS: Final = (
    Level(Verdict.RELIABLE, raised=0, missing=0, ruled_out=4, seen=3),
    Level(Verdict.FAIR, raised=0, missing=1, ruled_out=2, seen=2),
    Level(Verdict.NOT_KNOWN, raised=0, missing=1, ruled_out=0, seen=0),
    Level(Verdict.DOUBTFUL, raised=0, missing=3, ruled_out=0, seen=0),
    Level(Verdict.DOUBTFUL, raised=1, missing=1, ruled_out=0, seen=0),
    Level(Verdict.AVOID, raised=4, missing=4, ruled_out=0, seen=0),
)
"""Best first; the first that is reached is the verdict. The last is always reached."""

SAID: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.RELIABLE: (
        "This seller looks reliable: the good signs are there, and every red flag is ruled out.",
        "Save the seller's answers and return terms before you order.",
    ),
    Verdict.FAIR: (
        "This seller looks fair: more speaks for the seller than against, but something is still open.",
        "Settle the open points below first, and save the answers.",
    ),
    Verdict.NOT_KNOWN: (
        "Not known yet: too little is known to judge this seller.",
        "Ask the questions below before you pay. If no answer comes, count that as a red flag.",
    ),
    Verdict.DOUBTFUL: (
        "This seller is doubtful: do not pay before the points below are settled.",
        "Ask the questions below, and get the answers in writing. If they stay open, choose another seller.",
    ),
    Verdict.AVOID: (
        "Better choose another seller: too much speaks against this one.",
        "If it has to be this seller, get an answer to each question below in writing before you pay.",
    ),
}
"""For each verdict the sentence to remember, and what to do with it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer and what it weighs. `id` is the indicator's name, `cites` the statement behind it."""

    id: str
    weighs: Weight
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """What to ask the seller about one indicator, how to find out without asking, and why it matters."""

    id: str
    text: str
    look: str
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SellerCheck:
    """The verdict on a seller with everything behind it.

    `reasons` begin with what weighs most against the seller. `ask` has a question for each indicator that is unknown
    or speaks against the seller, the most telling first; `message` holds them all, ready to send, and is empty when
    nothing is left to ask. `cites` are all statements behind it, sorted.
    """

    verdict: Verdict
    headline: str
    text: str
    reasons: tuple[Reason, ...]
    ask: tuple[NextQuestion, ...]
    message: str
    cites: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give the check as a JSON object."""
        return {
            "verdict": self.verdict.value,
            "headline": self.headline,
            "text": self.text,
            "reasons": [
                {"id": reason.id, "weighs": reason.weighs.value, "text": reason.text, "cites": list(reason.cites)}
                for reason in self.reasons
            ],
            "ask": [
                {"id": item.id, "text": item.text, "look": item.look, "why": item.why, "cites": list(item.cites)}
                for item in self.ask
            ],
            "message": self.message,
            "cites": list(self.cites),
        }


def check(answers: Answers) -> SellerCheck:
    """Judge a seller by the answers on the indicators; any of them may be missing."""
    verdict = grade(answers)
    headline, text = SAID[verdict]
    ask = tuple(_next_questions(answers))
    return SellerCheck(
        verdict,
        headline,
        text,
        tuple(_reasons(answers)),
        ask,
        _message(ask),
        tuple(indicator.id for indicator in INDICATORS),
    )


def grade(answers: Answers) -> Verdict:
    """Give the verdict alone."""
    weights = [_weight(indicator, answers) for indicator in INDICATORS]
    raised, missing = weights.count(Weight.RED_FLAG), weights.count(Weight.MISSING_SIGN)
    ruled_out, seen = weights.count(Weight.NO_RED_FLAG), weights.count(Weight.GOOD_SIGN)
    return next(
        level.verdict
        for level in LEVELS
        if raised <= level.raised and missing <= level.missing and ruled_out >= level.ruled_out and seen >= level.seen
    )


def read_answers(text: str) -> Answers | list[FactError]:
    """Read answers from JSON text; see `parse_answers`."""
    if not text.strip():
        return [FactError(None, "", f"The input is empty. Send one JSON object with the answers, like {_EXAMPLE}.")]
    raw = read_json(text)
    if not isinstance(raw, Json):
        return raw
    answers = parse_answers(raw.value)
    if isinstance(answers, list):
        return [*raw.repeats, *answers]
    return list(raw.repeats) or answers


def parse_answers(raw: Any) -> Answers | list[FactError]:
    """Check a JSON object of answers, or list everything that is wrong with it.

    A key is an indicator's name, or the id of the statement behind it (SR-01 to SR-08). An answer is "yes" or "no";
    `None` and "unknown" count as left out.
    """
    if not isinstance(raw, Mapping):
        return [FactError(None, None, f"Send one JSON object with the answers, like {_EXAMPLE}.")]
    errors = [_unknown_indicator(name, value) for name, value in raw.items() if name not in _BY_KEY]
    answers: dict[str, str] = {}
    for indicator in INDICATORS:
        keys = [key for key in (indicator.name, indicator.id) if key in raw]
        if len(keys) > 1:
            message = f"{indicator.name} and {indicator.id} are the same indicator. Keep one of the two."
            errors.append(FactError(indicator.name, raw[indicator.id], message))
        for key in keys:
            try:
                if raw[key] is not None and raw[key] != "unknown":
                    answers[indicator.name] = parse_value(indicator.fact, raw[key])
            except RefusedError as refused:
                errors.append(FactError(key, refused.value, refused.message))
    return errors or answers


def check_text(judged: SellerCheck) -> str:
    """Write a check as plain text, its sources in square brackets."""
    return template("seller_check.txt").render(check=judged, weight_words=WEIGHT_WORDS)


def check_html(judged: SellerCheck, *, root: str | None = None, prefix: str = "seller-check", level: int = 3) -> str:
    """Write a check as HTML.

    Args:
        judged: what to show.
        root: relative path to the site's top, so that sources can be opened; None names them only.
        prefix: makes the ids in the HTML unique on its page.
        level: the heading level to start with.
    """
    return template("seller_check.html").render(
        check=judged, weight_words=WEIGHT_WORDS, root=root, prefix=prefix, level=level
    )


WEIGHT_WORDS: Final = {
    Weight.RED_FLAG: "Red flag",
    Weight.MISSING_SIGN: "Missing",
    Weight.GOOD_SIGN: "Good",
    Weight.NO_RED_FLAG: "Good",
}
"""How a reason begins."""

_EXAMPLE: Final = '{"answers_within_24_hours": "yes"}'
_BY_KEY: Final = {key: indicator for indicator in INDICATORS for key in (indicator.name, indicator.id)}
_HEAVIEST_FIRST: Final = list(Weight)
_WORST_FIRST: Final = list(Verdict)


def _weight(indicator: Indicator, answers: Answers) -> Weight | None:
    answer = answers.get(indicator.name)
    return indicator.weight(answer) if answer else None


def _reasons(answers: Answers) -> list[Reason]:
    """List what is known, what weighs most against the seller first."""
    known = [(indicator, weight) for indicator in INDICATORS if (weight := _weight(indicator, answers))]
    known.sort(key=lambda pair: _HEAVIEST_FIRST.index(pair[1]))
    return [
        Reason(
            indicator.name,
            weight,
            indicator.against if weight in (Weight.RED_FLAG, Weight.MISSING_SIGN) else indicator.for_seller,
            (indicator.id,),
        )
        for indicator, weight in known
    ]


def _next_questions(answers: Answers) -> Iterable[NextQuestion]:
    """List what is unknown or speaks against the seller, the most telling first, red flags before good signs."""
    unsettled = [indicator for indicator in INDICATORS if answers.get(indicator.name) != indicator.good]
    unsettled.sort(key=lambda indicator: (-_telling(indicator, answers), not indicator.red_flag))
    for indicator in unsettled:
        yield NextQuestion(indicator.name, indicator.ask_seller, indicator.look, indicator.fact.why, (indicator.id,))


def _telling(indicator: Indicator, answers: Answers) -> int:
    """Count the verdicts that lie between the worst and the best answer on this indicator, all others unchanged."""
    best, worst = (grade({**answers, indicator.name: answer}) for answer in (indicator.good, indicator.bad))
    return _WORST_FIRST.index(best) - _WORST_FIRST.index(worst)


def _message(ask: tuple[NextQuestion, ...]) -> str:
    if not ask:
        return ""
    questions = "\n".join(f"{number}. {item.text}" for number, item in enumerate(ask, 1))
    opening = "I have a question before I order." if len(ask) == 1 else "I have some questions before I order."
    return f"Hello,\n\n{opening}\n\n{questions}\n\nThank you for your answer."


def _unknown_indicator(name: str, value: Any) -> FactError:
    message = f"{shown(name)} is not an indicator. Use: {', '.join(indicator.name for indicator in INDICATORS)}."
    return FactError(shown(name), value, message)
