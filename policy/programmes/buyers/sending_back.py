"""Every buyer: something goes wrong with sending it back."""

from typing import Final

from policy.cases.derived import offer_share
from policy.facts import buyer_country, evidence, offer, programme, reply, return_state, seller_is
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Ask,
    Avoid,
    Grade,
    Headline,
    Proof,
    Remedy,
    Step,
    Strength,
    Warn,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.payment_scope import card_open, payment_is_next, paypal_open
from policy.programmes.buyers.scope import (
    buying,
    decided,
    may_ask,
    not_agreed,
    on_marketplace,
    on_the_way_back,
    talk_failed,
)
from policy.programmes.scope import payment_runs, platform_runs, platform_used

here: Final[Condition] = buying & on_the_way_back
not_back_yet: Final[Condition] = here & (return_state == "not-sent-back")
travelling: Final[Condition] = here & (return_state == "sent")
lost: Final[Condition] = here & (return_state == "lost")
unpaid: Final[Condition] = here & (return_state == "refund-missing")
to_ask_for: Final[Condition] = (
    unpaid & ~sure(payment_is_next & (card_open | paypal_open)) & ~sure(on_marketplace & platform_runs)
)
"""The refund is missing, and asking the seller for it is still of use."""

part_offered: Final[Condition] = sure(
    (reply == "offered") & offer.is_in("partial-refund", "credit") & ~sure(offer_share == "all")
)
# A case that runs decides, and where the marketplace's is closed, the payment's comes first.
to_demand: Final[Condition] = (
    lost & not_agreed & ~sure(on_marketplace & (platform_runs | (payment_is_next & (card_open | paypal_open))))
)
differs: Final[Condition] = here & (return_state == "differs")

# Where the marketplace has headlines of its own for its case, those count.
still_between_the_two: Final[Condition] = (
    ~sure(talk_failed) & ~sure(decided) & ~sure(programme.is_in("ebay", "kingston-express") & platform_used)
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-refund-missing",
        unpaid & ~part_offered & still_between_the_two,
        Headline("It is back, so the money is due: ask for it in writing, with the scan and a last day."),
        ("SR-70", "SR-27"),
    ),
    Rule(
        "buyer-headline-return-lost-refused",
        lost & talk_failed & (buyer_country == "uk") & (seller_is == "trader") & ~sure(decided),
        Headline(
            "Proof of posting is enough by law: demand the money in writing with a last day, then use the way you paid."
        ),
        ("LW-27",),
    ),
    Rule(
        "buyer-headline-return-part-offered",
        (lost | unpaid) & part_offered & still_between_the_two,
        Headline("You sent it back, so all the money is due and not a part of it: say no in writing, with your proof."),
        ("SR-70", "SR-43"),
    ),
    Rule(
        "buyer-headline-return-lost",
        lost & still_between_the_two,
        Headline("Whoever gave the label asks the carrier: say so, and show your proof of posting."),
        ("CA-28", "SR-70"),
    ),
    Rule(
        "buyer-headline-return-differs",
        differs & still_between_the_two,
        Headline("Answer calmly with your proof: what you sent, its weight, and the photos from before you packed it."),
        ("SR-70", "KB-01"),
    ),
    Rule(
        "buyer-headline-return-travelling",
        travelling & ~sure(decided) & ~sure(programme.is_in("ebay", "kingston-express") & platform_used),
        Headline("Keep the proof of posting and watch the tracking: the money is due once it is back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-headline-return-where",
        here & ~return_state.is_given & ~sure(decided),
        Headline("First look where the return is: not sent yet, on its way, or back. That decides what you do next."),
        ("SR-70",),
    ),
    Rule(
        "buyer-headline-return",
        here & still_between_the_two,
        Headline("Before you send it: agree in writing on the address, who pays, and send it with tracking."),
        ("SR-02", "SR-70"),
    ),
    Rule(
        "buyer-finds-out-where-the-return-is",
        here & ~return_state.is_given & may_ask,
        Step("Look where it is: not sent yet, on its way, or back. Keep the proof of posting and the tracking."),
        ("SR-70",),
    ),
    Rule(
        "buyer-agrees-on-the-way-back",
        not_back_yet & not_agreed,
        Step("Get address, label or payer of the way back in writing, inside the case if one is open."),
        ("SR-02",),
    ),
    Rule(
        "buyer-films-the-packing",
        not_back_yet,
        Step("Take photos or a video while you pack it, and of the label: they show what you sent back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-demands-the-money",
        to_demand & talk_failed,
        Step("Demand the money in writing: when you posted it, the proof, and the day by which you expect it."),
        ("SR-70",),
    ),
    Rule(
        "buyer-asks-where-the-return-is",
        lost & not_agreed & ~sure(talk_failed),
        Step("Send the proof of posting and the tracking, and ask whoever paid for the label to ask the carrier."),
        ("CA-28", "SR-70"),
    ),
    Rule(
        "buyer-asks-for-the-refund",
        to_ask_for & ~sure(payment_runs),
        Step("Write once more: the day it came back, the amount, and the day by which you expect the money."),
        ("SR-70",),
    ),
    Rule(
        "buyer-shows-what-was-sent",
        differs & not_agreed,
        Step("Send the photos from before packing, the serial number and the weight on the receipt."),
        ("SR-70", "KB-01"),
    ),
    Rule(
        "buyer-watches-the-return",
        travelling,
        Step("Look at the tracking, and write when it is delivered: that day starts the time for the refund."),
        ("SR-70",),
    ),
    Rule(
        "buyer-keeps-the-return-open",
        here,
        Avoid("Do not close the return or the case before the money is there.", (Action.CLOSE_DISPUTE,)),
        ("PM-04",),
    ),
    Rule(
        "buyer-tracking-protects-the-return",
        here & return_state.is_in("not-sent-back", "sent"),
        Warn("Without tracking nobody can show that it came back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-proof-of-posting",
        here & ~sure(return_state == "not-sent-back"),
        Proof("tracking-record", "The tracking and the receipt of the way back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-proof-serial-number",
        differs,
        Proof("serial-number", "The serial number of what you sent back.", needed=False),
        ("KB-01",),
    ),
    Rule(
        "buyer-proof-is-fair-by-return-tracking",
        here & evidence.has("tracking-record"),
        Grade(Strength.FAIR, "The tracking shows that it was sent back, and where it is."),
        ("SR-70",),
    ),
    Rule(
        "buyer-return-remedy",
        here & return_state.is_in("lost", "refund-missing", "differs") & may_ask,
        Remedy("You sent it back, so the money is due.", (Ask.REFUND,)),
        ("SR-27",),
    ),
    Rule(
        "buyer-return-too-early",
        here & return_state.is_in("not-sent-back", "sent") & may_ask,
        Remedy("The money is due once it is back, or you can show that it was sent."),
        ("SR-27",),
    ),
    sending("buyer-send-refund-request", to_ask_for & ~sure(payment_runs), "buyer-refund-missing"),
    sending("buyer-send-return-lost", to_demand, "buyer-return-lost"),
    sending("buyer-send-return-differs", differs & not_agreed, "buyer-return-differs"),
)
