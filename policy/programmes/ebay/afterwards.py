"""eBay, for sellers: both have agreed; and what to do better next time."""

from typing import Final

from policy.facts import offer
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Rung, Step, Warn
from policy.language.rule import Rule
from policy.programmes.ebay.scope import cancelled, on_the_way_back, promised, request_runs, selling, undecided
from policy.programmes.scope import kept, parcel_came, promise_broken, settled

to_do: Final[Condition] = selling & promised & undecided & ~sure(on_the_way_back)
broken: Final[Condition] = selling & promise_broken & undecided & ~sure(on_the_way_back)
done: Final[Condition] = selling & kept & undecided
to_take_back: Final[Condition] = to_do & parcel_came & offer.is_in("refund-after-return", "return-at-my-cost")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-promise-broken",
        broken & request_runs,
        Headline("You agreed and it is not done: do it today, inside the request. The buyer can ask eBay to step in."),
        ("EB-32", "W-EB-03"),
    ),
    Rule(
        "eb-headline-promise-not-kept",
        broken,
        Headline("You agreed and it is not done: do it today, and tell the buyer when it comes."),
        ("EB-32",),
    ),
    Rule(
        "eb-headline-done",
        done,
        Headline("It is done as agreed: there is nothing more to do. Write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-headline-agreed-to-take-it-back",
        to_take_back,
        Headline("You agreed to take it back: send the label, and pay within two business days once it is back."),
        ("EBX-06", "EBX-20"),
    ),
    Rule(
        "eb-headline-agreed",
        to_do,
        Headline("You have agreed: do what you promised, and write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-do-what-was-agreed",
        (to_do & ~sure(to_take_back)) | broken,
        Step("Do on the eBay order what you agreed, and write to the buyer when it is done."),
        ("EB-32",),
    ),
    Rule(
        "eb-waits-for-what-was-agreed",
        to_take_back,
        Step("Wait until it is with you, look at it, and then pay on the eBay order."),
        ("EBX-06",),
    ),
    Rule(
        "eb-agreed-in-the-request",
        (to_do | broken) & request_runs,
        Step("Settle it inside the open request, so that eBay sees it."),
        ("EBX-21", "W-EB-06"),
    ),
    Rule(
        "eb-better-carrier",
        selling & settled,
        Warn("For next time: note every order's status, and use a reliable carrier with full tracking."),
        ("EB-50", "EB-51"),
    ),
    Rule(
        "eb-check-before-shipping",
        cancelled & settled,
        Warn("For next time: look once more whether the order still stands before you ship it."),
        ("EB-52",),
    ),
    Rule(
        "eb-rung-agreed",
        to_do | broken | done,
        Rung(None, "You have agreed.", "Nothing more.", "If you do what you promised."),
        ("EB-32",),
    ),
)
