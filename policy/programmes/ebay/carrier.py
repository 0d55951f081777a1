"""eBay, for sellers: the carrier's own days, where a source has them, and its search for the parcel."""

from typing import Final

from policy.facts import carrier, handed_over, insured, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Proof, Warn
from policy.language.rule import Rule
from policy.periods import due
from policy.programmes.ebay.scope import gone_missing, not_received, scanned_as_delivered, selling, undecided
from policy.programmes.scope import carrier_asked, parcel_came
from policy.programmes.sellers.carrier import carrier_rules
from policy.programmes.sellers.scope import by_the_carrier

came: Final[Condition] = selling & parcel_came
hurt: Final[Condition] = selling & by_the_carrier
not_here: Final[Condition] = not_received & undecided & ~sure(handed_over == "no")
lost: Final[Condition] = not_here & (gone_missing | ((tracking == "in-transit") & (due == "running")))
scanned: Final[Condition] = not_here & scanned_as_delivered

RULES: Final[tuple[Rule, ...]] = (
    *carrier_rules("eb", {"hurt": hurt, "lost": lost, "scanned": scanned}),
    Rule(
        "eb-keep-it-for-the-claim",
        came & ~sure(carrier_asked & (carrier == "other")),
        Avoid("Do not let the buyer throw anything away: item and packaging are kept until a claim is settled."),
        ("CA-05",),
    ),
    Rule(
        "eb-not-insured",
        hurt & (insured == "no"),
        Warn("Without insurance a carrier mostly pays little or nothing. Ask it all the same what its service covers."),
        ("CA-28",),
    ),
    Rule(
        "eb-proof-of-value",
        came | (not_received & tracking.is_in("not-scanned", "stalled")),
        Proof(
            "value-proof", "A receipt or a paid invoice that shows what it was worth, for the carrier.", needed=False
        ),
        ("CA-06",),
    ),
)
