"""Every buyer: customs has taken the parcel, or only holds it."""

from typing import Final

from policy.facts import insured
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Ask, Headline, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, may_ask, not_written, seized, tiers_apply

insured_for_sure: Final[Condition] = sure(tiers_apply & (insured == "yes"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-seized-insured",
        tiers_apply & seized & (insured == "yes"),
        Headline("It was insured: ask for all your money back, or for the order to be sent again."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-seized-not-insured",
        tiers_apply & seized & (insured == "no"),
        Headline("It was not insured, so nothing is promised: ask all the same, and keep every letter."),
        ("KB-35", "SR-70"),
    ),
    Rule(
        "buyer-headline-seized",
        tiers_apply & seized,
        Headline("Find out whether shipping insurance was bought: it decides what you can ask for."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-customs",
        buying & seized,
        Headline("First find out whether customs has taken the parcel or only holds it, then write to the seller."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-asks-what-customs-did",
        buying & seized & not_written,
        Step("Read the tracking and any letter: has customs taken the parcel, or does it only hold it?"),
        ("SR-70",),
    ),
    Rule(
        "buyer-checks-for-insurance",
        tiers_apply & seized & ~insured.is_given,
        Step("Look whether shipping insurance was bought with the order."),
        ("KB-35",),
    ),
    Rule(
        "buyer-asks-about-the-seizure",
        buying & seized & not_written,
        Step("If customs has taken it, write to the seller, or to your agent if you bought through one."),
        ("SR-50",),
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
        "buyer-tier-3-seized",
        tiers_apply & seized & (insured == "yes") & may_ask,
        Remedy(
            "Customs took it, and it was insured. Ask for all your money back, or for it to be sent again at once.",
            (Ask.REFUND, Ask.RESHIP),
            tier=3,
        ),
        ("KB-35",),
    ),
    Rule(
        "buyer-seized-without-insurance",
        tiers_apply & seized & (insured == "no") & may_ask,
        Remedy("The guide promises something back after a seizure only where insurance was bought. You can still ask."),
        ("KB-35",),
    ),
    Rule(
        "buyer-seized-insurance-decides",
        tiers_apply & seized & ~insured.is_given & may_ask,
        Remedy("What you can ask for depends on whether insurance was bought."),
        ("KB-35",),
    ),
    sending(
        "buyer-send-seizure-claim",
        tiers_apply & seized & (insured == "yes") & not_written,
        "buyer-seizure-claim",
    ),
    sending(
        "buyer-send-seizure-question",
        buying & seized & not_written & ~insured_for_sure,
        "buyer-seizure-question",
    ),
    sending("buyer-send-customs-question", buying & seized & not_written, "buyer-customs-question"),
)
