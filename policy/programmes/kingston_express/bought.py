"""Kingston Express, for buyers, whatever went wrong: who answers, the ways there are, and what ends them."""

from typing import Final

from policy.facts import fulfilment, problem
from policy.language.conditions import sure
from policy.language.outcomes import Avoid, Door, Party, Proof, Responsible, Rung, Step, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import scan_day
from policy.programmes.kingston_express.scope import (
    bought_from_platform,
    bought_from_seller,
    buying_here,
    buying_unsettled,
    delivered_not_here,
    late,
    never_sent,
    not_due_yet,
    not_reported,
    reported,
    talk_failed,
)
from policy.programmes.scope import kept, parcel_came, platform_used, sent_back, something_lost

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-platform-answers",
        bought_from_platform,
        Responsible(Party.PLATFORM, "Kingston Express packed and sent it, so it checks the report and decides."),
        ("KXX-15", "KXX-05"),
    ),
    Rule(
        "kx-buyer-seller-answers",
        bought_from_seller & ~sure(platform_used),
        Responsible(Party.SELLER, "The seller packed and sent it, and answers first. Then support decides."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-support-decides",
        buying_unsettled & platform_used,
        Responsible(Party.PLATFORM, "Kingston Express decides, from the proof of both."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-looks-who-sent-it",
        buying_unsettled & ~fulfilment.is_given,
        Step("Look at the order's page: does it say “Dispatched by Kingston Express”?"),
        ("KXX-15",),
    ),
    Rule(
        "kx-buyer-settles-nothing-outside",
        buying_here,
        Avoid("Do not settle it outside Kingston Express, in cash or elsewhere: that costs your protection."),
        ("KXX-06", "KXX-01"),
    ),
    Rule(
        "kx-buyer-withdraws-nothing",
        sure(buying_here & reported) & ~sure(kept),
        Avoid("Do not withdraw the report before you have the money or the item."),
        ("R-AN-01",),
    ),
    Rule(
        "kx-buyer-sends-nothing-unasked",
        buying_here
        & (parcel_came | problem.is_in("return", "cancelled-after-shipment"))
        & ~sure(kept | sent_back | never_sent),
        Avoid("Do not send it back before the return is approved on the order's page.", ()),
        ("KXX-09",),
    ),
    Rule(
        "kx-buyer-door-talk",
        buying_here,
        Door(Way.TALK, "Messages on the order's page", "buyer", "The seller has a day to answer you there."),
        ("W-KX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-door-not-due",
        late & not_due_yet,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "Once the latest day has passed, you can ask there. Then support decides.",
            period="due",
        ),
        ("KXX-21", "KXX-01"),
    ),
    Rule(
        "kx-buyer-door-nothing-came",
        buying_unsettled & (problem == "not-received"),
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("tracking-record", "messages"),
        ),
        ("KXX-01", "KXX-02", "KXX-21"),
    ),
    Rule(
        "kx-buyer-door-something-lost",
        buying_unsettled & something_lost,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("group-photo", "package-photos", "messages"),
        ),
        ("KXX-01", "KXX-02", "KXX-11"),
    ),
    Rule(
        "kx-buyer-door-other",
        buying_unsettled & problem.is_in("return", "customs", "cancelled-after-shipment", "came-after-all"),
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("order-number", "messages"),
        ),
        ("KXX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-door-platform",
        buying_here,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("item-photos", "package-photos", "messages"),
        ),
        ("KXX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-rung-report",
        bought_from_platform,
        Rung(
            1,
            "The report on the order's page.",
            "Kingston Express support.",
            "If there is no answer, or none that helps.",
        ),
        ("KXX-11", "KXX-02"),
    ),
    Rule(
        "kx-buyer-rung-seller",
        buying_unsettled,
        Rung(
            1,
            "The seller, through the order's page.",
            "Kingston Express support.",
            "If the seller refuses, or does not answer in a day.",
        ),
        ("KXX-02", "W-KX-01"),
    ),
    Rule(
        "kx-buyer-proof-messages",
        buying_unsettled & talk_failed,
        Proof("messages", "Your messages with the seller on the order's page."),
        ("KXX-06",),
    ),
    sending(
        "kx-buyer-send-report",
        (bought_from_platform & parcel_came & not_reported)
        | (delivered_not_here & ~sure(scan_day == "early") & not_reported),
        "kx-buyer-report",
    ),
)
