"""Every buyer: the conditions that the ways of paying share, and how far each way is open."""

from typing import Final

from policy.cases.derived import section_75
from policy.cases.programmes import of_kind
from policy.facts import (
    buyer_country,
    looked_around,
    paid_with,
    platform_case,
    problem,
    programme,
    return_reason,
    return_state,
    seller_is,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.kinds import Choice
from policy.language.programme import Kind
from policy.periods import card_not_right, card_nothing_came, card_refund_missing, pay_later_dispute, paypal_dispute
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    early,
    may_ask,
    nobody_between,
    not_received,
    on_marketplace,
    paid_by_card,
    paid_by_paypal,
    parcel_came,
    talk_failed,
)
from policy.programmes.marketplaces import case_over
from policy.programmes.scope import opened_some_day, payment_used, platform_runs, return_went_wrong

credit: Final[Condition] = buying & (paid_with == "credit-card")
still_open_here: Final[Condition] = ~sure(came_after_all)
untouched: Final[Condition] = ~sure(payment_used) & ~sure(came_after_all) & ~sure(early)
by_card_nothing: Final[Condition] = paid_by_card & not_received
by_card_not_right: Final[Condition] = paid_by_card & parcel_came
by_card_return: Final[Condition] = paid_by_card & return_went_wrong
by_card_refund: Final[Condition] = by_card_return & (return_state == "refund-missing")
section_75_fits: Final[Condition] = (
    credit
    & (buyer_country == "uk")
    & (section_75 == "within")
    & of_kind(Kind.SHOP)
    & (seller_is == "trader")
    & (parcel_came | not_received | return_went_wrong | (problem == "cancelled-after-shipment"))
)
section_75_due: Final[Condition] = (
    section_75_fits & untouched & ~sure(by_card_refund & (card_refund_missing == "early"))
)
"""What came back has not just come back: then the seller still has some days to pay."""

delivered_elsewhere: Final[Condition] = not_received & (tracking == "delivered")


def open_in(*periods: Choice) -> Condition:
    """The door was not used, and none of these periods is early or over."""
    free = untouched
    for period in periods:
        for value in period.values:
            if value.name != "running":
                free = free & ~sure(period == value.name)
    return free


paypal_open: Final[Condition] = paid_by_paypal & open_in(paypal_dispute)
card_open: Final[Condition] = (
    (by_card_nothing & open_in(card_nothing_came))
    | (by_card_not_right & open_in(card_not_right))
    | (by_card_refund & open_in(card_refund_missing))
    | (by_card_return & ~by_card_refund & untouched)
)
later: Final[Condition] = buying & (paid_with == "pay-later")
later_open: Final[Condition] = later & open_in(pay_later_dispute)
closed: Final[Condition] = on_marketplace & (platform_case == "closed")
# eBay does not cover what was refused at the door. Source: EBX-18.
not_covered: Final[Condition] = (
    (programme == "ebay") & not_received & (tracking == "returned") & (return_reason == "refused") & talk_failed
)
nobody_else: Final[Condition] = (nobody_between | (on_marketplace & case_over)) & talk_failed
not_looked_yet: Final[Condition] = delivered_elsewhere & (looked_around == "no")
payment_is_next: Final[Condition] = (
    (nobody_else | closed | not_covered) & ~sure(platform_runs | opened_some_day) & ~sure(not_looked_yet) & may_ask
)
a_way_is_open: Final[Condition] = paypal_open | card_open | later_open
