"""Every buyer: the order was cancelled after it was sent."""

from typing import Final

from policy.cases.programmes import covering
from policy.language.conditions import sure
from policy.language.outcomes import Headline, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, cancelled, not_written

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-cancelled",
        buying & cancelled,
        Headline("Ask the seller now what happens with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-asks-about-the-parcel",
        buying & cancelled & not_written,
        Step("Ask the seller what to do with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
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
    sending(
        "buyer-send-cancelled-question",
        buying & cancelled & not_written,
        "buyer-cancelled-question",
    ),
)
