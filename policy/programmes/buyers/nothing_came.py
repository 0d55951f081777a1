"""Every buyer: nothing came."""

from typing import Final

from policy.facts import evidence, problem, tracking
from policy.language.outcomes import Ask, Grade, Headline, Proof, Remedy, Step, Strength
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, may_ask, not_agreed, not_written, through_agent

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-not-received",
        buying & (problem == "not-received"),
        Headline("First find out where the parcel is, then write to the seller."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-checks-the-tracking",
        buying & (problem == "not-received") & ~tracking.is_given,
        Step("Look up the tracking: does it say delivered, although nothing came?"),
        ("SR-24",),
    ),
    Rule(
        "buyer-asks-the-warehouse",
        through_agent & (problem == "not-received"),
        Step("Ask your agent what its warehouse records say about the parcel."),
        ("SR-25",),
    ),
    Rule(
        "buyer-claims-with-the-carrier",
        buying & (problem == "not-received") & tracking.is_in("stalled", "delivered", "returned") & not_agreed,
        Step("File a claim with the carrier."),
        ("SR-26",),
    ),
    Rule(
        "buyer-works-it-out-with-the-seller",
        buying & (problem == "not-received") & not_written,
        Step("Write to the seller: if the parcel is lost, you want another one or your money back."),
        ("SR-27",),
    ),
    Rule(
        "buyer-proof-tracking",
        buying & problem.is_in("not-received", "seized-by-customs", "cancelled-after-shipment"),
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-is-fair-by-tracking",
        buying & (problem == "not-received") & evidence.has("tracking-record"),
        Grade(Strength.FAIR, "The tracking history shows where the parcel was last seen."),
        ("SR-24",),
    ),
    Rule(
        "buyer-not-received-remedy",
        buying & (problem == "not-received") & may_ask,
        Remedy(
            "If it is lost, work out with the seller whether you get another one or your money back.",
            (Ask.REPLACEMENT, Ask.REFUND),
        ),
        ("SR-27",),
    ),
    sending(
        "buyer-send-not-received-letter",
        buying & (problem == "not-received") & not_written,
        "buyer-not-received",
    ),
    sending(
        "buyer-send-carrier-claim",
        buying & (problem == "not-received") & tracking.is_in("stalled", "delivered", "returned") & not_agreed,
        "buyer-carrier-claim",
    ),
)

BEFORE: Final = {"buyer-send-carrier-claim": "buyer-send-acceptance"}
"""The message to the carrier comes after those to the seller."""
