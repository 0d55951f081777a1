"""Every buyer: the order was cancelled after it was sent."""

from typing import Final

from policy.facts import handed_over, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Headline, Proof, Remedy, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import (
    buying,
    cancelled,
    may_ask,
    no_case,
    not_agreed,
    not_through_agent,
    not_written,
    through_agent,
)

not_sent: Final[Condition] = buying & cancelled & (handed_over == "no")
on_its_way: Final[Condition] = buying & cancelled & ~sure(handed_over == "no")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-cancelled-not-sent",
        not_sent,
        Headline("The carrier does not have it yet: ask today that it stays there, and for all your money."),
        ("SR-27", "SR-70"),
    ),
    Rule(
        "buyer-headline-cancelled-agent",
        through_agent & cancelled,
        Headline("Ask your agent today what happens with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-headline-cancelled",
        buying & cancelled,
        Headline("Ask the seller today what happens with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-asks-that-it-stays",
        not_sent & not_written,
        Step("Ask in writing that the parcel is not handed over any more, and on which day your money comes."),
        ("SR-27", "SR-70"),
    ),
    Rule(
        "buyer-asks-the-agent-about-the-parcel",
        through_agent & on_its_way & not_written,
        Step("Ask your agent what to do with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-asks-about-the-parcel",
        not_through_agent & on_its_way & not_written,
        Step("Ask the seller what to do with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-keeps-the-parcel-closed",
        on_its_way & ~sure(tracking == "returned") & not_agreed,
        Step("If it comes, leave it closed and do not use it until you have agreed what happens."),
        ("SR-70",),
    ),
    Rule(
        "buyer-sends-nothing-back-unasked",
        on_its_way,
        Avoid("Do not send it back before the other side has named the address and who pays.", (Action.RESHIP,)),
        ("SR-02",),
    ),
    Rule(
        "buyer-proof-tracking-of-the-cancelled",
        buying & cancelled,
        Proof("tracking-record", "The tracking history: it shows whether it was sent before or after you cancelled."),
        ("SR-24",),
    ),
    Rule(
        "buyer-cancelled-remedy",
        buying & cancelled & may_ask,
        Remedy("Once the parcel is back, or was never handed over, all your money back is fair.", (Ask.REFUND,)),
        ("SR-27",),
    ),
    sending(
        "buyer-send-cancelled-question",
        buying & cancelled & not_written & no_case,
        "buyer-cancelled-question",
    ),
)
