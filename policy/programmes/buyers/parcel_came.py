"""Every buyer: a parcel came, and what was ordered is damaged, missing, wrong, or not in it at all.

The tiers of what is fair come from Kakobuy's guide and serve buyers on any agent (KB). They are not lent to
marketplaces, which have buyer protection of their own: there the same damage can entitle a buyer to more.
"""

from typing import Final

from policy.cases.derived import weight_gap
from policy.cases.programmes import of_kind
from policy.facts import evidence, investigation, problem, reply, severity
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Ask,
    Avoid,
    Clock,
    Grade,
    Headline,
    Proof,
    Remedy,
    Step,
    Strength,
    Warn,
    WarnAtStake,
)
from policy.language.programme import Kind
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    investigation_runs,
    may_ask,
    not_written,
    parcel_came,
    seized,
    something_lost,
    still_asking,
    through_agent,
    tiers_apply,
    total_loss,
    video_held,
)

graded: Final[Condition] = problem.is_in("damaged", "missing-item", "wrong-item")
unusable: Final[Condition] = (graded & (severity == "unusable")) | ((problem == "damaged") & (severity == "total"))
# Until an agent that investigates has found its own mistake, nothing can be asked of it. Once you have agreed, nothing
# more is asked.
time_to_ask: Final[Condition] = may_ask & (~agent_investigates | (investigation == "warehouse-error"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-parcel-came",
        buying & parcel_came,
        Headline("Collect your proof first, then write once: short, exact, with one clear request."),
        ("KB-01", "KB-23"),
    ),
    Rule(
        "buyer-writes-to-the-seller",
        buying & parcel_came & not_written & ~sure(agent_investigates),
        Step(
            "Write to the seller, or to your agent if you bought through one, with your proof.",
            by="buyer-contact-clock",
        ),
        ("SR-20",),
    ),
    Rule(
        "buyer-shares-photos-and-video",
        buying & (problem == "damaged") & still_asking,
        Step("Send photos and video that show the damage, and when they were taken."),
        ("SR-21",),
    ),
    Rule(
        "buyer-points-to-the-qc-photos",
        buying & (problem == "damaged") & evidence.has("qc-photos") & still_asking,
        Step("Point to the quality-control photos: they show the item before it was sent."),
        ("SR-22",),
    ),
    Rule(
        "buyer-proposes-a-solution",
        buying & (problem == "damaged") & still_asking,
        Step("Propose one solution that is fair to both of you."),
        ("SR-23",),
    ),
    Rule(
        "buyer-submits-the-video",
        tiers_apply & total_loss & still_asking & ~sure(investigation_runs),
        Step("Hand in the video of the unboxing, if you made one."),
        ("KB-34",),
    ),
    Rule(
        "buyer-needs-a-video",
        buying & parcel_came & ~video_held & ~(reply == "agreed"),
        WarnAtStake(
            "Without a video of the unboxing, the seller or agent can say that it broke later, or that you took "
            "something out."
        ),
        ("KB-15",),
    ),
    Rule(
        "buyer-weight-is-normal",
        buying & something_lost & (weight_gap == "within-scatter"),
        Warn("The two weights are close enough to be the same, so they do not show that something is missing."),
        ("R-AN-02", "KB-12"),
    ),
    Rule(
        "buyer-way-back-not-covered",
        buying & (problem == "wrong-item") & may_ask,
        Warn(
            "No source here says who pays for the way back. Look at the return terms that the seller gave you in "
            "writing, and ask before you send anything."
        ),
        ("SR-02",),
    ),
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
    Rule(
        "buyer-contact-clock",
        buying & parcel_came & not_written & ~sure(investigation_runs),
        Clock(
            "Write to the seller or agent",
            starts="delivered_on",
            late="The first day is over. Write now: late is better than not at all.",
            limit=24,
            unit="hours",
            start="the day the parcel came",
        ),
        ("SR-20",),
    ),
    sending("buyer-send-damage-claim", buying & (problem == "damaged") & not_written, "buyer-damage-claim"),
    sending("buyer-send-wrong-item-claim", buying & (problem == "wrong-item") & not_written, "buyer-wrong-item-claim"),
    sending(
        "buyer-send-missing-item-claim",
        buying & (problem == "missing-item") & not_written & ~agent_investigates,
        "buyer-missing-item-claim",
    ),
    sending(
        "buyer-send-empty-package-claim",
        buying & (problem == "empty-package") & not_written & ~agent_investigates,
        "buyer-empty-package-claim",
    ),
)

BEFORE: Final = {
    "buyer-needs-a-video": "buyer-stays-calm",
    "buyer-agent-covers-total-loss": "buyer-contact-clock",
    "buyer-does-not-ask-too-much": "buyer-contact-clock",
}
"""The video comes first of what to look out for; what goes with the tiers comes after them, before the time limits."""
