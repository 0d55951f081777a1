"""eBay, for buyers: it came damaged, wrong, incomplete, empty, not as described, or is a fake."""

from typing import Final

from policy.facts import defect_kind, delivered_on, offer, problem, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_return
from policy.programmes.buyers.scope import offer_covers, offer_covers_its_part
from policy.programmes.ebay.scope import buying_here, no_request, nothing_used, undecided
from policy.programmes.scope import kept, not_right, parcel_came

live: Final[Condition] = buying_here & parcel_came & nothing_used
in_time: Final[Condition] = ebay_return == "running"
not_over: Final[Condition] = ~sure(ebay_return == "over")
fake: Final[Condition] = defect_kind == "counterfeit"
way_back_at_my_cost: Final[Condition] = (reply == "offered") & (offer == "return-at-my-cost")
part_offered: Final[Condition] = (reply == "offered") & offer.is_in("partial-refund", "credit")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-fake",
        live & fake & in_time,
        Headline(
            "Open a return request on eBay today, as a fake: “final sale” does not count. Neither post it nor "
            "sell it on.",
            through=Way.PLATFORM,
        ),
        ("EBX-04", "EBX-19", "EBX-22"),
    ),
    Rule(
        "eb-buyer-headline-at-my-cost",
        live & way_back_at_my_cost & in_time,
        Headline(
            "Do not post it yet: open a return request on eBay in time, and the seller pays the way back.",
            through=Way.PLATFORM,
        ),
        ("EBX-04", "EBX-19"),
    ),
    Rule(
        "eb-buyer-headline-return-offered",
        live & in_time & (reply == "offered") & (offer == "refund-after-return"),
        Headline(
            "Say yes, but do not post it yet: open a return request on eBay, and send it with the label from it.",
            through=Way.PLATFORM,
        ),
        ("EBX-19", "EBX-20"),
    ),
    Rule(
        "eb-buyer-headline-all-offered",
        live & part_offered & in_time & offer_covers,
        Headline("Say yes to the offer: it is what you paid. If it is not paid soon, open a return request in time."),
        ("EBX-19", "EBX-04"),
    ),
    Rule(
        "eb-buyer-headline-its-part-offered",
        live & part_offered & in_time & offer_covers_its_part,
        Headline(
            "A fair offer, if each item cost the same: say yes. If it is not paid soon, open a return request in time."
        ),
        ("EBX-19", "EBX-04"),
    ),
    Rule(
        "eb-buyer-headline-part-offered",
        live & part_offered & in_time,
        Headline("Answer the offer with what is fair for what is wrong; without a yes, open a return request in time."),
        ("EBX-19", "EBX-04"),
    ),
    Rule(
        "eb-buyer-headline-return",
        live & in_time,
        Headline(
            "Open a return request on eBay in time, because it does not match: then the seller pays the way back.",
            through=Way.PLATFORM,
        ),
        ("EBX-04", "EBX-19"),
    ),
    Rule(
        "eb-buyer-headline-return-day",
        live & not_over,
        Headline("Open a return request on eBay within 30 days of delivery: then the seller pays the way back."),
        ("EBX-04", "EBX-19"),
    ),
    Rule(
        "eb-buyer-opens-a-return-without-a-yes",
        live & in_time & part_offered,
        Step(
            "Answer the offer first. If the seller does not agree soon, open a return request on eBay: it does not "
            "match the listing.",
            by="eb-buyer-return-clock",
            through=Way.PLATFORM,
        ),
        ("EBX-04", "EBX-15"),
    ),
    Rule(
        "eb-buyer-opens-a-return",
        live & in_time & ~sure(part_offered),
        Step(
            "Open a return request on eBay and choose that it does not match the listing.",
            by="eb-buyer-return-clock",
            through=Way.PLATFORM,
        ),
        ("EBX-04", "EBX-15"),
    ),
    Rule(
        "eb-buyer-looks-up-the-delivery",
        live & ~ebay_return.is_given,
        Step("Look up the day of delivery: until 30 days after it you can open a return request on eBay."),
        ("EBX-04",),
    ),
    Rule(
        "eb-buyer-adds-photos",
        live & not_right & not_over,
        Step("Add photos of what is wrong to the request: at least one, up to ten."),
        ("EBX-25",),
    ),
    Rule(
        "eb-buyer-takes-it-in",
        buying_here & problem.is_in("damaged", "empty-package", "missing-item") & no_request & ~delivered_on.is_given,
        Avoid("Do not refuse an empty or broken parcel, or report it as not received: it counts as not matching."),
        ("EBX-15",),
    ),
    Rule(
        "eb-buyer-sends-back-through-ebay",
        buying_here & parcel_came & undecided & ~sure(kept) & ~sure(fake),
        Avoid("Do not send it back outside a request, or at your own cost: eBay's label comes with the request."),
        ("EBX-19", "EBX-20"),
    ),
    Rule(
        "eb-buyer-keeps-the-fake",
        buying_here & parcel_came & fake,
        Warn("A fake may not have to go back: post it only if eBay tells you to."),
        ("EBX-22",),
    ),
    Rule(
        "eb-buyer-no-returns-does-not-count",
        live & not_over,
        Warn("“No returns” in the listing does not count for something that does not match it."),
        ("EBX-19",),
    ),
    Rule(
        "eb-buyer-three-days-for-some",
        live & not_over & not_right,
        Warn(
            "For coins, paper money, bullion, trading cards and things sold for parts there are only three days, where "
            "the seller takes no returns."
        ),
        ("EBX-10",),
    ),
    sending("eb-buyer-send-return-request", live & in_time, "eb-buyer-return-request"),
)
