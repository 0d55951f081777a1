"""eBay, for sellers: customs has the parcel."""

from typing import Final

from policy.facts import customs
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Proof, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_report_answer
from policy.programmes.ebay.scope import (
    customs_has_it,
    going_back,
    no_request,
    not_agreed,
    not_answered,
    request_open,
    selling,
    undecided,
)

live: Final[Condition] = selling & customs_has_it & undecided & not_agreed & ~sure(going_back)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-customs-request",
        live & request_open & not_answered & ~sure(ebay_report_answer == "over"),
        Headline("Answer inside the request in time: say what customs waits for and who has to act."),
        ("W-EB-02", "EBX-17"),
    ),
    Rule(
        "eb-headline-customs-papers",
        live & (customs == "papers-asked"),
        Headline("Customs wants papers: send the invoice and what is in the parcel to the carrier today."),
        ("CU-22",),
    ),
    Rule(
        "eb-headline-customs-duty",
        live & (customs == "duty-asked"),
        Headline("Tell the buyer to pay the duty in time, unless your listing promised that it is paid."),
        ("EBX-17", "CU-20"),
    ),
    Rule(
        "eb-headline-customs-back",
        live & (customs == "sent-back"),
        Headline("It comes back from customs: tell the buyer, and send it again or refund once it is there."),
        ("CU-22", "EBX-17"),
    ),
    Rule(
        "eb-headline-customs",
        live,
        Headline("Ask the carrier what customs waits for, and tell the buyer today."),
        ("CU-22", "EBX-17"),
    ),
    Rule(
        "eb-ask-what-customs-waits-for",
        live & ~sure(customs.is_in("duty-asked", "sent-back")),
        Step("Ask the carrier for customs' letter and for what it waits for."),
        ("CU-22",),
    ),
    Rule(
        "eb-give-customs-the-invoice",
        live & ~sure(customs.is_in("duty-asked", "sent-back", "seized")),
        Step("Give the carrier the invoice and an exact list of what is in the parcel."),
        ("CU-22",),
    ),
    Rule(
        "eb-tell-the-buyer-about-customs",
        live & no_request & not_answered,
        Step("Answer the buyer on eBay today: what customs says, who has to act, and by when."),
        ("CU-22",),
    ),
    Rule(
        "eb-customs-wait-for-the-end",
        selling & customs_has_it & ~sure(going_back) & ~(customs == "seized"),
        Avoid(
            "Do not refund or send another while customs only holds it: it can still come, or come back.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("CU-03",),
    ),
    Rule(
        "eb-customs-who-is-covered",
        live,
        Warn(
            "The buyer is mostly not covered where duty was not paid. It is different if you had promised to "
            "pay it, or "
            "declared a wrong value or origin."
        ),
        ("EBX-17",),
    ),
    Rule(
        "eb-proof-customs-notice",
        selling & customs_has_it,
        Proof("customs-notice", "The letter from customs, from the buyer or the carrier."),
        ("CU-22",),
    ),
    Rule(
        "eb-customs-remedy",
        live,
        Remedy("What is fair depends on why customs has it: look at its letter before you offer anything."),
        ("EBX-17",),
    ),
    sending("eb-send-customs-answer", live & not_answered, "eb-customs-answer"),
)
