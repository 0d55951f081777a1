"""Every buyer: what the law of the buyer's country gives against a business. Information, and no legal advice."""

from dataclasses import replace
from typing import Final

from policy.facts import buyer_country, seller_is
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Door, DoorState, Rung, Step, Way
from policy.language.rule import Rule
from policy.periods import eu_withdrawal, uk_rejection
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    from_shop,
    may_ask,
    not_received,
    not_through_agent,
    on_marketplace,
    on_the_way_back,
    parcel_came,
    talk_failed,
    through_agent,
)

trader: Final[Condition] = buying & (seller_is == "trader") & (from_shop | on_marketplace)
uk: Final[Condition] = trader & (buyer_country == "uk")
eu: Final[Condition] = trader & (buyer_country == "eu")

law_helps: Final[Condition] = (
    ((uk | eu) & (not_received | parcel_came))
    | (uk & on_the_way_back)
    | (trader & (buyer_country == "au") & parcel_came)
)
"""The law of the buyer's country stays open when all other ways went against it."""

_LAWS: Final = ("LW-18", "LW-20", "LW-40", "LW-44")


def then_the_law(rule: str, when: Condition, rung: Rung, cites: tuple[str, ...]) -> tuple[Rule, Rule]:
    """Make a step of the ladder after which nothing is left, and the same where the law of the country is."""
    law = replace(rung, next="The law of your country: it binds the seller.")
    return Rule(f"{rule}-law", when & law_helps, law, (*cites, *_LAWS)), Rule(rule, when, rung, cites)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-sellers-risk-uk",
        uk & not_received & talk_failed & may_ask,
        Step("Tell the seller that by law the parcel is at the seller's risk until you have it."),
        ("LW-18",),
    ),
    Rule(
        "buyer-door-law-agent",
        through_agent & ~sure(came_after_all),
        Door(
            Way.LAW,
            "Consumer law",
            "buyer",
            "Against a seller far away the law is hard to use: rely on your agent and on whoever took the payment.",
            state=DoorState.NONE,
        ),
        ("LW-49",),
    ),
    Rule(
        "buyer-door-law-private",
        not_through_agent & (seller_is == "private") & ~sure(came_after_all),
        Door(
            Way.LAW,
            "Consumer law",
            "buyer",
            "It does not reach sales between private people: what you agreed counts.",
            state=DoorState.NONE,
        ),
        ("LW-48",),
    ),
    Rule(
        "buyer-door-law-uk-nothing-came",
        uk & not_received,
        Door(
            Way.LAW,
            "The law of the United Kingdom",
            "buyer",
            "The parcel is at the seller's risk until you have it: the seller has to put it right. Information, and no "
            "legal advice.",
        ),
        ("LW-18",),
    ),
    Rule(
        "buyer-door-law-uk-return",
        uk & on_the_way_back,
        Door(
            Way.LAW,
            "The law of the United Kingdom",
            "buyer",
            "For a cancelled order the money is due 14 days after the goods came back, or after you showed that you "
            "posted them. Information, and no legal advice.",
        ),
        ("LW-27",),
    ),
    Rule(
        "buyer-door-law-eu-nothing-came",
        eu & not_received,
        Door(
            Way.LAW,
            "The law of the European Union",
            "buyer",
            "The seller has to deliver within 30 days, if no other time was agreed. If it is late, set one more "
            "fitting "
            "day; after that you can end the contract. Information, and no legal advice.",
        ),
        ("LW-34",),
    ),
    Rule(
        "buyer-door-law-uk",
        uk & parcel_came,
        Door(
            Way.LAW,
            "The law of the United Kingdom",
            "buyer",
            "For some weeks you can reject what is faulty and get the money back; later comes repair or another one. "
            "Information, and no legal advice.",
        ),
        ("LW-20", "LW-23"),
    ),
    Rule(
        "buyer-uk-rejection-clock",
        uk & parcel_came,
        Clock(
            "Reject what is faulty under the law",
            uk_rejection.name,
            "The seller now repairs it or sends another one first.",
        ),
        ("LW-20", "LW-23"),
    ),
    Rule(
        "buyer-door-law-eu",
        eu & parcel_came,
        Door(
            Way.LAW,
            "The law of the European Union",
            "buyer",
            "For at least two years: repair or another one first, then money. For any reason you can send an online "
            "order back within 14 days. Information, and no legal advice.",
        ),
        ("LW-40", "LW-35"),
    ),
    Rule(
        "buyer-eu-withdrawal-clock",
        eu & parcel_came,
        Clock(
            "Send an online order back for any reason under the law",
            eu_withdrawal.name,
            "For what is faulty the seller still owes repair or another one.",
        ),
        ("LW-35", "LW-40"),
    ),
    Rule(
        "buyer-door-law-au",
        trader & (buyer_country == "au") & parcel_came,
        Door(
            Way.LAW,
            "The law of Australia",
            "buyer",
            "With a major problem you choose between the money and another one. Information, and no legal advice.",
        ),
        ("LW-44",),
    ),
    Rule(
        "buyer-door-law-seller-unknown",
        on_marketplace & (parcel_came | not_received) & ~seller_is.is_given,
        Door(
            Way.LAW,
            "Consumer law",
            "buyer",
            "It reaches businesses only: is the seller one?",
            state=DoorState.NOT_KNOWN,
            asks="seller_is",
        ),
        ("LW-48",),
    ),
    Rule(
        "buyer-door-law-country-unknown",
        trader & (parcel_came | not_received) & ~buyer_country.is_given,
        Door(
            Way.LAW,
            "Consumer law",
            "buyer",
            "It depends on where you live.",
            state=DoorState.NOT_KNOWN,
            asks="buyer_country",
        ),
        ("LW-48",),
    ),
)
