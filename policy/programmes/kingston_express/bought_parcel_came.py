"""Kingston Express, for buyers: a parcel came, and something is broken, wrong or missing."""

from typing import Final

from policy.facts import defect_kind, fulfilment, problem, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Proof, Remedy, Step, Warn, Way
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import (
    bought_from_platform,
    bought_from_seller,
    buying_unsettled,
    in_return_time,
    not_reported,
    not_written,
    reported,
)
from policy.programmes.scope import not_right, parcel_came

NOT_OF_THE_WAY: Final = ("wrong-size", "wrong-colour", "counterfeit")
"""What is wrong with an item that no box can show."""

only_the_item: Final[Condition] = defect_kind.is_in(*NOT_OF_THE_WAY)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-report",
        bought_from_platform & parcel_came & not_reported,
        Headline(
            "Report it on the order's page today, with photos: Kingston Express sent it, so it checks and decides."
        ),
        ("KXX-11", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-write",
        bought_from_seller & parcel_came & not_written & not_reported,
        Headline("Write to the seller through the order's page today, with photos, and keep the item and the box."),
        ("KXX-02", "KXX-19", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-who-sent-it",
        buying_unsettled & parcel_came & not_written & not_reported,
        Headline("Open the order's page today: it says who sent it, and there you report it with photos."),
        ("KXX-11", "KXX-20"),
    ),
    Rule(
        "kx-buyer-takes-photos-today",
        buying_unsettled
        & problem.is_in("damaged", "wrong-item", "not-as-described", "missing-item", "empty-package")
        & not_reported
        & not_written,
        Step(
            "Take photos today: what came, the box inside and outside, and the label. Do not use it, and keep it all."
        ),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-looks-through-the-order",
        buying_unsettled & (problem == "missing-item") & not_reported & not_written,
        Step("Look through the order, all parcels and the notes of the seller: was it to come on its own?"),
        ("KXX-19",),
    ),
    *in_return_time(
        "kx-buyer-reports-it",
        bought_from_platform & parcel_came & not_reported,
        "Report it on the order's page, with the photos and how many of the items are concerned.",
        ("KXX-11", "KXX-20"),
        Way.PLATFORM,
    ),
    *in_return_time(
        "kx-buyer-reports-beside-an-offer",
        (bought_from_seller | (buying_unsettled & ~fulfilment.is_given))
        & parcel_came
        & (reply == "offered")
        & not_reported,
        "Ask for the return, or report it, on the order's page in time: what is offered stops no last day.",
        ("KXX-07", "KXX-11"),
        Way.PLATFORM,
    ),
    *in_return_time(
        "kx-buyer-writes-to-the-seller",
        (bought_from_seller | (buying_unsettled & ~fulfilment.is_given)) & parcel_came & not_written & not_reported,
        (
            "Write to the seller through the order's page: what is wrong, with how many of the items, and what you ask "
            "for."
        ),
        ("KXX-02", "KXX-19"),
    ),
    Rule(
        "kx-buyer-is-a-reason",
        buying_unsettled & problem.is_in("damaged", "wrong-item", "missing-item", "not-as-described"),
        Warn(
            "Damage, a fault, missing parts and a wrong item, also a wrong size that was sent, are reasons for a "
            "return."
        ),
        ("KXX-09",),
    ),
    Rule(
        "kx-buyer-proof-item",
        buying_unsettled & not_right & not_reported,
        Proof("item-photos", "Photos of the item that show what is wrong."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-proof-package",
        buying_unsettled & parcel_came & ~sure(only_the_item) & not_reported,
        Proof("package-photos", "Photos of the box, inside and outside."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-proof-label",
        buying_unsettled & parcel_came & not_reported,
        Proof("waybill-photo", "A photo of the label.", needed=False),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-fair-part",
        buying_unsettled & (problem == "missing-item") & ~sure(reported),
        Remedy("For what is missing you can ask for its part of the price, or for the item itself."),
        ("KXX-11",),
    ),
    Rule(
        "kx-buyer-fair-return",
        buying_unsettled
        & problem.is_in("damaged", "wrong-item", "not-as-described", "empty-package")
        & ~sure(reported),
        Remedy(
            "You can ask for a return, another one or the money back. Who pays for the way back depends on whose "
            "mistake it was."
        ),
        ("KXX-09", "KXX-11"),
    ),
)
