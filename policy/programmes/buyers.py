"""What every buyer shares, wherever the order was made: proof, first contact, the way up, when to let go.

What a buyer may ask for stands in `buyers_remedy`. The sources are the guides for buyers (SR) and the evidence and
message rules of Kakobuy (KB), which also serve buyers elsewhere.
"""

from typing import Final

from policy.conditions import Condition, sure
from policy.derived import NEGOTIATION_HOURS, negotiation, weight_gap
from policy.effects import (
    Action,
    Avoid,
    Clock,
    Grade,
    Headline,
    Party,
    Proof,
    Responsible,
    Rung,
    Step,
    Strength,
    WalkAway,
    Warn,
    WarnAtStake,
)
from policy.facts import escalated, evidence, insured, problem, programme, reply, side, tracking
from policy.rule import Rule

buying: Final[Condition] = side == "buyer"
through_agent: Final[Condition] = buying & programme.is_in("kakobuy", "allchinabuy")
parcel_came: Final[Condition] = problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")
something_lost: Final[Condition] = problem.is_in("missing-item", "empty-package")
not_written: Final[Condition] = ~sure(reply.is_in("waiting", "offered", "refused", "agreed"))
still_talking: Final[Condition] = reply.is_in("not-contacted", "waiting", "offered", "refused")
talk_failed: Final[Condition] = (reply == "refused") | ((reply == "waiting") & (negotiation == "over"))
higher_up: Final[Condition] = escalated.is_in("platform-dispute", "community", "exhausted")
video_held: Final[Condition] = evidence.has("unboxing-video")

HEADLINES: Final = (
    Rule(
        "buyer-headline-agreed",
        buying & (reply == "agreed"),
        Headline("You have agreed: say thank you, and close nothing until the money or the replacement is there."),
        ("KB-40", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-exhausted",
        buying & (escalated == "exhausted"),
        Headline("You have tried every step: weigh what more of your time would bring, then let it go."),
        ("SR-53",),
    ),
    Rule(
        "buyer-headline-community",
        buying & (escalated == "community"),
        Headline("Let the community mediate, and decide beforehand how much more time this is worth to you."),
        ("SR-52", "SR-60"),
    ),
    Rule(
        "buyer-headline-dispute",
        buying & (escalated == "platform-dispute"),
        Headline("Stay with your dispute: give it all your proof, and keep it open until you have what you are owed."),
        ("SR-51", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-talk-failed",
        buying & talk_failed,
        Headline("Talking has not helped: take it one step higher, with your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-headline-offered",
        buying & (reply == "offered"),
        Headline("Compare their offer with what is fair before you answer it."),
        ("SR-43",),
    ),
    Rule(
        "buyer-headline-waiting",
        buying & (reply == "waiting"),
        Headline("Give them the time to answer, then write once more, calmly."),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-headline-parcel-came",
        buying & parcel_came,
        Headline("Collect your proof first, then write once: short, exact, with one clear request."),
        ("KB-01", "KB-23"),
    ),
    Rule(
        "buyer-headline-not-received",
        buying & (problem == "not-received"),
        Headline("First find out where the parcel is, then write to the seller."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-headline-seized",
        buying & (problem == "seized-by-customs"),
        Headline("Find out whether shipping insurance was bought: it decides what you can ask for."),
        ("KB-35",),
    ),
)

RESPONSIBILITY: Final = (
    Rule(
        "buyer-dispute-decides",
        buying & (escalated == "platform-dispute"),
        Responsible(Party.PLATFORM, "Your dispute is where it is decided now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-starts-with-the-seller",
        buying & (parcel_came | (problem == "not-received")),
        Responsible(Party.SELLER, "The seller is the one to turn to first: most cases never need anybody else."),
        ("SR-50", "SR-70"),
    ),
)

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
        buying & (problem == "seized-by-customs") & ~insured.is_given,
        Step("Look whether shipping insurance was bought with the order."),
        ("KB-35",),
    ),
    Rule(
        "buyer-writes-to-the-seller",
        buying & parcel_came & not_written,
        Step("Write to the seller, or to your agent if you bought through one, with your proof.", by="buyer-contact-clock"),
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
        buying & (escalated == "exhausted") & ~sure(reply == "agreed"),
        Step("Accept the loss, and move on."),
        ("SR-53",),
    ),
    Rule(
        "buyer-accepts-the-resolution",
        buying & (reply == "agreed"),
        Step("Confirm what you agreed, thank them for putting it right, and move on."),
        ("KB-40",),
    ),
)

AVOID: Final = (
    Rule(
        "buyer-closes-nothing-on-a-promise",
        buying,
        Avoid(
            "Do not close a dispute on a promise: keep it open until the money or the replacement is there.",
            (Action.CLOSE_DISPUTE,),
        ),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-does-not-write-in-anger",
        buying,
        Avoid(
            "Do not write in anger, in slang or in long sentences: they probably read you through a translation program.",
        ),
        ("KB-20",),
    ),
)

EVIDENCE: Final = (
    Rule("buyer-proof-order-number", buying, Proof("order-number", "The order number."), ("KB-21",)),
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
        "buyer-proof-tracking",
        buying & problem.is_in("not-received", "seized-by-customs", "cancelled-after-shipment"),
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-is-strong",
        buying & parcel_came & video_held,
        Grade(Strength.STRONG, "A video without a cut shows which parcel it is and what was in it. Photos cannot do
        that."), ("KB-14", "KB-11"),
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
        ("AC-20", "KB-14"),
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
        "buyer-proof-is-fair-by-tracking",
        buying & (problem == "not-received") & evidence.has("tracking-record"),
        Grade(Strength.FAIR, "The tracking history shows where the parcel was last seen."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-is-weak",
        buying & evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps, but it does not show yet what happened to this parcel."),
        ("KB-01", "KB-14"),
    ),
    Rule(
        "buyer-has-no-proof-yet",
        buying,
        Grade(Strength.NONE, "You have not told us of any proof. Facts that can be shown decide such cases."),
        ("KB-01",),
    ),
)

CLOCKS: Final = (
    Rule(
        "buyer-contact-clock",
        buying & parcel_came & not_written,
        Clock(
            "Write to the seller",
            starts="delivered_on",
            late="The first day is over. Write to the seller now: late is better than not at all.",
            limit=24,
            unit="hours",
            start="the day the parcel came",
        ),
        ("SR-20",),
    ),
    Rule(
        "buyer-negotiation-clock",
        buying & still_talking & (escalated == "none"),
        Clock(
            "Settle it with the seller directly, before you go one step higher",
            starts="contacted_on",
            late="The time for direct talks is over. You can take it one step higher now.",
            limit=NEGOTIATION_HOURS,
            unit="hours",
            start="the day you first wrote to the seller",
        ),
        ("SR-50",),
    ),
    Rule(
        "buyer-paypal-dispute-clock",
        buying,
        Clock(
            "Open a PayPal dispute, if you paid with PayPal",
            starts="paid_on",
            late="The time for opening a PayPal dispute is over. Ask the seller and the platform directly.",
            window="W-PP-01",
        ),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-paypal-claim-clock",
        buying & (escalated == "platform-dispute"),
        Clock(
            "Turn an open PayPal dispute into a claim; after that day it closes for good",
            starts="request_opened_on",
            late="A PayPal dispute from that day has closed for good. Other ways may still be open: ask the platform.",
            window="W-PP-02",
        ),
        ("W-PP-02",),
    ),
)

LADDER: Final = (
    Rule(
        "buyer-rung-agreed",
        buying & (reply == "agreed"),
        Rung(None, "You have agreed.", "Nothing, if they keep their word.", "If they do not, go on where you stopped."),
        ("KB-40",),
    ),
    Rule(
        "buyer-rung-loss",
        buying & (escalated == "exhausted"),
        Rung(4, "Accept the loss and move on.", "Nothing more.", "Every step before this one was tried."),
        ("SR-53",),
    ),
    Rule(
        "buyer-rung-community",
        buying & (escalated == "community"),
        Rung(3, "Community mediation.", "Accept the loss and move on.", "If the mediation brings nothing."),
        ("SR-52", "SR-53"),
    ),
    Rule(
        "buyer-rung-dispute",
        buying & (escalated == "platform-dispute"),
        Rung(2, "The platform's dispute system.", "Community mediation.", "If the dispute ends without a solution."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-rung-agent-mediation",
        through_agent & (escalated == "none") & (reply == "refused") & video_held,
        Rung(2, "Your agent's dispute mediation.", "Community mediation.", "If the mediation ends without a solution."),
        ("KB-41", "SR-52"),
    ),
    Rule(
        "buyer-rung-dispute-now",
        buying & (escalated == "none") & talk_failed,
        Rung(2, "The platform's dispute system.", "Community mediation.", "If the dispute ends without a solution."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-rung-negotiation",
        buying & (escalated == "none") & still_talking,
        Rung(
            1,
            "Talk with the seller directly.",
            "The platform's dispute system.",
            f"If the seller refuses, or has not answered {NEGOTIATION_HOURS} hours after you first wrote.",
        ),
        ("SR-50", "SR-51"),
    ),
    Rule(
        "buyer-rung-unknown",
        buying,
        Rung(None, "Start with the seller.", "The platform's dispute system.", "If talking with the seller does not
        help."), ("SR-50", "SR-51"),
    ),
)

WARNINGS: Final = (
    Rule(
        "buyer-needs-a-video",
        buying & parcel_came & ~video_held,
        WarnAtStake(
            "Without a video of the unboxing, the seller or agent can say that it broke later, or that you took "
            "something out."
        ),
        ("KB-15",),
    ),
    Rule(
        "buyer-stays-calm",
        buying,
        Warn("Calm facts and solid proof make a good seller want to put it right."),
        ("KB-01", "KB-42"),
    ),
    Rule(
        "buyer-weight-is-normal",
        buying & something_lost & (weight_gap == "within-scatter"),
        Warn("The two weights are close enough to be the same, so they do not show that something is missing."),
        ("R-AN-02", "KB-12"),
    ),
    Rule(
        "buyer-cancelled-not-covered",
        buying & (problem == "cancelled-after-shipment"),
        Warn(
            "No source here says what a buyer gets when a cancelled order was sent all the same, or by when. Ask the "
            "seller now what happens with the parcel."
        ),
        ("SR-70",),
    ),
    Rule(
        "buyer-stays-on-good-terms",
        buying & (reply == "agreed"),
        Warn("If it went well: pay promptly, leave an honest review, and recommend the seller to others."),
        ("SR-40", "SR-41", "SR-42"),
    ),
    Rule(
        "buyer-comes-back",
        buying & (reply == "agreed"),
        Warn(
            "Sellers look after people who come back: their orders are handled first and packed better, problems are "
            "solved sooner, and new items are offered to them early."
        ),
        ("SR-44",),
    ),
)

WALK_AWAY: Final = (
    Rule(
        "buyer-weighs-value-and-time",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Is the item worth the time that this still takes?"),
        ("SR-60",),
    ),
    Rule(
        "buyer-weighs-the-sellers-history",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How has the seller treated other buyers?"),
        ("SR-61",),
    ),
    Rule(
        "buyer-weighs-the-proof",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How strong is your proof?"),
        ("SR-62",),
    ),
    Rule(
        "buyer-weighs-the-future",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Do you want to buy from this seller again?"),
        ("SR-63",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
    *STEPS,
    *AVOID,
    *EVIDENCE,
    *CLOCKS,
    *LADDER,
    *WARNINGS,
    *WALK_AWAY,
)
"""Every rule that all buyers share, but those about the remedy and the messages."""
