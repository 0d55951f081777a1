"""What a rule does, in words: for the reference, where a rule stands by itself."""

from functools import singledispatch

from policy.explain.words import in_words
from policy.language.outcomes import (
    ASK_WORDS,
    PARTY_WORDS,
    STRENGTH_WORDS,
    Action,
    Avoid,
    Clock,
    Grade,
    Outcome,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Support,
)
from policy.language.rule import Rule
from policy.sources.windows import windows


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
    return [by, f"It sets in motion: {_listed(gives.does)}." if gives.does else ""]


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
    window = windows().get(gives.window)
    length = window.length if window else f"{gives.limit} {gives.unit.replace('-', ' ')}"
    return [f"{gives.what}: {length}, counted from {window.start if window else gives.start}.", gives.late]


@_more.register
def _(gives: Rung) -> list[str]:
    rung = f"Rung {gives.rung}: " if gives.rung else ""
    return [f"{rung}{gives.now} Next: {gives.next} {gives.next_when}"]


@_more.register
def _(gives: Send) -> list[str]:
    return [f"The message {gives.message} is ready to send."]


@_more.register
def _(gives: Support) -> list[str]:
    return [f"Write to support, with: {' '.join(gives.include)}"]


def _listed(actions: tuple[Action, ...]) -> str:
    return ", ".join(action.value.replace("-", " ") for action in actions)
