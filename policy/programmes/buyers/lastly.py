"""Every buyer: what comes last, whatever happened: keep a record, and weigh whether to go on."""

from typing import Final

from policy.facts import platform_case, reply
from policy.language.conditions import sure
from policy.language.outcomes import Step, WalkAway
from policy.language.rule import Rule
from policy.programmes.buyers.scope import agent_investigates, buying, higher_up

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-keeps-a-record",
        buying & ~sure(agent_investigates),
        Step("Write down what happened, and keep every photo, message and piece of packaging."),
        ("SR-70",),
    ),
    *(
        Rule(
            name,
            buying & ((reply == "refused") | higher_up) & ~sure(platform_case == "decided-for-buyer"),
            WalkAway(text),
            (cite,),
        )
        for name, text, cite in (
            ("buyer-weighs-value-and-time", "Is the item worth the time that this still takes?", "SR-60"),
            ("buyer-weighs-the-sellers-history", "How has the seller treated other buyers?", "SR-61"),
            ("buyer-weighs-the-proof", "How strong is your proof?", "SR-62"),
            ("buyer-weighs-the-future", "Do you want to buy from this seller again?", "SR-63"),
        )
    ),
)
