"""Every buyer: what to do."""

from typing import Final

from policy.cases.derived import negotiation
from policy.cases.programmes import covering
from policy.facts import escalated, evidence, insured, problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Step,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    cancelled,
    higher_up,
    investigation_runs,
    not_agreed,
    not_written,
    parcel_came,
    seized,
    still_asking,
    talk_failed,
    through_agent,
    tiers_apply,
    to_the_agent,
    total_loss,
)

# Where a programme's own sources say how to report that nothing came, that report is the dispute: it has its own step.
reported_there: Final[Condition] = covering("buyer", "not-received") & (problem == "not-received")

STEPS: Final = (
    Rule(
        "buyer-keeps-a-record",
        buying & ~sure(agent_investigates),
        Step("Write down what happened, and keep every photo, message and piece of packaging."),
        ("SR-70",),
    ),
    Rule(
        "buyer-checks-the-tracking",
        buying & (problem == "not-received") & ~tracking.is_given,
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
        "buyer-claims-with-the-carrier",
        buying & (problem == "not-received") & tracking.is_in("stalled", "delivered", "returned") & not_agreed,
        Step("File a claim with the carrier."),
        ("SR-26",),
    ),
    Rule(
        "buyer-works-it-out-with-the-seller",
        buying & (problem == "not-received") & not_written,
        Step("Write to the seller: if the parcel is lost, you want another one or your money back."),
        ("SR-27",),
    ),
    Rule(
        "buyer-asks-about-the-seizure",
        buying & seized & not_written,
        Step("If customs has taken it, write to the seller, or to your agent if you bought through one."),
        ("SR-50",),
    ),
    Rule(
        "buyer-asks-about-the-parcel",
        buying & cancelled & not_written,
        Step("Ask the seller what to do with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-waits-for-an-answer",
        buying & (reply == "waiting") & ~sure(higher_up) & ~sure(negotiation == "over") & ~sure(investigation_runs),
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
        to_the_agent,
        Step("Ask your agent to mediate the dispute, and hand over the video."),
        ("KB-41",),
    ),
    Rule(
        "buyer-opens-a-dispute",
        buying & talk_failed & ~sure(higher_up) & ~sure(to_the_agent) & ~sure(reported_there),
        Step("Open a dispute with the platform, with all your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-keeps-the-dispute-going",
        buying & (escalated == "platform-dispute") & not_agreed,
        Step("Answer every question in the dispute. If it ends without a solution, ask the community to mediate."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-asks-the-community",
        buying & (escalated == "community") & not_agreed,
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
