"""Sellers anywhere: a parcel came, and something about it is damaged, missing, wrong or not as described."""

from typing import Final

from policy.cases.derived import share
from policy.facts import (
    claim_doubtful,
    defect_kind,
    in_stock,
    insured,
    platform_case,
    problem,
    reply,
    return_feasible,
    review_done,
    severity,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Door, Headline, Proof, Remedy, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.scope import carrier_asked
from policy.programmes.sellers.carrier import states_days
from policy.programmes.sellers.scope import (
    by_the_carrier,
    free_to_talk,
    nobody_decides,
    parcel_came,
    photos_held,
    undecided,
)

fits: Final[Condition] = parcel_came & ~sure(claim_doubtful == "yes")
looked_into: Final[Condition] = photos_held | (review_done == "yes")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-doubtful",
        parcel_came
        & (claim_doubtful == "yes")
        & free_to_talk
        & ~sure((platform_case == "closed") | (reply == "refused")),
        Headline("The report does not fit your records: say so calmly, show them, and offer nothing yet."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-offered",
        parcel_came & (reply == "offered") & free_to_talk,
        Headline("Your offer is on the table: wait for the answer, and pay nothing before it is agreed."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-make-an-offer",
        parcel_came & sure(looked_into) & free_to_talk,
        Headline("Compare the photos with your records, then offer what fits the part that is concerned."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-ask-for-photos",
        parcel_came & free_to_talk,
        Headline("Answer soon and ask for photos of the item and its box, before you offer anything."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-for-photos",
        parcel_came & ~sure(looked_into) & free_to_talk,
        Step("Ask for photos of what came and of its box, and ask the buyer to keep both."),
        ("CA-05",),
    ),
    Rule(
        "seller-asks-what-exactly",
        parcel_came & ~sure(looked_into) & free_to_talk,
        Step("Ask what exactly is wrong, and with how many of the items."),
        ("SR-70",),
    ),
    Rule(
        "seller-compares-with-the-records",
        parcel_came & undecided & ~sure(review_done == "yes"),
        Step("Compare it with what you packed and with your listing: what went in, how, and how heavy it was."),
        ("SR-70",),
    ),
    Rule(
        "seller-offers-what-fits",
        parcel_came & looked_into & nobody_decides & (claim_doubtful == "no") & ~sure(reply.is_in("offered", "agreed")),
        Step("Make one offer in writing that names the part and the number, and says who pays for the way back."),
        ("SR-70",),
    ),
    Rule(
        "seller-looks-for-a-case-first",
        parcel_came & looked_into & free_to_talk & ~sure(nobody_decides),
        Step("Before you offer anything, look whether the buyer opened a case, there or where it was paid."),
        ("PM-35",),
    ),
    Rule(
        "seller-asks-the-carrier-to-pay",
        parcel_came & by_the_carrier & ~sure(carrier_asked) & ~sure(states_days("hurt")),
        Step(
            "If it happened on the way, make a claim with the carrier: it is the sender's to make. Look up today until "
            "which day it can be made.",
            through=Way.CARRIER,
        ),
        ("CA-28", "CA-05"),
    ),
    Rule(
        "seller-insurance-pays",
        parcel_came & by_the_carrier & (insured == "yes") & ~sure(carrier_asked),
        Warn("It was insured: the insurance wants the photos, the box and a proof of the price, so ask for them now."),
        ("CA-05", "CA-06"),
    ),
    Rule(
        "seller-only-a-part",
        parcel_came & (share == "part"),
        Warn("Only some of the items are concerned, so what you offer is about those and not about the whole order."),
        ("SR-70",),
    ),
    Rule(
        "seller-fake-stays",
        parcel_came & (defect_kind == "counterfeit"),
        Warn("The buyer calls it a fake: show where you have it from, and send the proof of that."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-item-photos",
        parcel_came & ~sure(problem.is_in("missing-item", "empty-package")),
        Proof("item-photos", "Photos from the buyer that show what is wrong."),
        ("CA-05",),
    ),
    Rule(
        "seller-proof-package-photos",
        parcel_came,
        Proof("package-photos", "Photos from the buyer of the box, with any damage to it."),
        ("CA-05",),
    ),
    Rule(
        "seller-proof-packing-log",
        parcel_came,
        Proof("packing-log", "Your notes or photos from when you packed it.", needed=False),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-listing",
        parcel_came & problem.is_in("not-as-described", "wrong-item"),
        Proof("listing-copy", "A copy of the listing, as it was when it was sold.", needed=False),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-once-it-is-clear",
        parcel_came & (claim_doubtful == "yes") & undecided,
        Remedy("While the report does not fit your records, nothing is due: first find out what happened."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-by-looks",
        fits & (severity == "cosmetic") & undecided,
        Remedy("Only the looks are affected: a small part of the price is fair."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-by-use",
        fits & (severity == "functional") & ~sure(problem == "missing-item") & undecided,
        Remedy("It still can be used: part of the price is fair."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-when-a-part-is-missing",
        fits & (severity == "functional") & (problem == "missing-item") & undecided,
        Remedy("It still can be used: part of the price, or the part that is missing, is fair."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-when-useless",
        fits & severity.is_in("unusable", "total") & ~sure(return_feasible == "no") & undecided,
        Remedy(
            "What is concerned is of no use: another one, or its price back, is fair. Where it should come back, that "
            "is at your cost if the mistake is not the buyer's."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-without-return",
        fits & severity.is_in("unusable", "total") & (return_feasible == "no") & undecided,
        Remedy(
            "What is concerned is of no use and cannot sensibly come back: another one, or its price back, is fair."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-depends",
        parcel_came & ~severity.is_given & undecided,
        Remedy("What is fair depends on how bad it is, and on how many of the items are concerned."),
        ("SR-70",),
    ),
    Rule(
        "seller-door-carrier-damage",
        parcel_came & by_the_carrier,
        Door(
            Way.CARRIER,
            "A claim with the carrier",
            "seller",
            "If it happened on the way: you sent it, so the claim is yours to make. How long it can be made differs: "
            "look it up with the carrier.",
            needs=("waybill-photo", "package-photos", "value-proof"),
        ),
        ("CA-28", "CA-05"),
    ),
    sending(
        "seller-send-offer",
        parcel_came & looked_into & nobody_decides & (claim_doubtful == "no") & ~sure(reply.is_in("offered", "agreed")),
        "seller-offer",
        words=~severity.is_in("cosmetic", "functional") & in_stock.is_given,
    ),
)
