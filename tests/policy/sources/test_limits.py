"""A time limit that changes: the day that starts the clock says which limit counts, and no day is without one."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from macros.does import does
from policy import answer, rulebook
from policy.engine.rulebook import Rulebook
from policy.language.authored import AuthoredError
from policy.sources import windows as sources
from policy.sources.statements import statements
from policy.sources.windows import windows
from tests.policy.given import case

FEBRUARY, MARCH = date(2027, 2, 28), date(2027, 3, 1)


@pytest.mark.parametrize(
    "paid_on, last",
    [
        ("2026-11-21", date(2027, 1, 5)),
        ("2027-02-28", date(2027, 4, 14)),
        ("2027-03-01", date(2027, 3, 31)),
        ("2028-03-01", date(2028, 3, 31)),
    ],
)
@pytest.mark.parametrize("left", [0, 3, 29])
def test_the_day_that_starts_the_clock_says_which_limit_counts_whatever_day_is_today(
    changing_limit: str, left: int, paid_on: str, last: date
) -> None:
    told = case(side="buyer", programme="other-marketplace", problem="damaged", paid_with="paypal", paid_on=paid_on)
    advice = answer(told, last - timedelta(days=left))
    [deadline] = [one for one in advice.deadlines if changing_limit in one.cites]
    assert deadline.on == last


def test_what_is_said_of_it_names_both_with_their_days(changing_limit: str) -> None:
    both = "45 calendar days (until 28 February 2027) or 30 calendar days (from 1 March 2027)"
    assert f" within {both} from the payment. " in statements()[changing_limit].text
    assert f"{both}, counted from the payment." in " ".join(does(rulebook().by_id["buyer-paypal-dispute-clock"]))


def test_it_is_part_of_the_policys_digest(changing_limit: str) -> None:
    assert windows()[changing_limit].as_data()[4] == [[45, None, "2027-02-28"], [30, "2027-03-01", None]]
    assert windows()["W-KX-01"].as_data()[4] == 24
    assert Rulebook(rulebook().rules).digest != rulebook().digest


def test_a_limit_may_change_more_than_once() -> None:
    limits = sources._limits(entry({"limit": 9, "until": FEBRUARY}, {"limit": 8, "from": MARCH, "until": MARCH},
                                   {"limit": 7, "from": date(2027, 3, 2)}))  # fmt: skip
    assert [limit.days for limit in limits] == [
        "until 28 February 2027",
        "from 1 March 2027 until 1 March 2027",
        "from 2 March 2027",
    ]


def entry(*limits: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": "W-XX-01", "limits": list(limits)}


@pytest.mark.parametrize(
    "window, sentence",
    [
        ({"id": "W-XX-01"}, "it needs either limit or limits."),
        ({**entry({"limit": 30}), "limit": 30}, "it needs either limit or limits."),
        (entry(), "its list of limits is empty."),
        (
            entry({"limit": 45, "until": FEBRUARY}, {"limit": 30, "from": date(2027, 3, 3)}),
            "it has no limit for 1 March",
        ),
        (
            entry({"limit": 45, "until": MARCH}, {"limit": 30, "from": MARCH}),
            "its limits 45 and 30 are for the same days.",
        ),
        (entry({"limit": 45}, {"limit": 30, "from": MARCH}), "its limits 45 and 30 are for the same"),
        (entry({"limit": 45, "until": FEBRUARY}, {"limit": 30}), "its limits 45 and 30 are for the same"),
        (entry({"limit": 30, "from": MARCH}), "it has no limit before 1 March 2027. Leave out from"),
        (entry({"limit": 45, "until": FEBRUARY}), "it has no limit after 28 February 2027. Leave out until"),
        (entry({"limit": 30, "from": MARCH, "until": FEBRUARY}), "its limit 30 ends before it begins."),
        (entry({"limit": 30, "to": FEBRUARY}), "to is nothing that it can have. There are: limit, from, until."),
        (entry({"limit": "30"}), "limit must be a whole number, without quotes."),
        (entry({"limit": True}), "limit must be a whole number"),
        (entry({"limit": 0}), "its limit 0 is not a number of units."),
        (entry({"from": MARCH}), "limit is missing. It needs limit."),
        (entry({"limit": 30, "from": "2027-03-01"}), "from must be a day without quotes, like 2026-11-21."),
    ],
)
def test_days_without_a_limit_or_with_two_are_refused(window: dict[str, Any], sentence: str) -> None:
    with pytest.raises(AuthoredError) as raised:
        sources._limits(window)
    words = str(raised.value)
    assert words.startswith(f"policy/sources/windows.toml, W-XX-01: the time limit cannot be used: {sentence}")
    assert words.endswith(".")
