"""A marketplace's own case, for buyers: the same rules for each marketplace that states its days."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from policy.facts import problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Clock, Door, Headline, Step, Way
from policy.language.rule import Rule
from policy.programmes.buyers.scope import buying, decided, higher_up, may_ask, not_written, talk_failed
from policy.programmes.marketplaces import Days
from policy.programmes.scope import payment_used, platform_ended


class CaseWords(NamedTuple):
    """What a marketplace's own case is called, and what its buyers are told.

    `name` is the door's name, `why` what it can do. `early`, `closing` and `over` are the headlines while it is too
    early, when it is the next door, and once its days are over; `opening` is the step that opens it, and `late` says
    what is still possible. `shut` says what would end this way; empty where nothing does.
    """

    name: str
    why: str
    early: str
    closing: str
    over: str
    opening: str
    late: str
    shut: str = ""


under_way: Final[Condition] = (problem == "not-received") & tracking.is_in(
    "not-scanned", "in-transit", "stalled", "waiting-for-collection"
)


def case_rules(prefix: str, days: Days, words: CaseWords, cites: tuple[str, ...]) -> Iterator[Rule]:
    """Make the rules of a marketplace's own case.

    Args:
        prefix: begins the rules' ids.
        days: for which problem, and in which period.
        words: what readers are told.
        cites: the sources behind it.
    """
    here = buying & days.here
    unused = here & ~sure(higher_up)
    period = days.period
    has_start = any(value.name == "early" for value in period.values)
    usable = unused & ~sure(period == "over") & may_ask
    if has_start:
        usable = usable & ~sure(period == "early")
    # A parcel that is still on its way starts no days, so what is to be done at once is not due yet.
    leads = usable & ~sure(under_way) if days.at_once else usable & talk_failed
    if has_start:
        yield Rule(
            f"{prefix}-open-it-later", unused & (period == "early"), Step(words.opening, after=period.name), cites
        )
        yield Rule(f"{prefix}-headline-early", unused & (period == "early") & not_written, Headline(words.early), cites)
    yield Rule(f"{prefix}-headline-open", leads, Headline(words.closing, Way.PLATFORM), cites)
    yield Rule(
        f"{prefix}-headline-over",
        unused & (period == "over") & ~sure(talk_failed) & ~sure(reply == "offered"),
        Headline(words.over),
        cites,
    )
    yield Rule(f"{prefix}-open-it", leads, Step(words.opening, by=f"{prefix}-clock", through=Way.PLATFORM), cites)
    if words.shut:
        yield Rule(
            f"{prefix}-one-way-only",
            sure(here) & ~sure(payment_used) & ~sure(platform_ended) & ~sure(period == "over"),
            Avoid(words.shut),
            cites,
        )
    yield Rule(
        f"{prefix}-door",
        here & ~sure(decided),
        Door(Way.PLATFORM, words.name, "buyer", words.why, period.name, ("order-number", "messages")),
        cites,
    )
    yield Rule(
        f"{prefix}-clock",
        here & ~sure(payment_used) & ~sure(decided),
        Clock(words.opening.rstrip("."), period.name, words.late, met=higher_up),
        cites,
    )
