"""Every buyer: what proof to collect, and how far it carries."""

from typing import Final

from policy.cases.derived import weight_gap
from policy.facts import evidence, problem
from policy.language.outcomes import (
    Grade,
    Proof,
    Strength,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    buying,
    parcel_came,
    something_lost,
    video_held,
)

EVIDENCE: Final = (
    Rule("buyer-proof-order-number", buying, Proof("order-number", "The order number."), ("KB-21",)),
    Rule(
        "buyer-proof-unboxing-video",
        buying & parcel_came,
        Proof(
            "unboxing-video",
            "A video of the unboxing in one take: the closed box, the label with the tracking number, each item as it "
            "comes out, and what is wrong.",
        ),
        ("KB-11", "KB-13", "KB-14", "SR-14", "SR-15", "SR-16", "SR-17"),
    ),
    Rule(
        "buyer-proof-item-photos",
        buying & problem.is_in("damaged", "wrong-item"),
        Proof("item-photos", "Photos of what is wrong, with the time they were taken."),
        ("SR-21", "KB-14"),
    ),
    Rule(
        "buyer-proof-package-photos",
        buying & parcel_came,
        Proof("package-photos", "Photos of the box from outside, above all where it is crushed, wet or taped again."),
        ("KB-10",),
    ),
    Rule(
        "buyer-proof-weight",
        buying & something_lost,
        Proof("weight-record", "The parcel on a scale, to compare with the weight on its label.", needed=False),
        ("KB-12", "R-AN-02"),
    ),
    Rule(
        "buyer-proof-qc-photos",
        buying & problem.is_in("damaged", "wrong-item"),
        Proof(
            "qc-photos",
            "Quality-control photos from before it was sent: every side, and fragile parts from close up.",
            needed=False,
        ),
        ("SR-10", "SR-11", "SR-22"),
    ),
    Rule(
        "buyer-proof-weight-before-shipping",
        buying & problem.is_in("damaged", "wrong-item"),
        Proof("weight-record", "The item's weight and size, noted before it was sent.", needed=False),
        ("SR-12",),
    ),
    Rule(
        "buyer-proof-packing-materials",
        buying & (problem == "damaged"),
        Proof("packing-material-photos", "Photos of what it was packed in.", needed=False),
        ("SR-13",),
    ),
    Rule(
        "buyer-proof-tracking",
        buying & problem.is_in("not-received", "seized-by-customs", "cancelled-after-shipment"),
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-is-strong",
        buying & parcel_came & video_held,
        Grade(
            Strength.STRONG, "A video without a cut shows which parcel it is and what was in it. Photos cannot do that."
        ),
        ("KB-14", "KB-11"),
    ),
    Rule(
        "buyer-proof-is-fair-by-weight",
        buying & something_lost & (weight_gap == "beyond-scatter"),
        Grade(Strength.FAIR, "The parcel weighs clearly less than its label says, so something is not in it."),
        ("KB-12", "R-AN-02"),
    ),
    Rule(
        "buyer-proof-is-fair-by-materials",
        buying & something_lost & evidence.has("product-number", "group-photo", "six-side-photos", "waybill-photo"),
        Grade(Strength.FAIR, "Your photos show the whole parcel from every side. A video would show more."),
        ("KB-14",),
    ),
    Rule(
        "buyer-proof-is-fair-by-photos",
        buying
        & problem.is_in("damaged", "wrong-item")
        & evidence.has("item-photos")
        & evidence.has_one_of("package-photos", "six-side-photos", "qc-photos", "waybill-photo"),
        Grade(Strength.FAIR, "Photos help, but they can be changed. A video without a cut would be stronger."),
        ("KB-14", "SR-21"),
    ),
    Rule(
        "buyer-proof-is-fair-by-tracking",
        buying & (problem == "not-received") & evidence.has("tracking-record"),
        Grade(Strength.FAIR, "The tracking history shows where the parcel was last seen."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-is-weak",
        buying & evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps, but it does not show yet what happened to this parcel."),
        ("KB-01", "KB-14"),
    ),
    Rule(
        "buyer-has-no-proof-yet",
        buying,
        Grade(Strength.NONE, "You have not told us of any proof. Facts that can be shown decide such cases."),
        ("KB-01",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*EVIDENCE,)
"""In the order in which an answer lists them."""
