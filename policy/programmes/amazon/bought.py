"""Amazon, for buyers: the guarantee for what a seller there sold and shipped."""

from typing import Final

from policy.facts import fulfilment, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Step
from policy.language.rule import Rule
from policy.programmes.buyers.marketplace_case import CaseWords, case_rules
from policy.programmes.buyers.scope import buying, higher_up
from policy.programmes.marketplaces import DAYS
from policy.programmes.scope import settled

nothing_came, not_right = (days for days in DAYS if days.marketplace == "amazon")

sent_by_amazon: Final[Condition] = (
    buying & (nothing_came.here | not_right.here) & (fulfilment == "platform") & ~sure(higher_up) & ~sure(settled)
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "az-headline-sent-by-amazon",
        sent_by_amazon & ~sure(reply == "offered"),  # then the offer is answered
        Headline("Amazon sent it itself, so ask Amazon's customer service on the order's page, not a seller."),
        ("AZ-13",),
    ),
    Rule(
        "az-asks-customer-service",
        sent_by_amazon,
        Step("Ask Amazon's customer service on the order's page: what is wrong, since when, and what you want."),
        ("AZ-13",),
    ),
    *case_rules(
        "az-nothing-came",
        nothing_came,
        CaseWords(
            name="Amazon's guarantee for sellers there",
            why="For what a seller sold and shipped. What Amazon itself sold goes to its customer service. "
            "A chargeback "
            "ends this right.",
            early="Not yet: write to the seller through the order today and give 48 hours; Amazon takes a claim from "
            "three days after the last day of delivery.",
            closing="Ask Amazon for the refund now, on the order's page: the seller had the time to answer.",
            over="Amazon's days for a claim are over: write to the seller, and look at the way that you paid.",
            opening="Ask for the refund on the order's page.",
            late="Amazon's days are over. Ask its customer service all the same, and look at the way that you paid.",
            shut="Do not ask your bank for a chargeback first: it ends your right to Amazon's refund.",
        ),
        ("AZ-10", "AZ-12", "AZ-11", "AZ-13", "AZ-14"),
    ),
    *case_rules(
        "az-not-right",
        not_right,
        CaseWords(
            name="Amazon's guarantee for sellers there",
            why="For what a seller sold and shipped: ask for a return first. What Amazon itself sold goes "
            "to its customer "
            "service. A chargeback ends this right.",
            early="",
            closing="Ask Amazon for the refund now, on the order's page: the seller had the time to answer.",
            over="Amazon's days for a claim are over: write to the seller, and look at the way that you paid.",
            opening="Ask for the refund on the order's page.",
            late="Amazon's days are over. Ask its customer service all the same, and look at the way that you paid.",
            shut="Do not ask your bank for a chargeback first: it ends your right to Amazon's refund.",
        ),
        ("AZ-10", "AZ-15", "AZ-13", "AZ-14"),
    ),
)
