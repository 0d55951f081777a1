"""Every buyer: it came although it was given up, refunded or sent again; or both came."""

from typing import Final

from policy.facts import offer, payment_case
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Party, Remedy, Responsible, Rung, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, came_after_all, through_agent
from policy.programmes.scope import case_runs

here: Final[Condition] = buying & came_after_all
second_one: Final[Condition] = here & (offer == "replacement")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-both-came",
        second_one,
        Headline("Both came, so say so today, and ask: shall the second go back at their cost, or do you pay for it?"),
        ("SR-70", "SR-44"),
    ),
    Rule(
        "buyer-headline-came-after-all-agent",
        here & through_agent,
        Headline("Tell your agent today that it came: its terms say how much of what it paid you goes back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-headline-came-after-all",
        here,
        Headline("Say today that it came after all, and ask how they want it: paid again, or sent back at their cost."),
        ("SR-70", "SR-44"),
    ),
    Rule(
        "buyer-says-that-it-came",
        here,
        Responsible(Party.BUYER, "Only you know that it came, so the next word is yours."),
        ("SR-70",),
    ),
    Rule(
        "buyer-tells-the-agent-that-it-came",
        here & through_agent,
        Step("Write to your agent that it came, with the order number and the day. Its terms say what goes back."),
        ("SR-70",),
    ),
    Rule(
        "buyer-tells-the-seller-that-it-came",
        here & ~sure(through_agent),
        Step("Write to the seller that it came, with the order number and the day."),
        ("SR-70",),
    ),
    Rule(
        "buyer-leaves-it-closed",
        here,
        Step("If it is still closed, leave it so, and do not use it until they have answered."),
        ("SR-70",),
    ),
    Rule(
        "buyer-tells-the-case-that-it-came",
        here & case_runs,
        Step("Tell whoever decides the open case that it came."),
        ("SR-70",),
    ),
    Rule(
        "buyer-pays-the-safe-way",
        here & ~sure(through_agent),
        Step("If you keep it, pay by their invoice or link, and keep the receipt. If it goes back, ask for a label."),
        ("SR-70",),
    ),
    Rule(
        "buyer-does-not-keep-both",
        here,
        Avoid("Do not keep the money and the goods and say nothing: it belongs to a real order, and is no gift."),
        ("SR-70",),
    ),
    Rule(
        "buyer-opens-nothing-now",
        here,
        Avoid("Do not open a case or a chargeback: nothing is missing any more.", (Action.CLAIM_EVERYTHING,)),
        ("SR-70",),
    ),
    Rule(
        "buyer-double-credit",
        here & (payment_case == "decided-for-buyer"),
        Warn("If both seller and bank paid you for one order, the bank can take one payment back."),
        ("PM-17",),
    ),
    Rule("buyer-came-after-all-remedy", here, Remedy("You have it, so nothing is owed to you for it."), ("SR-70",)),
    Rule(
        "buyer-rung-came-after-all",
        here,
        Rung(
            None,
            "Tell the other side that it came.",
            "Nothing, once you have agreed.",
            "As soon as they have answered.",
        ),
        ("SR-70",),
    ),
    sending("buyer-send-came-after-all", here, "buyer-came-after-all", words=offer.is_given),
)
