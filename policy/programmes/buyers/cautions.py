"""Every buyer: what not to do, and what to look out for."""

from typing import Final

from policy.cases.derived import weight_gap
from policy.cases.programmes import covering
from policy.facts import problem, reply
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    buying,
    cancelled,
    may_ask,
    not_written,
    parcel_came,
    seized,
    something_lost,
    video_held,
)

AVOID: Final = (
    Rule(
        "buyer-closes-nothing-on-a-promise",
        buying,
        Avoid(
            "Do not close a dispute on a promise: keep it open until the money or the replacement is there.",
            (Action.CLOSE_DISPUTE,),
        ),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-does-not-write-in-anger",
        buying,
        Avoid(
            "Do not write in anger, in slang or in long sentences: they probably read it through a translator.",
        ),
        ("KB-20",),
    ),
)

WARNINGS: Final = (
    Rule(
        "buyer-needs-a-video",
        buying & parcel_came & ~video_held & ~(reply == "agreed"),
        WarnAtStake(
            "Without a video of the unboxing, the seller or agent can say that it broke later, or that you took "
            "something out."
        ),
        ("KB-15",),
    ),
    Rule(
        "buyer-stays-calm",
        buying,
        Warn("Calm facts and solid proof make a good seller want to put it right."),
        ("KB-01", "KB-42"),
    ),
    Rule(
        "buyer-weight-is-normal",
        buying & something_lost & (weight_gap == "within-scatter"),
        Warn("The two weights are close enough to be the same, so they do not show that something is missing."),
        ("R-AN-02", "KB-12"),
    ),
    Rule(
        "buyer-cancelled-not-covered",
        buying & cancelled & ~sure(covering("buyer", "cancelled-after-shipment")),
        Warn(
            "No source here says what a buyer gets when a cancelled order was sent all the same, or by when. Ask the "
            "seller now what happens with the parcel."
        ),
        ("SR-70",),
    ),
    Rule(
        "buyer-held-is-not-lost",
        buying & seized & not_written,
        Warn(
            "A parcel that customs only holds is not lost. No source here says how long that takes or who pays: ask "
            "the carrier what customs waits for."
        ),
        ("SR-70",),
    ),
    Rule(
        "buyer-way-back-not-covered",
        buying & (problem == "wrong-item") & may_ask,
        Warn(
            "No source here says who pays for the way back. Look at the return terms that the seller gave you in "
            "writing, and ask before you send anything."
        ),
        ("SR-02",),
    ),
    Rule(
        "buyer-stays-on-good-terms",
        buying & (reply == "agreed"),
        Warn("If it went well: pay promptly, leave an honest review, and recommend the seller to others."),
        ("SR-40", "SR-41", "SR-42"),
    ),
    Rule(
        "buyer-comes-back",
        buying & (reply == "agreed"),
        Warn(
            "Sellers look after people who come back: their orders are handled first and packed better, problems are "
            "solved sooner, and new items are offered to them early."
        ),
        ("SR-44",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *AVOID,
    *WARNINGS,
)
"""In the order in which an answer lists them."""
