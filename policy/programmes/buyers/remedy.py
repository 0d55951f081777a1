"""What a buyer may fairly ask for: the three tiers, and the cases that have none.

The tiers come from Kakobuy's guide and serve buyers on any agent (KB). They are not lent to marketplaces that have
buyer protection of their own, where the same damage can entitle a buyer to more.
"""

from typing import Final

from policy.cases.programmes import of_kind
from policy.facts import insured, investigation, problem, severity
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Remedy, Warn
from policy.language.programme import Kind
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    may_ask,
    parcel_came,
    seized,
    through_agent,
    tiers_apply,
    total_loss,
)

graded: Final[Condition] = problem.is_in("damaged", "missing-item", "wrong-item")
unusable: Final[Condition] = (graded & (severity == "unusable")) | ((problem == "damaged") & (severity == "total"))
# Until an agent that investigates has found its own mistake, nothing can be asked of it. Once you have agreed, nothing
# more is asked.
time_to_ask: Final[Condition] = may_ask & (~agent_investigates | (investigation == "warehouse-error"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-severity-decides",
        tiers_apply & time_to_ask & graded & ~severity.is_given,
        Remedy("What is fair depends on how bad it is."),
        ("KB-30", "KB-32", "KB-33"),
    ),
    Rule(
        "buyer-tier-1",
        tiers_apply & time_to_ask & graded & (severity == "cosmetic"),
        Remedy(
            "Only the looks are affected. Leave it at that, or ask for a very small part of the price.",
            (Ask.NONE, Ask.SMALL_PARTIAL_REFUND),
            tier=1,
        ),
        ("KB-30",),
    ),
    Rule(
        "buyer-tier-2-functional",
        tiers_apply & time_to_ask & graded & (severity == "functional"),
        Remedy(
            "You can still use it, but it is broken, incomplete or the wrong size. Ask for part of the price back, as "
            "much as a local repair costs, or for a discount on your next order.",
            (Ask.PARTIAL_REFUND, Ask.DISCOUNT),
            tier=2,
        ),
        ("KB-32",),
    ),
    Rule(
        "buyer-tier-2-unusable",
        tiers_apply & time_to_ask & unusable,
        Remedy("It cannot be used. Ask for a replacement.", (Ask.REPLACEMENT,), tier=2),
        ("KB-33",),
    ),
    Rule(
        "buyer-tier-3",
        tiers_apply & time_to_ask & total_loss,
        Remedy(
            "Nothing of what you ordered came. Ask for all your money back, or for it to be sent again at once.",
            (Ask.REFUND, Ask.RESHIP),
            tier=3,
        ),
        ("KB-35", "KB-34"),
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
    Rule(
        "buyer-not-received-remedy",
        buying & (problem == "not-received") & may_ask,
        Remedy(
            "If it is lost, work out with the seller whether you get another one or your money back.",
            (Ask.REPLACEMENT, Ask.REFUND),
        ),
        ("SR-27",),
    ),
    Rule(
        "buyer-protection-elsewhere",
        buying & of_kind(Kind.MARKETPLACE) & (parcel_came | seized) & may_ask,
        Remedy(
            "No source here says what a buyer can ask for on this marketplace. Say what would put it right, and ask "
            "which buyer protection covers your order."
        ),
        ("SR-23",),
    ),
    Rule(
        "buyer-agent-covers-total-loss",
        through_agent & total_loss & may_ask,
        Warn("A reliable agent usually covers a total loss, provided that the proof is there."),
        ("KB-36",),
    ),
    Rule(
        "buyer-does-not-ask-too-much",
        tiers_apply & ~sure(total_loss) & graded & (severity == "cosmetic"),
        Avoid(
            "Do not ask for the whole price when only the looks are affected: it marks you as a difficult buyer.",
            (Action.CLAIM_EVERYTHING,),
        ),
        ("KB-31",),
    ),
)
"""What a buyer may ask for, and what not."""
