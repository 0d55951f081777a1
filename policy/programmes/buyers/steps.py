"""Every buyer: what to do."""

from typing import Final

from policy.conditions import sure
from policy.derived import negotiation
from policy.effects import (
    Action,
    Step,
)
from policy.facts import escalated, evidence, insured, problem, reply, tracking
from policy.programmes.buyers.scope import (
    buying,
    not_written,
    parcel_came,
    seized,
    talk_failed,
    through_agent,
    tiers_apply,
    video_held,
)
from policy.rule import Rule

STEPS: Final = (
    Rule(
        "buyer-keeps-a-record",
        buying,
        Step("Write down what happened, and keep every photo, message and piece of packaging."),
        ("SR-70",),
    ),
    Rule(
        "buyer-checks-the-tracking",
        buying & (problem == "not-received"),
        Step("Look up the tracking: does it say delivered, although nothing came?"),
        ("SR-24",),
    ),
    Rule(
        "buyer-asks-the-warehouse",
        through_agent & (problem == "not-received"),
        Step("Ask your agent what its warehouse records say about the parcel."),
        ("SR-25",),
    ),
    Rule(
        "buyer-checks-for-insurance",
        tiers_apply & seized & ~insured.is_given,
        Step("Look whether shipping insurance was bought with the order."),
        ("KB-35",),
    ),
    Rule(
        "buyer-writes-to-the-seller",
        buying & parcel_came & not_written,
        Step(
            "Write to the seller, or to your agent if you bought through one, with your proof.",
            by="buyer-contact-clock",
        ),
        ("SR-20",),
    ),
    Rule(
        "buyer-shares-photos-and-video",
        buying & (problem == "damaged") & ~sure(reply == "agreed"),
        Step("Send photos and video that show the damage, and when they were taken."),
        ("SR-21",),
    ),
    Rule(
        "buyer-points-to-the-qc-photos",
        buying & (problem == "damaged") & evidence.has("qc-photos") & ~sure(reply == "agreed"),
        Step("Point to the quality-control photos: they show the item before it was sent."),
        ("SR-22",),
    ),
    Rule(
        "buyer-proposes-a-solution",
        buying & (problem == "damaged") & ~sure(reply == "agreed"),
        Step("Propose one solution that is fair to both of you."),
        ("SR-23",),
    ),
    Rule(
        "buyer-works-it-out-with-the-seller",
        buying & (problem == "not-received") & ~sure(reply == "agreed"),
        Step("Ask the seller for a replacement or your money back."),
        ("SR-27",),
    ),
    Rule(
        "buyer-claims-with-the-carrier",
        buying & (problem == "not-received") & tracking.is_in("stalled", "delivered", "returned"),
        Step("File a claim with the carrier."),
        ("SR-26",),
    ),
    Rule(
        "buyer-waits-for-an-answer",
        buying & (reply == "waiting") & (escalated == "none") & ~sure(negotiation == "over"),
        Step("Wait for the answer, and write once more if none comes in time.", by="buyer-negotiation-clock"),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-weighs-the-offer",
        buying & (reply == "offered"),
        Step("Compare the offer with what is fair. A reasonable one is worth more than a long fight."),
        ("SR-43",),
    ),
    Rule(
        "buyer-uses-the-agents-mediation",
        through_agent & (reply == "refused") & video_held & (escalated == "none"),
        Step("Ask your agent to mediate the dispute, and hand over the video."),
        ("KB-41",),
    ),
    Rule(
        "buyer-opens-a-dispute",
        buying & talk_failed & (escalated == "none"),
        Step("Open a dispute with the platform, with all your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-keeps-the-dispute-going",
        buying & (escalated == "platform-dispute") & ~sure(reply == "agreed"),
        Step("Answer every question in the dispute. If it ends without a solution, ask the community to mediate."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-asks-the-community",
        buying & (escalated == "community") & ~sure(reply == "agreed"),
        Step("Show the community both sides of the case, with your proof, and ask for mediation."),
        ("SR-52",),
    ),
    Rule(
        "buyer-lets-it-go",
        buying & (escalated == "exhausted") & ~(reply == "agreed"),
        Step("Accept the loss, and move on.", does=(Action.ACCEPT,)),
        ("SR-53",),
    ),
    Rule(
        "buyer-accepts-the-resolution",
        buying & (reply == "agreed"),
        Step("Confirm what you agreed, thank them for putting it right, and move on.", does=(Action.ACCEPT,)),
        ("KB-40",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*STEPS,)
"""In the order in which an answer lists them."""
