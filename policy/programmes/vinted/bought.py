"""Vinted, for buyers: two days to say that there is a problem."""

from typing import Final

from policy.cases.consistency import PARCEL_CAME
from policy.facts import problem, programme, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Headline, Step
from policy.language.rule import Rule
from policy.programmes.buyers.marketplace_case import CaseWords, case_rules, under_way
from policy.programmes.buyers.scope import buying, early, may_ask, no_case, talk_failed
from policy.programmes.marketplaces import DAYS

[days] = (days for days in DAYS if days.marketplace == "vinted")

goes_back: Final[Condition] = (
    buying & (programme == "vinted") & (problem == "not-received") & (tracking == "returned") & no_case
)

late_and_refused: Final[Condition] = (
    buying & (programme == "vinted") & under_way & no_case & talk_failed & may_ask & ~sure(early)
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "vn-headline-late",
        late_and_refused,
        Headline("Report in the order that it does not come, with the tracking: Vinted still holds your money."),
        ("VN-02",),
    ),
    Rule(
        "vn-reports-that-it-is-late",
        late_and_refused,
        Step("Report in the order that it does not come, and ask Vinted to have the carrier confirm the loss."),
        ("VN-02",),
    ),
    Rule(
        "vn-headline-goes-back",
        goes_back,
        Headline(
            "Report in the order that it goes back, and never press that all is fine: Vinted still holds your money."
        ),
        ("VN-04", "VN-02"),
    ),
    Rule(
        "vn-reports-that-it-goes-back",
        goes_back,
        Step("Report it in the order, with the tracking, and ask for the money once the seller has it back."),
        ("VN-02",),
    ),
    Rule(
        "vn-reports-if-it-shows-delivered",
        goes_back,
        Step("Should the order ever show “delivered”, press “I have an issue” within two days."),
        ("VN-09",),
    ),
    Rule(
        "vn-does-not-press-fine",
        sure(
            buying
            & (programme == "vinted")
            & problem.is_in("not-received", *PARCEL_CAME)
            & ~sure(days.period == "over")
        ),
        Avoid("Do not press “everything is fine”: that ends your cover and pays the seller."),
        ("VN-04",),
    ),
    *case_rules(
        "vn-report",
        days,
        CaseWords(
            name="Vinted's buyer protection",
            why="Within two days of “delivered”, also when nothing came. It ends when you press that all is fine.",
            early="",
            closing="Press “I have an issue” on the order today, and never “everything is fine”: you have two days.",
            over="Vinted's two days are over, so nobody there has to pay: ask the seller kindly, and ask support once.",
            opening="Press “I have an issue” on the order, with photos.",
            late="Vinted's two days are over. Ask the seller, and ask support once.",
        ),
        ("VN-09", "VN-04", "VN-02", "VN-03", "VN-14"),
    ),
)
