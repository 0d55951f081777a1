"""Kingston Express, once the inspection or the review is finished: replacement, refund, or wait for the dispute.

Texts foretell the outcome early; a request counts only once `may_offer` holds.
"""

from typing import Final

from policy.cases.consistency import PARCEL_CAME
from policy.facts import (
    claim_doubtful,
    fulfilment,
    in_stock,
    inspection,
    offer,
    payment_case,
    platform_case,
    problem,
    promise_kept,
    reply,
    return_feasible,
    review_done,
    severity,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Headline, Remedy, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    dispatched,
    disputed,
    here,
    rejected,
    seller_managed,
)
from policy.programmes.scope import agreed, kept, payment_used, platform_decided, promise_broken

no_dispute: Final[Condition] = platform_case.is_in("none", "closed") & ~sure(payment_used)
# What is paid or sent cannot be called back, so it has to be known that the bank or PayPal does not decide as well.
nobody_decides: Final[Condition] = platform_case.is_in("none", "closed") & payment_case.is_in("none", "closed")
finished: Final[Condition] = seller_managed & (review_done == "yes")
undone: Final[Condition] = ~sure(kept)
# For an order that it dispatched Kingston Express pays and sends, so the seller has nothing to offer.
# Without a parcel to look at there is no review to wait for.
to_be_done: Final[Condition] = (
    (~about_a_parcel | ((review_done == "yes") & ~sure(claim_doubtful == "yes")))
    & agreed
    & ~sure(kept)
    & ~sure(disputed | platform_decided | payment_used)
)
may_offer: Final[Condition] = nobody_decides & finished & (claim_doubtful == "no") & undone
foretold: Final[Condition] = here & ~sure(rejected)
stock_possible: Final[Condition] = ~sure(in_stock == "no")
lost_from_parcel: Final[Condition] = problem.is_in("missing-item", "empty-package")
covered: Final[Condition] = problem.is_in(*PARCEL_CAME)

refund_is_likely: Final[Condition] = (
    (in_stock == "no") | ((problem == "damaged") & (severity == "unusable")) | (return_feasible == "no")
)
replacement_is_likely: Final[Condition] = stock_possible & (
    ((problem == "damaged") & severity.is_in("cosmetic", "functional", "total"))
    | (problem == "wrong-item")
    | (lost_from_parcel & (in_stock == "yes"))
)
not_offered: Final[Condition] = ~sure(reply.is_in("offered", "agreed"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-dispute-won",
        here & (platform_case == "decided-for-seller"),
        Headline("The dispute was decided for you: pay nothing and send nothing. Keep the proof."),
        ("KXX-02",),
    ),
    Rule(
        "kx-headline-dispute-lost",
        seller_managed & (platform_case == "decided-for-buyer"),
        Headline(
            "The dispute was decided for the customer: do what Kingston Express tells you, and nothing beside it."
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-headline-keep-your-word-in-the-dispute",
        seller_managed & disputed & promise_broken,
        Headline(
            "Write in the dispute that you keep your word, and move no money until Kingston Express tells you to."
        ),
        ("R-KX-01", "KXX-04"),
    ),
    Rule(
        "kx-headline-frozen",
        seller_managed & disputed & ((review_done == "yes") | ~about_a_parcel),
        Headline("A dispute is open, so the order is frozen: move no money until Kingston Express tells you to."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-headline-frozen-review",
        seller_managed & disputed,
        Headline(
            "A dispute is open, so the order is frozen: finish your review, send it there, and move no money until "
            "Kingston Express tells you to."
        ),
        ("R-KX-01", "KX-32"),
    ),
    Rule(
        "kx-headline-doubtful",
        finished & (claim_doubtful == "yes") & ~sure(platform_case == "decided-for-buyer"),
        Headline("The report contradicts your records: ask Kingston Express support before you offer anything."),
        ("KX-91", "KX-33"),
    ),
    Rule(
        "kx-headline-promise-open",
        seller_managed & about_a_parcel & promise_broken,
        Headline("You have agreed, and it is not done yet: do it now on the order's page, and tell the customer."),
        ("KXX-16", "KX-33"),
    ),
    Rule(
        "kx-headline-promise-kept",
        seller_managed & about_a_parcel & agreed & (promise_kept == "yes"),
        Headline("It is done as agreed: keep the record. There is nothing more to do."),
        ("KX-34",),
    ),
    Rule(
        "kx-headline-agreed",
        finished & about_a_parcel & agreed,
        Headline("You have agreed: do what your review supports, and keep the record."),
        ("KX-33", "KX-34"),
    ),
    Rule(
        "kx-headline-offered",
        finished & about_a_parcel & (reply == "offered"),
        Headline("Your offer is on the table: wait for the answer, and pay nothing before it is agreed."),
        ("KX-33",),
    ),
    Rule(
        "kx-headline-reviewed",
        finished & about_a_parcel,
        Headline("Your review is finished: now offer what it supports."),
        ("KX-33",),
    ),
    Rule(
        "kx-keep-your-word-in-the-dispute",
        seller_managed & disputed & promise_broken,
        Step(
            "Write in the dispute what you agreed, for which item and on which day, and ask Kingston Express to tell "
            "you "
            "when to pay.",
        ),
        ("R-KX-01", "KXX-04"),
    ),
    Rule(
        "kx-tell-that-your-word-stands",
        seller_managed & disputed & promise_broken,
        Step("Tell the customer that your word stands, and that the dispute now says when."),
        ("KXX-04", "KX-72"),
    ),
    Rule(
        "kx-do-what-the-dispute-says",
        seller_managed & (platform_case == "decided-for-buyer"),
        Step(
            "Do what Kingston Express tells you, by its day. If you think that it is a mistake, ask support whether "
            "it can "
            "be looked at again."
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-keep-what-won",
        here & (platform_case == "decided-for-seller"),
        Step("Keep the decision and all proof: the customer can still ask the bank."),
        ("KXX-02",),
    ),
    Rule(
        "kx-keep-what-was-done",
        seller_managed & agreed & (promise_kept == "yes"),
        Step("Keep the proof that it was done, on the order's page."),
        ("KX-34",),
    ),
    Rule(
        "kx-keep-the-promise",
        seller_managed & ((about_a_parcel & promise_broken & no_dispute) | to_be_done),
        Step("Do what you agreed on the order's page, and tell the customer that it is done."),
        ("KXX-16",),
    ),
    Rule(
        "kx-check-that-the-report-fits",
        finished & about_a_parcel & ~claim_doubtful.is_given & ~sure(agreed) & ~sure(disputed),
        Step("Before you approve anything, make sure that the report fits your records."),
        ("KX-32",),
    ),
    Rule(
        "kx-approve-the-outcome",
        may_offer & covered & undone,
        Step(
            "Approve what your review supports: a return, a replacement or a refund.",
            does=(Action.REFUND, Action.RESHIP),
        ),
        ("KX-33", "KX-31", "KX-32"),
    ),
    Rule(
        "kx-check-for-a-dispute",
        finished & ~platform_case.is_given & undone,
        Step("Look whether a dispute is open on this order before you approve anything."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-check-for-a-payment-case",
        finished & ~payment_case.is_given & undone,
        Step("Make sure that the customer has not asked the bank or PayPal for the money before you approve anything."),
        ("PM-35",),
    ),
    Rule(
        "kx-wait-for-the-dispute",
        disputed
        & fulfilment.is_given
        & ~sure(dispatched & about_a_parcel & inspection.is_in("pending", "unclear"))
        & ~sure(seller_managed & promise_broken),
        Step(
            "Put into the dispute only what is not there yet, answer what is asked, and wait until Kingston Express "
            "tells "
            "you what to do.",
        ),
        ("R-KX-01", "KXX-04"),
    ),
    Rule(
        "kx-rung-disputed",
        seller_managed & disputed,
        Rung(None, "Kingston Express decides the dispute.", "Kingston Express support.", "If its result is unclear."),
        ("KXX-02", "KXX-04"),
    ),
    Rule(
        "kx-refund-when-out-of-stock",
        foretold & about_a_parcel & (in_stock == "no"),
        Remedy("A refund is more likely when the item is out of stock.", (Ask.REFUND,), may_offer & covered),
        ("KX-53",),
    ),
    Rule(
        "kx-refund-when-unusable",
        foretold & (problem == "damaged") & (severity == "unusable"),
        Remedy("A refund is more likely when the damage is severe.", (Ask.REFUND,), may_offer),
        ("KX-54",),
    ),
    Rule(
        "kx-refund-when-no-return",
        foretold & about_a_parcel & (return_feasible == "no"),
        Remedy("A refund is more likely when the item cannot sensibly come back.", (Ask.REFUND,), may_offer & covered),
        ("KX-55",),
    ),
    Rule(
        "kx-replace-damaged",
        foretold & (problem == "damaged") & severity.is_in("cosmetic", "functional", "total") & stock_possible,
        Remedy("A replacement is common for a damaged item, if you have one to send.", (Ask.REPLACEMENT,), may_offer),
        ("KX-50",),
    ),
    Rule(
        "kx-replace-wrong-item",
        foretold & (problem == "wrong-item") & stock_possible,
        Remedy(
            "A replacement is common when the wrong item was sent, if you have one to send.",
            (Ask.REPLACEMENT,),
            may_offer,
        ),
        ("KX-51",),
    ),
    Rule(
        "kx-replace-missing-item",
        foretold & lost_from_parcel & (in_stock == "yes"),
        Remedy(
            "What is missing can be sent again or refunded, as the review shows.",
            (Ask.REPLACEMENT, Ask.REFUND),
            may_offer,
        ),
        ("KX-52",),
    ),
    Rule(
        "kx-stock-allows-replacement",
        foretold & about_a_parcel & (in_stock == "yes") & ~sure(disputed),
        Remedy("A replacement needs an item to send, and you have one."),
        ("KX-52",),
    ),
    Rule(
        "kx-stock-in-a-dispute",
        foretold & about_a_parcel & (in_stock == "yes") & disputed,
        Remedy("You have another one: keep it ready, and send it only if Kingston Express tells you to."),
        ("KX-52",),
    ),
    Rule(
        "kx-policy-and-inspection-decide",
        here,
        Remedy("The platform's policy and the inspection decide in the end."),
        ("KX-56",),
    ),
    sending(
        "kx-send-replacement-offer",
        may_offer & not_offered & replacement_is_likely & ~sure(refund_is_likely),
        "kx-replacement-offer",
    ),
    sending("kx-send-refund-offer", may_offer & not_offered & covered & refund_is_likely, "kx-refund-offer"),
    sending(
        "kx-send-dispute-agreement",
        seller_managed & disputed & promise_broken,
        "kx-dispute-agreement",
        words=offer.is_given,
    ),
    sending("kx-send-word-stands", seller_managed & disputed & promise_broken, "kx-word-stands"),
)

BEFORE: Final = {"kx-send-replacement-offer": "kx-reply-clock", "kx-send-refund-offer": "kx-reply-clock"}
"""The offers come with what is fair, before the time limits and the other messages."""
