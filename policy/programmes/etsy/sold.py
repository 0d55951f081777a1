"""Etsy, for sellers: two days to answer a help request, who pays in the end, and one way only."""

from typing import Final

from policy.cases.derived import etsy_cover
from policy.facts import platform_case, problem, programme, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Clock, Door, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.programmes.scope import parcel_came, payment_runs, payment_used, platform_runs, platform_used, selling

here: Final[Condition] = selling & (programme == "etsy")
asked_for_help: Final[Condition] = here & (reply == "waiting") & ~sure(platform_used) & ~sure(payment_used)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "etsy-headline-help-request",
        asked_for_help & (problem == "not-received"),
        Headline(
            "Answer the help request on Etsy within two days, with the tracking and what you find out; refund "
            "nothing yet."
        ),
        ("ET-02", "ET-05"),
    ),
    Rule(
        "etsy-headline-answer",
        asked_for_help,
        Headline("Answer the help request on Etsy within two days; after that the buyer can open a case."),
        ("ET-02",),
    ),
    Rule(
        "etsy-answers-the-help-request",
        asked_for_help,
        Step("Answer on Etsy, where the buyer wrote, and say what you do and until when.", by="etsy-help-clock"),
        ("ET-02",),
    ),
    Rule(
        "etsy-shows-the-address",
        here & platform_runs,
        Step("Show in the case that it went to the address on Etsy: the label, and the tracking."),
        ("ET-10",),
    ),
    Rule(
        "etsy-no-refund-before-etsy-looked",
        here & (problem == "not-received") & ~sure(platform_case == "decided-for-buyer"),
        Avoid(
            "Do not refund before it is clear whether Etsy pays the buyer itself: what you paid then stays paid.",
            (Action.REFUND,),
        ),
        ("ET-05",),
    ),
    Rule(
        "etsy-may-pay",
        here & (etsy_cover == "within"),
        Warn(
            "Up to 250 US dollars with shipping and tax, Etsy may pay the buyer itself and leave you the money, if you "
            "met its conditions. Ask for that in the case."
        ),
        ("ET-05",),
    ),
    Rule(
        "etsy-may-pay-in-its-busy-months",
        here & (etsy_cover == "announced"),
        Warn(
            "Your order is from November or December. For these Etsy has announced 500 US dollars instead of 250: look "
            "at this year's notice. Then it may pay the buyer itself and leave you the money."
        ),
        ("ET-06", "ET-05"),
    ),
    Rule(
        "etsy-does-not-pay",
        here & (etsy_cover == "above"),
        Warn("The order costs more than Etsy pays for itself, so a case that goes against you is yours to pay."),
        ("ET-05", "ET-07"),
    ),
    Rule(
        "etsy-cover-not-known",
        here & ~etsy_cover.is_given,
        Warn("Up to 250 US dollars Etsy may pay the buyer itself, and more in some months: the price decides."),
        ("ET-05", "ET-06"),
    ),
    Rule(
        "etsy-one-way-only",
        here & (payment_runs | platform_runs),
        Warn("If the buyer goes to the bank, the case on Etsy is closed, and the bank decides."),
        ("ET-09",),
    ),
    Rule(
        "etsy-door-case",
        here & ((problem == "not-received") | parcel_came) & ~sure(platform_used),
        Door(
            Way.PLATFORM,
            "A case on Etsy",
            "buyer",
            "Only the buyer opens it, in these days and two days after asking you for help. Then you answer in it.",
            period="etsy_case",
        ),
        ("ET-03", "ET-01"),
    ),
    Rule(
        "etsy-help-clock",
        asked_for_help,
        Clock(
            "Answer the help request on Etsy",
            "etsy_answer",
            "The two days are over, so the buyer can open a case now. Answer today all the same.",
        ),
        ("ET-02",),
    ),
)
"""Every rule of its own; all else is what holds for sellers anywhere."""
