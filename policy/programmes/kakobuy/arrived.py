"""Kakobuy: how soon it wants to hear of a parcel that came."""

from typing import Final

from policy.facts import programme
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Door, Headline, Step, Way
from policy.language.rule import Rule
from policy.periods import kakobuy_report
from policy.programmes.buyers.parcel_came import first_words
from policy.programmes.buyers.scope import buying, not_written, parcel_came

here: Final[Condition] = buying & (programme == "kakobuy") & parcel_came

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kb-headline-report-today",
        here & first_words & ~sure(kakobuy_report == "over"),
        Headline("Take photos and write to Kakobuy today: others say that it wants to hear of it within 72 hours."),
        ("KK-10", "KB-01"),
    ),
    Rule(
        "kb-writes-to-kakobuy",
        here & first_words,
        Step("Write to Kakobuy, with the proof that you have.", by="kb-report-clock"),
        ("KK-10", "SR-20"),
    ),
    Rule(
        "kb-door-after-sales",
        here & not_written,
        Door(
            Way.PLATFORM,
            "Kakobuy's after-sales",
            "buyer",
            "Others say that Kakobuy wants to hear of it within 72 hours of delivery. Its own page counts: "
            "report today, whatever day it is.",
            "kakobuy_report",
            ("item-photos", "package-photos"),
        ),
        ("KK-10",),
    ),
    Rule(
        "kb-report-clock",
        here & first_words,
        Clock(
            "Report it to Kakobuy",
            "kakobuy_report",
            "The 72 hours are over. Report it all the same: Kakobuy's own page decides.",
            act="agent",
        ),
        ("KK-10",),
    ),
)
