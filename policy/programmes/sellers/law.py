"""Sellers anywhere: what the law of the buyer's country says to businesses, as information; a private sale."""

from typing import Final

from policy.facts import buyer_country, problem, reply, seller_is, severity
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Door, DoorState, Party, Responsible, Step, Warn, Way
from policy.language.rule import Rule
from policy.programmes.scope import something_lost
from policy.programmes.sellers.scope import elsewhere, private_sale

trading: Final[Condition] = elsewhere & (seller_is == "trader")
uk: Final[Condition] = trading & (buyer_country == "uk")
eu: Final[Condition] = trading & (buyer_country == "eu")
australia: Final[Condition] = trading & (buyer_country == "au")
faulty: Final[Condition] = problem.is_in("damaged", "wrong-item", "not-as-described")
private_seller: Final[Condition] = elsewhere & (seller_is == "private")
can_go_back: Final[Condition] = faulty | problem.is_in("return", "cancelled-after-shipment")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-private-settles",
        private_sale,
        Responsible(Party.SELLER, "You and the buyer settle it: there is no marketplace that decides."),
        ("LW-48",),
    ),
    Rule(
        "seller-private-looks-at-what-was-agreed",
        private_sale & ~sure(reply == "agreed"),
        Step("Read again what you two agreed: the listing, who bears the risk on the way, and what you wrote."),
        ("LW-48",),
    ),
    Rule(
        "seller-uk-risk",
        uk & (something_lost | problem.is_in("not-received", "damaged")),
        Warn(
            "For information: in the United Kingdom a parcel is at a trader's risk until the buyer has it. If it is "
            "lost, "
            "sending the buyer to the carrier is no answer."
        ),
        ("LW-18",),
    ),
    Rule(
        "seller-uk-cancels",
        uk & can_go_back,
        Warn("For information: in the United Kingdom a buyer can cancel an online order for 14 days after it came."),
        ("LW-25",),
    ),
    Rule(
        "seller-uk-refund-clock",
        uk & (problem == "return"),
        Clock(
            "Pay back price and standard delivery (others say: after a cancellation in the United Kingdom)",
            "uk_refund",
            "Others say that the 14 days after a cancellation are over. Pay back now what is due.",
        ),
        ("LW-27",),
    ),
    Rule(
        "seller-eu-withdraws",
        eu & can_go_back,
        Warn(
            "For information: in the European Union a buyer can withdraw from an online order for 14 days after it "
            "came."
        ),
        ("LW-35",),
    ),
    Rule(
        "seller-eu-refunds",
        eu & (problem == "return"),
        Warn(
            "Others say: then the trader has 14 days to pay back everything with standard delivery, and may wait for "
            "the goods or the proof of posting."
        ),
        ("LW-38",),
    ),
    Rule(
        "seller-eu-guarantee",
        eu & faulty,
        Warn(
            "For information: in the European Union a trader answers at least two years for what is faulty or not as "
            "described: repair or replacement first, then money."
        ),
        ("LW-40",),
    ),
    Rule(
        "seller-au-major-problem",
        australia & faulty & ~sure(severity == "cosmetic"),
        Warn("For information: in Australia the buyer chooses refund or replacement when a problem is a major one."),
        ("LW-44",),
    ),
    Rule(
        "seller-private-law",
        private_seller,
        Warn("For information: consumer law does not reach sales between private people. What you agreed counts."),
        ("LW-48",),
    ),
    Rule(
        "seller-door-no-law",
        private_seller,
        Door(
            Way.LAW,
            "Consumer law",
            "buyer",
            "It does not reach sales between private people. What you two agreed counts.",
            state=DoorState.NONE,
        ),
        ("LW-48",),
    ),
    Rule(
        "seller-door-law-uk",
        uk & can_go_back,
        Door(
            Way.LAW,
            "The buyer's consumer law",
            "buyer",
            "The buyer can cancel an online order in these days, without a reason.",
            period="uk_cancellation",
        ),
        ("LW-25",),
    ),
    Rule(
        "seller-door-law-eu",
        eu & can_go_back,
        Door(
            Way.LAW,
            "The buyer's consumer law",
            "buyer",
            "The buyer can withdraw from an online order in these days, without a reason.",
            period="eu_withdrawal",
        ),
        ("LW-35",),
    ),
)
