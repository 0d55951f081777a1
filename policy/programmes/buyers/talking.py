"""Every buyer: an answer is awaited, or came, or an offer is on the table."""

from typing import Final

from policy.cases.derived import offer_share, share
from policy.facts import (
    customs,
    fulfilment,
    inspection,
    looked_around,
    offer,
    payment_case,
    platform_case,
    problem,
    programme,
    promise_kept,
    reply,
    severity,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Clock, Door, DoorState, Headline, Rung, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import NEGOTIATION_HOURS, negotiation
from policy.programmes.buyers.decided import nothing_left
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    customs_has_it,
    early,
    higher_up,
    investigation_runs,
    no_case,
    offer_covers,
    offer_covers_its_part,
    offer_is_enough,
    on_marketplace,
    talk_failed,
    through_agent,
    won,
)
from policy.programmes.marketplaces import case_over, report_at_once
from policy.programmes.scope import not_right, platform_used, sent_back

open_talk: Final[Condition] = buying & ~sure(came_after_all) & ~sure(investigation_runs)
waiting: Final[Condition] = open_talk & reply.is_in("waiting", "answered") & ~sure(early)
answered: Final[Condition] = waiting & (reply == "answered")
not_answered: Final[Condition] = waiting & (reply == "waiting")
# What to say of a parcel that is said to be there, says who speaks of that.
said_to_be_there: Final[Condition] = (problem == "not-received") & (tracking == "delivered")
offered: Final[Condition] = open_talk & (reply == "offered") & ~sure(won)
# Kingston Express has headlines for its own case, and eBay as long as its own way counts.
has_its_own_headline: Final[Condition] = (
    (programme == "kingston-express") & (platform_used | ((fulfilment == "platform") & inspection.is_given))
) | ((programme == "ebay") & (payment_case == "none"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-offer-return-at-my-cost",
        offered & (offer == "return-at-my-cost"),
        Headline(
            "Answer the offer, but send nothing yet: first ask them to pay the way back, since it was not your mistake."
        ),
        ("SR-43", "SR-02"),
    ),
    Rule(
        "buyer-headline-offer-covers",
        offered & offer_covers,
        Headline("A good offer: it is what you paid. Say yes in writing with a last day; close nothing before."),
        ("SR-43", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-offer-covers-its-part",
        offered & offer_covers_its_part,
        Headline(
            "A fair offer, if each item cost the same: say yes in writing with a last day, and close nothing before."
        ),
        ("SR-43", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-offer-too-small",
        offered
        & offer.is_in("partial-refund", "credit")
        & (offer_share == "small")
        & ~sure(
            report_at_once | has_its_own_headline | ((programme == "kingston-express") & (fulfilment == "platform"))
        )
        & (
            (not_right & severity.is_in("unusable", "total"))
            | ((problem == "missing-item") & ((share == "part") | (severity == "total")))
            | problem.is_in("not-received", "empty-package")
        ),
        Headline("Do not accept that: it is less than half of what is due. Answer with the sum that is fair."),
        ("SR-43",),
    ),
    Rule(
        "buyer-headline-offer-part",
        offered & offer.is_in("partial-refund", "credit"),
        Headline("Compare the offer with what is fair, then answer it: yes, yes for more, or no with your reason."),
        ("SR-43",),
    ),
    Rule(
        "buyer-headline-offer-whole",
        offered & offer.is_in("full-refund", "replacement", "refund-after-return"),
        Headline("A good offer: say yes in writing with a last day, and keep every other way open until it is done."),
        ("SR-43", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-offered",
        offered,
        Headline("Compare their offer with what is fair before you answer it."),
        ("SR-43",),
    ),
    Rule(
        "buyer-headline-answered",
        answered
        & ~sure(higher_up)
        & ~sure(negotiation == "over")
        & ~sure(customs_has_it & (customs == "seized"))
        & ~said_to_be_there,
        Headline("They have answered, and it is not solved: write what you ask for, and by which day."),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-headline-waiting",
        not_answered & ~sure(higher_up) & ~sure(negotiation == "over") & ~sure(customs_has_it & (customs == "seized")),
        Headline("Give them the time to answer, then write once more, calmly."),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-answers-them",
        answered & ~sure(higher_up) & ~sure(negotiation == "over") & ~said_to_be_there,
        Step(
            "Answer in writing: what is not solved yet, what you ask for, and by which day.",
            by="buyer-negotiation-clock",
        ),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-waits-for-an-answer",
        not_answered & ~sure(higher_up) & ~sure(negotiation == "over"),
        Step("Wait for the answer, and write once more if none comes in time.", by="buyer-negotiation-clock"),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-weighs-the-offer",
        offered & ~sure(offer_is_enough) & ~sure(sent_back),
        Step("Compare the offer with what is fair. A reasonable one is worth more than a long fight."),
        ("SR-43",),
    ),
    Rule(
        "buyer-answers-the-offer",
        offered,
        Step("Answer in writing, where you have talked so far. Take money only by the way that you paid."),
        ("SR-43", "KB-40"),
    ),
    Rule(
        "buyer-says-yes-with-a-day",
        offered & (offer.is_in("full-refund", "replacement", "refund-after-return") | offer_is_enough),
        Step("Say yes and name a day. Until the money or the parcel is there, it is only a promise."),
        ("SR-43", "R-AN-01"),
    ),
    Rule(
        "buyer-takes-no-silence-for-money",
        offered & on_marketplace,
        Avoid(
            "Do not take money outside the marketplace, and do not promise to open no case or to praise them for it."
        ),
        ("SR-23",),
    ),
    Rule(
        "buyer-does-not-send-it-back-yet",
        offered
        & (offer == "return-at-my-cost")
        & ~sure(nothing_left | problem.is_in("not-received", "customs", "cancelled-after-shipment") | sent_back)
        & ~sure(promise_kept == "yes"),
        Avoid("Do not send it back before it is agreed who pays, and to which address.", (Action.ACCEPT,)),
        ("SR-02",),
    ),
    Rule(
        "buyer-offer-does-not-stop-clocks",
        offered,
        Warn("An offer stops no time limit: look at the last days below, and do not wait past them."),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-door-agent-asked",
        through_agent & reply.is_in("waiting", "answered", "offered", "refused", "agreed") & ~sure(came_after_all),
        Door(
            Way.PLATFORM,
            "Your agent's after-sales",
            "buyer",
            "You have told your agent in time, so it is in use: ask it to mediate where talking does not help.",
            state=DoorState.IN_USE,
        ),
        ("KB-41",),
    ),
    Rule(
        "buyer-negotiation-clock",
        waiting & no_case & ~sure(case_over),
        Clock(
            "Settle it in direct talks, before you go one step higher",
            "negotiation",
            "The time for direct talks is over. You can take it one step higher now.",
        ),
        ("SR-50",),
    ),
    Rule(
        "buyer-rung-negotiation-agent",
        through_agent & (platform_case == "none") & reply.is_in("waiting", "answered", "offered") & ~sure(talk_failed),
        Rung(
            1,
            "Talk with your agent and, through it, with the seller.",
            "Your agent's dispute mediation.",
            f"If the seller refuses, or has not answered {NEGOTIATION_HOURS} hours after you first wrote.",
        ),
        ("SR-50", "KB-41"),
    ),
    Rule(
        "buyer-rung-negotiation",
        on_marketplace
        & ~sure(case_over)
        & (platform_case == "none")
        & reply.is_in("waiting", "answered", "offered")
        & ~sure(talk_failed),
        Rung(
            1,
            "Talk with the seller directly.",
            "The platform's dispute system.",
            f"If the seller refuses, or has not answered {NEGOTIATION_HOURS} hours after you first wrote.",
        ),
        ("SR-50", "SR-51"),
    ),
    sending(
        "buyer-send-follow-up",
        # Where nothing is at the place of delivery, another letter says so.
        waiting & ~sure(higher_up) & ~sure(talk_failed) & ~sure(said_to_be_there & (looked_around == "yes")),
        "buyer-follow-up",
    ),
    sending(
        "buyer-send-offer-yes",
        offered & (offer.is_in("full-refund", "replacement", "refund-after-return") | offer_is_enough),
        "buyer-offer-yes",
    ),
    sending(
        "buyer-send-offer-counter",
        offered & offer.is_in("partial-refund", "credit") & ~sure(offer_is_enough),
        "buyer-offer-counter",
    ),
    sending("buyer-send-offer-way-back", offered & (offer == "return-at-my-cost"), "buyer-offer-way-back"),
)
