"""Every buyer: a parcel came, and what was ordered is damaged, missing, wrong, not as described, or not in it at all.

The tiers of what is fair come from Kakobuy's guide and serve buyers on any agent (KB). They are not lent to
marketplaces and shops: there the same damage can entitle a buyer to more.
"""

from typing import Final

from policy.cases.derived import share, weight_gap
from policy.cases.programmes import shipped_by
from policy.facts import (
    carrier,
    collected_by_other,
    defect_kind,
    evidence,
    investigation,
    label_weight_g,
    measured_weight_g,
    problem,
    programme,
    seller_is,
    severity,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Ask,
    Avoid,
    Clock,
    Door,
    Grade,
    Headline,
    Proof,
    Remedy,
    Step,
    Strength,
    Warn,
    WarnAtStake,
    Way,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    decided,
    investigation_runs,
    may_ask,
    no_case,
    not_through_agent,
    not_written,
    parcel_came,
    sent_by_the_marketplace,
    something_lost,
    still_asking,
    through_agent,
    tiers_apply,
    total_loss,
    video_held,
)
from policy.programmes.marketplaces import stated
from policy.programmes.scope import kept, not_right

graded: Final[Condition] = problem.is_in("damaged", "missing-item", "wrong-item", "not-as-described")
unusable: Final[Condition] = (graded & (severity == "unusable")) | (
    problem.is_in("damaged", "not-as-described") & (severity == "total")
)
only_a_part: Final[Condition] = sure(share == "part")
# Until an agent that investigates has found its own mistake, nothing can be asked of it. Once you have agreed, nothing
# more is asked.
time_to_ask: Final[Condition] = may_ask & (~agent_investigates | (investigation == "warehouse-error"))
own_clock: Final[Condition] = programme == "kakobuy"  # it says by when it wants to hear of it
first_words: Final[Condition] = (
    buying & parcel_came & not_written & no_case & ~sure(agent_investigates) & ~sure(sent_by_the_marketplace)
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-parcel-came-agent",
        through_agent & parcel_came,
        Headline("Take photos now, and write to your agent today: many take reports for a few days only."),
        ("KB-01", "KB-23", "SR-20"),
    ),
    Rule(
        "buyer-headline-parcel-came",
        buying & parcel_came,
        Headline("Take photos now, and write once: short, exact, with one clear request."),
        ("KB-01", "KB-23"),
    ),
    Rule(
        "buyer-writes-to-the-agent",
        first_words & through_agent & ~sure(own_clock),
        Step("Write to your agent, with the proof that you have.", by="buyer-contact-clock"),
        ("SR-20",),
    ),
    Rule(
        "buyer-writes-to-the-seller",
        first_words
        & not_through_agent
        & ~sure(~shipped_by()),  # where there are two ways to ship, its own rules say it
        Step("Write to the seller, with the proof that you have.", by="buyer-contact-clock"),
        ("SR-20",),
    ),
    Rule(
        "buyer-shares-photos-and-video",
        buying & not_right & still_asking & no_case,
        Step("Send photos that show what is wrong from near and far, and the label on the box."),
        ("SR-21",),
    ),
    Rule(
        "buyer-points-to-the-qc-photos",
        through_agent & not_right & evidence.has("qc-photos") & still_asking,
        Step("Point to the quality-control photos: they show the item before it was sent."),
        ("SR-22",),
    ),
    Rule(
        "buyer-proposes-a-solution",
        buying & not_right & still_asking & no_case,
        Step("Propose one solution that is fair to both of you."),
        ("SR-23",),
    ),
    Rule(
        "buyer-asks-for-the-part",
        buying & parcel_came & (share == "part") & time_to_ask,
        Step("Ask for the items that are concerned and not for the whole order: say how many of how many."),
        ("PM-20", "KB-23"),
    ),
    Rule(
        "buyer-submits-the-video",
        tiers_apply & total_loss & video_held & still_asking & ~sure(investigation_runs),
        Step("Hand in the video of the unboxing."),
        ("KB-34",),
    ),
    Rule(
        "buyer-asks-whoever-collected-it",
        buying & parcel_came & (collected_by_other == "yes") & may_ask & ~sure(agent_investigates),
        Step("Ask whoever collected it how the box looked: was it whole, and was it taped again?"),
        ("SR-70",),
    ),
    Rule(
        "buyer-shows-dhl-the-parcel",
        buying & problem.is_in("damaged", "missing-item", "empty-package") & (carrier == "dhl-paket") & may_ask,
        Step(
            "Show DHL parcel, contents and box at a branch: others say that damage and loss have to be told within "
            "seven "
            "days. A paper from there helps with your claim.",
            by="buyer-dhl-clock",
        ),
        ("CA-32",),
    ),
    Rule(
        "buyer-leaves-it-unused",
        buying & not_right & ~sure(kept | decided),
        Avoid("Do not wear, wash or use it until it is settled."),
        ("KB-13",),
    ),
    Rule(
        "buyer-keeps-a-fake",
        sure(buying & (defect_kind == "counterfeit") & parcel_came),
        Avoid("Do not use a fake, and never sell it on."),
        ("KB-13",),
    ),
    Rule(
        "buyer-video-is-strongest",
        buying & parcel_came & ~sure(video_held) & may_ask,
        Warn(
            "If somebody filmed the unboxing, that video is the strongest proof. It cannot be made afterwards: next "
            "time, film each parcel before you open it."
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
        "buyer-weight-is-heavier",
        buying & parcel_came & (weight_gap == "heavier"),
        Warn(
            "The parcel weighs clearly more than its label says: something else may have been packed. Ask for the "
            "warehouse's weight record and photos."
        ),
        ("R-AN-02", "KB-12"),
    ),
    Rule(
        "buyer-way-back-not-covered",
        buying & problem.is_in("wrong-item", "not-as-described") & ~sure(kept | decided) & ~sure(stated),
        WarnAtStake(
            "Do not send anything back before the other side has agreed in writing who pays for the way, and to which "
            "address."
        ),
        ("SR-02",),
    ),
    Rule(
        "buyer-proof-unboxing-video",
        buying & parcel_came,
        Proof(
            "unboxing-video",
            "The video of the unboxing, if one was made: the closed box, its label, each item as it comes out.",
            needed=False,
        ),
        ("KB-11", "KB-13", "KB-14", "SR-14", "SR-15", "SR-16", "SR-17"),
    ),
    Rule(
        "buyer-proof-item-photos",
        buying & not_right,
        Proof("item-photos", "Photos of what is wrong, with the time they were taken."),
        ("SR-21", "KB-14"),
    ),
    Rule(
        "buyer-proof-group-photo",
        buying & something_lost & ~agent_investigates,
        Proof("group-photo", "One photo of everything that came, with its packaging."),
        ("KB-14",),
    ),
    Rule(
        "buyer-proof-package-photos",
        buying & parcel_came,
        Proof("package-photos", "Photos of the box from outside, above all where it is crushed, wet or taped again."),
        ("KB-10",),
    ),
    Rule(
        "buyer-proof-weight",
        buying & something_lost & (through_agent | label_weight_g.is_given | measured_weight_g.is_given),
        Proof("weight-record", "The parcel on a scale, to compare with the weight on its label.", needed=False),
        ("KB-12", "R-AN-02", "SR-12"),
    ),
    Rule(
        "buyer-proof-qc-photos",
        through_agent & not_right,
        Proof(
            "qc-photos",
            "The quality-control photos from the warehouse: your agent's order page has them.",
            needed=False,
        ),
        ("SR-10", "SR-11", "SR-22"),
    ),
    Rule(
        "buyer-proof-packing-materials",
        buying & (problem == "damaged"),
        Proof("packing-material-photos", "Photos of what it was packed in, if you still have it.", needed=False),
        ("SR-13",),
    ),
    Rule(
        "buyer-proof-listing",
        not_through_agent & problem.is_in("wrong-item", "not-as-described"),
        Proof("listing-copy", "A copy of the listing as it stood when you ordered.", needed=False),
        ("KB-21",),
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
        & not_right
        & evidence.has("item-photos")
        & evidence.has_one_of("package-photos", "six-side-photos", "qc-photos", "waybill-photo", "listing-copy"),
        Grade(Strength.FAIR, "Your photos show what is wrong. A video without a cut would be stronger."),
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
        tiers_apply & time_to_ask & total_loss & ~only_a_part,
        Remedy(
            "Nothing of what you ordered came. Ask for all your money back, or for it to be sent again at once.",
            (Ask.REFUND, Ask.RESHIP),
            tier=3,
        ),
        ("KB-35", "KB-34"),
    ),
    Rule(
        "buyer-tier-3-part",
        tiers_apply & time_to_ask & total_loss & (share == "part"),
        Remedy(
            "Some of what you ordered is missing or quite another thing. Ask for the price of those, or for them to be "
            "sent again.",
            (Ask.PARTIAL_REFUND, Ask.RESHIP),
            tier=3,
        ),
        ("KB-35", "KB-34"),
    ),
    Rule(
        "buyer-part-is-fair",
        not_through_agent & parcel_came & (share == "part") & may_ask,
        Remedy(
            "Only some of the items are concerned, so the price of those is fair, or the right ones sent after.",
            (Ask.PARTIAL_REFUND, Ask.REPLACEMENT),
        ),
        ("PM-20", "SR-23"),
    ),
    Rule(
        "buyer-looks-only-is-fair",
        not_through_agent
        & problem.is_in("damaged", "not-as-described")
        & (severity == "cosmetic")
        & may_ask
        & ~only_a_part,
        Remedy("Only the looks are affected, so a part of the price is fair, or nothing.", (Ask.SMALL_PARTIAL_REFUND,)),
        ("SR-23",),
    ),
    Rule(
        "buyer-what-did-not-come-is-fair",
        not_through_agent & something_lost & ~only_a_part & may_ask,
        Remedy(
            "What did not come can be sent after, or its price given back: there is nothing to return.",
            (Ask.RESHIP, Ask.REFUND),
        ),
        ("SR-23",),
    ),
    Rule(
        "buyer-refund-after-return-is-fair",
        not_through_agent
        & not_right
        & (seller_is == "private")
        & ~only_a_part
        & ~sure(severity == "cosmetic")
        & may_ask,
        Remedy(
            "It is not what you paid for. Of a private seller all the money back once it is returned is fair, or "
            "part of it.",
            (Ask.REFUND, Ask.PARTIAL_REFUND),
        ),
        ("SR-23",),
    ),
    Rule(
        "buyer-replacement-or-refund-is-fair",
        not_through_agent
        & not_right
        & ~sure(seller_is == "private")
        & ~only_a_part
        & ~sure(severity == "cosmetic")
        & may_ask,
        Remedy(
            "It is not what you paid for: the right item, or all the money back once it is returned, is fair.",
            (Ask.REPLACEMENT, Ask.REFUND),
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
        sure(tiers_apply) & ~sure(total_loss) & graded & (severity == "cosmetic"),
        Avoid(
            "Do not ask for the whole price when only the looks are affected: it marks you as a difficult buyer.",
            (Action.CLAIM_EVERYTHING,),
        ),
        ("KB-31",),
    ),
    Rule(
        "buyer-door-agent-arrived",
        through_agent & parcel_came,
        Door(
            Way.PLATFORM,
            "Your agent's after-sales",
            "buyer",
            "Each agent has days of its own: look up the last one on its page, and report today, whatever day it is.",
            needs=("package-photos",),
        ),
        ("SR-20", "SR-50"),
    ),
    Rule(
        "buyer-some-agents-have-few-days",
        first_words & (programme == "other-agent"),
        WarnAtStake(
            "Others say that some agents take reports only for seven days after delivery. Look yours up today."
        ),
        ("CA-92",),
    ),
    Rule(
        "buyer-dhl-clock",
        buying & problem.is_in("damaged", "missing-item", "empty-package") & (carrier == "dhl-paket") & may_ask,
        Clock(
            "Show DHL the parcel",
            "dhl_damage_notice",
            "The seven days are over. Ask DHL all the same: it is harder to prove now.",
        ),
        ("CA-32",),
    ),
    Rule(
        "buyer-contact-clock",
        first_words & ~sure(own_clock),
        Clock(
            "Write the first message",
            "first_message",
            "The first day is over. Write now: late is better than not at all.",
        ),
        ("SR-20",),
    ),
    sending("buyer-send-damage-claim", first_words & (problem == "damaged"), "buyer-damage-claim"),
    sending("buyer-send-wrong-item-claim", first_words & (problem == "wrong-item"), "buyer-wrong-item-claim"),
    sending(
        "buyer-send-not-as-described-claim",
        first_words & (problem == "not-as-described"),
        "buyer-not-as-described-claim",
    ),
    sending("buyer-send-missing-item-claim", first_words & (problem == "missing-item"), "buyer-missing-item-claim"),
    sending("buyer-send-empty-package-claim", first_words & (problem == "empty-package"), "buyer-empty-package-claim"),
)

BEFORE: Final = {
    "buyer-agent-covers-total-loss": "buyer-contact-clock",
    "buyer-does-not-ask-too-much": "buyer-contact-clock",
}
"""What goes with the tiers comes after them, before the time limits."""
