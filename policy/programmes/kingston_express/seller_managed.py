"""The seller shipped the order for Kingston Express: the seller's own review comes first."""

from typing import Final

from policy.facts import evidence, problem, review_done
from policy.language.conditions import sure
from policy.language.outcomes import Grade, Headline, Party, Proof, Responsible, Rung, Step, Strength, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import about_a_parcel, photos_held, seller_managed, unanswered
from policy.programmes.scope import platform_decided
from policy.programmes.sellers.scope import has_its_own_letter

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-seller-managed",
        seller_managed & about_a_parcel,
        Headline("First the review, then the decision: compare the report with your packing records."),
        ("KX-32", "KX-99"),
    ),
    Rule(
        "kx-seller-is-responsible",
        seller_managed,
        Responsible(Party.SELLER, "You packed and shipped this order, so you check the report."),
        ("KX-04",),
    ),
    Rule(
        "kx-ask-for-photos",
        seller_managed & about_a_parcel & ~photos_held & ~sure(review_done == "yes"),
        Step("Ask for clear photos of the item and of its packaging."),
        ("KX-30",),
    ),
    Rule(
        "kx-confirm-what-happened",
        seller_managed & about_a_parcel & ~sure(review_done == "yes"),
        Step("Confirm exactly what is missing, damaged or wrong, item by item."),
        ("KX-31",),
    ),
    Rule(
        "kx-check-packing-records",
        seller_managed & about_a_parcel & ~sure(review_done == "yes"),
        Step("Compare the report with your own packing: what went in, how it was packed, what it weighed."),
        ("KX-32",),
    ),
    Rule(
        "kx-decide-after-review",
        seller_managed & about_a_parcel & ~sure(review_done == "yes"),
        Step("Decide on a return, a replacement or a refund when your review is finished, and not before."),
        ("KX-33",),
    ),
    Rule(
        "kx-documents-protect-you",
        seller_managed,
        Warn("Keep photos, messages and packing records: they are what protects you."),
        ("KX-34",),
    ),
    Rule(
        "kx-proof-packing-log",
        seller_managed,
        Proof("packing-log", "Your own packing log, to compare the report with.", needed=False),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-proof-weight-record",
        seller_managed,
        Proof("weight-record", "The weight you noted when you packed it.", needed=False),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-proof-is-strong",
        seller_managed
        & evidence.has("order-number", "package-photos", "packing-material-photos")
        & (evidence.has("item-photos") | problem.is_in("missing-item", "empty-package"))
        & (evidence.has("packing-log") | evidence.has("weight-record")),
        Grade(Strength.STRONG, "The photos show what came, and your packing records show what you sent."),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-rung-seller-managed",
        seller_managed,
        Rung(
            None,
            "You and the customer settle it, after the review.",
            "Kingston Express support.",
            "If the report looks wrong, or the customer threatens you.",
        ),
        ("KX-33",),
    ),
    sending(
        "kx-send-seller-managed-reply",
        seller_managed & unanswered & ~sure(platform_decided) & ~sure(review_done == "yes") & ~sure(has_its_own_letter),
        "kx-seller-managed-reply",
    ),
)
