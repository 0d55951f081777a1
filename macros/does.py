"""What a rule does, in words: for the reference, where a rule stands by itself."""

from functools import singledispatch

from policy.explain.words import in_words
from policy.facts import BY_NAME, evidence
from policy.language.conditions import NEVER
from policy.language.outcomes import (
    ASK_WORDS,
    PARTY_WORDS,
    STRENGTH_WORDS,
    WAY_WORDS,
    Action,
    Avoid,
    Clock,
    Door,
    Grade,
    Headline,
    Outcome,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Support,
    Way,
    state_in_words,
)
from policy.language.rule import Rule
from policy.language.sentences import in_a_list
from policy.periods import PERIODS, Period


def does(rule: Rule) -> list[str]:
    """Say what a rule does, a sentence each; the words that readers see come first.

    >>> from policy import rulebook
    >>> does(rulebook().by_id["kx-wait-for-inspection"])
    ['Wait until the inspection and the review are finished.']
    """
    gives = rule.gives
    said = [gives.says, *_more(gives)]
    if gives.cautious:
        said.append("It also shows while its condition is not known yet.")
    if rule.also:
        said.append(f"It also cites {', '.join(rule.also.cites)} if {in_words(rule.also.when)}.")
    if gives.single:
        said.append("Of several such rules the first that holds counts.")
    return [sentence for sentence in said if sentence]


@singledispatch
def _more(_gives: Outcome) -> list[str]:
    return []


@_more.register
def _(gives: Responsible) -> list[str]:
    return [PARTY_WORDS[gives.party]]


@_more.register
def _(gives: Step) -> list[str]:
    by = f"Its last day comes from {gives.by}." if gives.by else ""
    after = f"It waits for the first day on which you can {_doing(gives.after)}." if gives.after else ""
    return [by, after, _goes(gives.through), f"It sets in motion: {_listed(gives.does)}." if gives.does else ""]


@_more.register
def _(gives: Headline) -> list[str]:
    return [_goes(gives.through)]


@_more.register
def _(gives: Avoid) -> list[str]:
    return [f"It forbids: {_listed(gives.forbids)}." if gives.forbids else ""]


@_more.register
def _(gives: Proof) -> list[str]:
    return [f"The proof {gives.item} is {'needed' if gives.needed else 'helpful'}."]


@_more.register
def _(gives: Grade) -> list[str]:
    return [f"The proof is: {STRENGTH_WORDS[gives.strength]}."]


@_more.register
def _(gives: Remedy) -> list[str]:
    asks = ", or ".join(ASK_WORDS[ask][:1].lower() + ASK_WORDS[ask][1:] for ask in gives.ask)
    fair = f"Fair: {asks}." if asks else ""
    return [fair, f"Tier {gives.tier}." if gives.tier else ""]


@_more.register
def _(gives: Clock) -> list[str]:
    met = f"It is done if {in_words(gives.met)}." if gives.met != NEVER else ""
    return [f"{gives.what}: {_days(PERIODS[gives.period])}", met, gives.late]


@_more.register
def _(gives: Door) -> list[str]:
    days = _days(PERIODS[gives.period]) if gives.period else ""
    needs = in_a_list([evidence.value(item).clause for item in gives.needs]) if gives.needs else ""
    shuts = in_a_list([WAY_WORDS[way] for way in gives.shuts]) if gives.shuts else ""
    decides = f"It is not known before the answer to “{BY_NAME[gives.asks].ask}”." if gives.asks else ""
    return [
        f"The way: {gives.name}, for the {gives.who}.",
        f"It stands: {state_in_words(gives.way, gives.state).lower()}." if gives.state else "",
        f"Its days: {days}" if days else "",
        f"It needs {needs}." if needs else "",
        f"Using it shuts {shuts}." if shuts else "",
        decides,
    ]


@_more.register
def _(gives: Rung) -> list[str]:
    rung = f"Rung {gives.rung}: " if gives.rung else ""
    return [f"{rung}{gives.now} Next: {gives.next} {gives.next_when}"]


@_more.register
def _(gives: Send) -> list[str]:
    return [f"The message {gives.message} is ready to send.", _goes(gives.through)]


@_more.register
def _(gives: Support) -> list[str]:
    return [f"Write to support, with: {' '.join(gives.include)}"]


def _goes(through: Way | None) -> str:
    return f"It goes through {WAY_WORDS[through]}." if through else ""


def _doing(period: str) -> str:
    """Say what a period is the time for: its words are "it is the time to …"."""
    return PERIODS[period].value("running").clause.partition("the time to ")[2]


def _days(period: Period) -> str:
    """Say from when and until when something can be done."""
    opens, closes = period.opens, period.closes
    length = f"for {opens.length} after {opens.words}" if opens and opens.length[:2] != "0 " else ""
    first = f"not {length}" if length else f"not before the day after {opens.words}" if opens else ""
    last = f"{closes.length}, counted from {closes.words}" if closes else ""
    return f"{'; '.join(filter(None, (first, last)))}."


def _listed(actions: tuple[Action, ...]) -> str:
    return ", ".join(action.value.replace("-", " ") for action in actions)
