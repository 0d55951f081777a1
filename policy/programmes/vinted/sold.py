"""Vinted, for sellers: whose label it was decides who claims, and in Canada silence has a day."""

from typing import Final

from policy.facts import buyer_country, platform_case, problem, programme, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.programmes.scope import platform_used, selling

here: Final[Condition] = selling & (programme == "vinted")
asked_in_canada: Final[Condition] = here & (platform_case == "open") & (buyer_country == "ca")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "vinted-headline-answer-in-canada",
        asked_in_canada,
        Headline("Answer in the case within three days, if you do not agree: after that Vinted decides without you."),
        ("VN-13",),
    ),
    Rule(
        "vinted-answers-in-canada",
        asked_in_canada,
        Step("Say in the case whether you agree, and why, with photos.", by="vinted-clock", through=Way.PLATFORM),
        ("VN-13",),
    ),
    Rule(
        "vinted-looks-whose-label",
        here & problem.is_in("not-received", "damaged") & ~sure(platform_used),
        Step("Look whose label it was: with Vinted's, ask Vinted to be paid; with your own, claim from the carrier."),
        ("VN-06", "VN-07"),
    ),
    Rule(
        "vinted-own-label-is-your-risk",
        here & problem.is_in("not-received", "damaged"),
        Warn("With a label of your own the buyer gets the money back all the same, and you claim from the carrier."),
        ("VN-07",),
    ),
    Rule(
        "vinted-clock",
        asked_in_canada,
        Clock(
            "Say in the case that you do not agree",
            "vinted_answer",
            "The three days are over, so Vinted decides. Answer all the same, if you still can.",
            met=reply.is_in("answered", "refused"),
        ),
        ("VN-13",),
    ),
)
"""Every rule of its own; all else is what holds for sellers anywhere."""
