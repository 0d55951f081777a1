"""Kingston Express, for sellers: each statement of its sources appears when it applies, and only then."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import pytest

from policy import answer, rulebook
from policy.cases.case import Case, parse_case
from policy.engine.advice import Advice
from policy.language.outcomes import IRREVERSIBLE, Ask, Step
from policy.sources.statements import statements
from tests.policy.given import TODAY, advice, ids, kingston
from tests.policy.kingston_cases import kingston_cases

type Facts = Mapping[str, Any]

type Alternative = Mapping[str, str | tuple[str | None, ...] | None]
"""Facts with the values that they may have; None stands for "nobody knows"."""

PLATFORM: Final[Alternative] = {"fulfilment": "platform"}
INSPECTING: Final[Alternative] = {"fulfilment": "platform", "inspection": "pending"}
SELLER: Final[Alternative] = {"fulfilment": "seller"}
ALWAYS: Final[Alternative] = {}
NOT_REVIEWED: Final[tuple[Alternative, ...]] = (
    {"fulfilment": None},
    {"fulfilment": "platform", "inspection": (None, "pending", "unclear")},
    {"fulfilment": "seller", "review_done": (None, "no")},
)
STOCK_POSSIBLE: Final = ("yes", None)
USABLE: Final = ("cosmetic", "functional", "total")
UNCLEAR: Final[Alternative] = {"fulfilment": "platform", "inspection": "unclear"}
DOUBTFUL: Final[Alternative] = {"claim_doubtful": "yes"}
AGGRESSIVE: Final[Alternative] = {"customer_aggressive": "yes"}

WHEN: Final[Mapping[str, tuple[Alternative, ...]]] = {
    "KX-01": (ALWAYS,),
    "KX-02": ({"fulfilment": None},),
    "KX-03": (PLATFORM,),
    "KX-04": (SELLER,),
    "KX-10": (INSPECTING,),
    # what nobody has reported yet is reported in the same way where nothing came
    "KX-11": (INSPECTING, {**PLATFORM, "problem": "not-received"}),
    "KX-12": (INSPECTING,),
    "KX-13": (INSPECTING,),
    "KX-14": (INSPECTING,),
    "KX-15": (INSPECTING,),
    "KX-16": (PLATFORM,),
    "KX-17": (PLATFORM,),
    "KX-18": (PLATFORM,),
    "KX-19": (PLATFORM,),
    "KX-20": ({**PLATFORM, "problem": "damaged"},),
    "KX-21": (PLATFORM,),
    "KX-30": ({**SELLER, "photos": "not-held"},),
    "KX-31": (SELLER,),
    "KX-32": (SELLER,),
    "KX-33": (SELLER,),
    "KX-34": (SELLER,),
    # what was looked at is not collected again
    "KX-40": NOT_REVIEWED,
    "KX-41": tuple(
        {**open_still, "problem": ("damaged", "wrong-item", "not-as-described")} for open_still in NOT_REVIEWED
    ),
    "KX-42": NOT_REVIEWED,
    "KX-43": (ALWAYS,),
    "KX-50": ({"problem": "damaged", "severity": USABLE, "in_stock": STOCK_POSSIBLE},),
    "KX-51": ({"problem": "wrong-item", "in_stock": STOCK_POSSIBLE},),
    "KX-52": ({"in_stock": "yes"},),
    "KX-53": ({"in_stock": "no"},),
    "KX-54": ({"problem": "damaged", "severity": "unusable"},),
    "KX-55": ({"return_feasible": "no"},),
    "KX-56": (ALWAYS,),
    "KX-60": ({"international": "yes"},),
    "KX-61": ({"international": "yes"},),
    "KX-62": ({"international": "yes"},),
    "KX-63": ({"international": "yes"},),
    "KX-70": (INSPECTING,),
    "KX-71": (SELLER,),
    "KX-72": (ALWAYS,),
    "KX-80": NOT_REVIEWED,
    "KX-81": NOT_REVIEWED,
    "KX-82": (PLATFORM,),
    "KX-83": (ALWAYS,),
    "KX-84": (ALWAYS,),
    "KX-85": (ALWAYS,),
    "KX-86": (ALWAYS,),
    "KX-90": (UNCLEAR,),
    "KX-91": (DOUBTFUL,),
    "KX-92": (AGGRESSIVE,),
    "KX-93": (UNCLEAR, DOUBTFUL, AGGRESSIVE),
    "KX-99": (ALWAYS,),
    "R-KX-01": ({"platform_case": ("open", "with-platform")},),
    "W-KX-01": ({"reply": (None, "waiting")},),
}
"""The catalogue's `when`, put into facts by hand: a statement applies where one of the alternatives does."""

CAME: Final = (None, "damaged", "missing-item", "wrong-item", "not-as-described", "empty-package")
NOT_AGREED: Final = (None, "not-contacted", "waiting", "answered", "offered", "refused")
UNANSWERED: Final = (None, "waiting")
NOT_REPORTED: Final = (None, "none")
UNDECIDED: Final = (None, "none", "open", "with-platform", "closed")
REVIEWING: Final = (None, "no")
NOT_REJECTED: Final = (None, "pending", "unclear", "upheld")

NARROWED: Final[Mapping[str, Alternative]] = {
    # The source is about parcels that came: nobody is asked for photos of one that did not, or about its content.
    "KX-01": {"problem": CAME},
    "KX-33": {"problem": CAME, "platform_case": NOT_REPORTED},
    # Who has answered does not answer again, and what was reported is not asked for again.
    "KX-10": {"reply": UNANSWERED},
    # Nor is anything asked of a customer with whom you have agreed.
    "KX-11": {"problem": CAME, "platform_case": NOT_REPORTED, "reply": NOT_AGREED},
    "KX-32": {"problem": CAME},
    "KX-70": {"problem": CAME, "reply": UNANSWERED},
    "KX-40": {"problem": CAME},
    "KX-42": {"problem": CAME},
    # And a review that is finished does not begin again.
    "KX-30": {"problem": CAME, "review_done": REVIEWING},
    "KX-31": {"problem": CAME, "review_done": REVIEWING},
    "KX-71": {"problem": CAME, "review_done": REVIEWING, "reply": UNANSWERED, "platform_case": UNDECIDED},
    # What becomes of a parcel that never came, the source does not say.
    # And once the inspection rejected the report, nobody foretells an outcome that will not come.
    "KX-50": {"inspection": NOT_REJECTED},
    "KX-51": {"inspection": NOT_REJECTED},
    "KX-52": {"problem": CAME, "inspection": NOT_REJECTED},
    "KX-53": {"problem": CAME, "inspection": NOT_REJECTED},
    "KX-54": {"inspection": NOT_REJECTED},
    "KX-55": {"problem": CAME, "inspection": NOT_REJECTED},
}
"""Where a statement need not appear although its `when` holds, as decided for this policy."""

CAUTIOUS: Final = {
    "KX-13", "KX-14", "KX-15", "KX-16", "KX-63", "KX-80", "KX-81", "KX-82", "KX-83", "KX-84", "R-KX-01",
}  # fmt: skip
"""Prohibitions: they also stand while it is not known whether they apply."""

EXAMPLES: Final[Mapping[str, tuple[Facts, Facts]]] = {
    "KX-02": ({}, {"fulfilment": "platform"}),
    "KX-03": ({"fulfilment": "platform"}, {"fulfilment": "seller"}),
    "KX-04": ({"fulfilment": "seller"}, {"fulfilment": "platform"}),
    **{
        name: (INSPECTING, {"fulfilment": "platform", "inspection": "upheld"})
        for name in ("KX-10", "KX-11", "KX-12", "KX-13", "KX-14", "KX-15", "KX-70")
    },
    **dict.fromkeys(("KX-16", "KX-17", "KX-18", "KX-19", "KX-21", "KX-82"), (PLATFORM, SELLER)),
    "KX-20": ({**PLATFORM, "problem": "damaged"}, {**PLATFORM, "problem": "missing-item"}),
    "KX-30": (
        {**SELLER, "problem": "damaged", "evidence": ["item-photos"]},
        {**SELLER, "problem": "damaged", "evidence": ["item-photos", "package-photos"]},
    ),
    **{name: ({**SELLER, "problem": "damaged"}, PLATFORM) for name in ("KX-31", "KX-32", "KX-33", "KX-34", "KX-71")},
    **{
        name: ({**SELLER, "problem": "damaged"}, {**SELLER, "problem": "damaged", "review_done": "yes"})
        for name in ("KX-40", "KX-42")
    },
    "KX-41": ({"problem": "wrong-item"}, {"problem": "missing-item"}),
    "KX-50": ({"problem": "damaged", "severity": "cosmetic"}, {"problem": "damaged", "severity": "unusable"}),
    "KX-51": ({"problem": "wrong-item"}, {"problem": "wrong-item", "in_stock": "no"}),
    "KX-52": ({"problem": "wrong-item", "in_stock": "yes"}, {"problem": "wrong-item"}),
    "KX-53": ({"problem": "damaged", "in_stock": "no"}, {"problem": "damaged", "in_stock": "yes"}),
    "KX-54": ({"problem": "damaged", "severity": "unusable"}, {"problem": "damaged", "severity": "total"}),
    "KX-55": ({"problem": "damaged", "return_feasible": "no"}, {"problem": "damaged", "return_feasible": "yes"}),
    **{
        name: ({"international": "yes"}, {"international": "no"}) for name in ("KX-60", "KX-61", "KX-62", "KX-63")
    },
    **{
        name: ({**PLATFORM, "inspection": "unclear"}, {**PLATFORM, "inspection": "rejected"})
        for name in ("KX-80", "KX-81")
    },
    "KX-90": (UNCLEAR, INSPECTING),
    "KX-91": (DOUBTFUL, {"claim_doubtful": "no"}),
    "KX-92": (AGGRESSIVE, {"customer_aggressive": "no"}),
    "KX-93": (AGGRESSIVE, {"customer_aggressive": "no"}),
    "R-KX-01": ({"platform_case": "open"}, {"platform_case": "none"}),
    "W-KX-01": ({"reply": "waiting"}, {"reply": "answered"}),
}  # fmt: skip
"""For each statement that does not always apply: a case where it does, and a case where it does not."""

EVERYWHERE: Final = {name for name, alternatives in WHEN.items() if alternatives == (ALWAYS,)}
NOTHING_CAME: Final = ("not-received", "cancelled-after-shipment", "customs")


@cache
def answered() -> tuple[tuple[Facts, Advice], ...]:
    """Give 1500 cases, each with its advice."""
    return tuple((facts, advice(**facts)) for facts in kingston_cases(1500, seed=1, known=0.75))


def with_photos(facts: Facts) -> dict[str, Any]:
    """Add whether the photos of the item and of its packaging are held, and what follows from the problem."""
    held = {"item-photos", "package-photos"} <= set(facts.get("evidence", ()))
    abroad = {"international": "yes"} if facts.get("problem") == "customs" else {}
    return {**facts, **abroad, "photos": "held" if held else "not-held"}


def holds(alternative: Alternative, facts: Facts) -> bool | None:
    """Say whether these facts are so: yes, no, or (None) not known yet."""
    verdict: bool | None = True
    for fact, wanted in alternative.items():
        value, allowed = facts.get(fact), wanted if isinstance(wanted, tuple) else (wanted,)
        if value not in allowed:
            if value is not None or allowed == (None,):
                return False
            verdict = None
    return verdict


def applies(statement: str, facts: Facts) -> bool | None:
    """Say whether a statement applies by its `when`: yes, no, or (None) not known yet."""
    verdicts = {holds(alternative, facts) for alternative in WHEN[statement]}
    return True if True in verdicts else None if None in verdicts else False


def test_this_table_holds_every_statement_about_kingston_express() -> None:
    assert list(WHEN) == [*(name for name in statements() if name.startswith("KX-")), "R-KX-01", "W-KX-01"]
    assert set(EXAMPLES) | EVERYWHERE == set(WHEN)


@pytest.mark.parametrize("statement", EXAMPLES)
def test_a_statement_is_cited_where_it_applies_and_not_where_it_does_not(statement: str) -> None:
    applying, other = EXAMPLES[statement]
    assert applies(statement, with_photos(applying)) is True
    assert applies(statement, with_photos(other)) is not True
    assert statement in kingston(**applying).cites
    assert statement not in kingston(**other).cites


@pytest.mark.parametrize("statement", sorted(EVERYWHERE))
def test_a_statement_that_always_applies_is_cited_to_sellers_here_and_to_nobody_else(statement: str) -> None:
    assert statement in kingston().cites
    assert statement in kingston(fulfilment="seller", problem="damaged", review_done="yes", platform_case="none").cites
    assert statement not in advice(side="buyer", programme="kingston-express", problem="damaged").cites
    assert statement not in advice(side="seller", programme="ebay", problem="damaged").cites
    assert statement not in advice(side="seller", programme="other-marketplace", problem="damaged").cites


@pytest.mark.parametrize("statement", WHEN)
def test_a_statement_is_cited_in_every_case_in_which_it_applies(statement: str) -> None:
    expected = [
        (facts, advice)
        for facts, advice in answered()
        if applies(statement, with_photos(facts)) is True and holds(NARROWED.get(statement, {}), facts) is True
    ]
    assert expected, "no such case was made"
    assert [facts for facts, advice in expected if statement not in advice.cites][:1] == []


@pytest.mark.parametrize("statement", sorted(set(WHEN) - EVERYWHERE))
def test_a_statement_is_cited_in_no_case_in_which_it_does_not_apply(statement: str) -> None:
    others = [(facts, advice) for facts, advice in answered() if applies(statement, with_photos(facts)) is False]
    assert others, "no such case was made"
    assert [facts for facts, advice in others if statement in advice.cites][:1] == []


@pytest.mark.parametrize("statement", sorted(CAUTIOUS - EVERYWHERE))
def test_a_prohibition_is_cited_while_it_is_not_known_whether_it_applies(statement: str) -> None:
    undecided = [(facts, advice) for facts, advice in answered() if applies(statement, with_photos(facts)) is None]
    assert [facts for facts, advice in undecided if statement not in advice.cites][:1] == []


@pytest.mark.parametrize("statement", sorted(set(WHEN) - EVERYWHERE - CAUTIOUS))
def test_all_else_is_cited_only_once_it_is_known_to_apply(statement: str) -> None:
    undecided = [(facts, advice) for facts, advice in answered() if applies(statement, with_photos(facts)) is None]
    early = next((facts for facts, advice in undecided if statement in advice.cites), None)
    assert early is None, f"Let what cites {statement} hold only once that is known to apply. Here it is not: {early}"


def test_a_dispatched_order_is_not_refunded_while_the_inspection_runs() -> None:
    given = kingston(
        fulfilment="platform", inspection="pending", problem="damaged", severity="unusable", platform_case="none"
    )
    assert "kx-no-refund-yet" in ids(given.avoid)
    assert given.remedy.ask == ()


@pytest.mark.parametrize("inspection", ["pending", "unclear", "upheld", "rejected", None])
def test_a_dispatched_order_is_never_refunded_by_hand(inspection: str | None) -> None:
    given = kingston(
        fulfilment="platform", inspection=inspection, problem="damaged", severity="unusable", platform_case="none"
    )
    assert "kx-pay-nothing-by-hand" in ids(given.avoid)
    assert set(given.remedy.ask) <= {Ask.NONE}
    assert {"kx-refund-offer", "kx-replacement-offer"}.isdisjoint(ids(given.messages))


@pytest.mark.parametrize("review_done", ["no", None])
def test_a_seller_managed_order_is_not_refunded_before_the_review(review_done: str | None) -> None:
    given = kingston(
        fulfilment="seller", review_done=review_done, problem="damaged", in_stock="no", platform_case="none"
    )
    assert {"kx-no-refund-yet", "kx-no-replacement-yet"} <= set(ids(given.avoid))
    assert given.remedy.ask == ()
    assert "kx-approve-the-outcome" not in ids(given.steps)


def test_a_seller_managed_order_may_be_refunded_after_the_review() -> None:
    reviewed = {
        "fulfilment": "seller",
        "review_done": "yes",
        "claim_doubtful": "no",
        "problem": "damaged",
        "in_stock": "no",
        "platform_case": "none",
    }
    assert kingston(**reviewed).remedy.ask == ()  # the bank or PayPal may be deciding as well
    given = kingston(**reviewed, payment_case="none")
    assert not {"kx-no-refund-yet", "kx-no-replacement-yet"} & set(ids(given.avoid))
    assert given.remedy.ask == (Ask.REFUND,)
    assert "kx-approve-the-outcome" in ids(given.steps)


@pytest.mark.parametrize("platform_case", ["open", "with-platform", None])
def test_a_dispute_that_is_open_or_may_be_open_freezes_the_order(platform_case: str | None) -> None:
    for finished in (
        {"fulfilment": "platform", "inspection": "upheld"},
        {"fulfilment": "seller", "review_done": "yes"},
    ):
        given = kingston(**finished, problem="damaged", severity="unusable", in_stock="no", platform_case=platform_case)
        assert "kx-no-refund-in-dispute" in ids(given.avoid)
        assert given.remedy.ask == ()
        assert "kx-approve-the-outcome" not in ids(given.steps)


def test_a_customer_of_a_dispatched_order_is_never_asked_to_send_the_item_to_the_seller() -> None:
    for inspection in ("pending", "unclear", "upheld", "rejected", None):
        assert "kx-no-return-to-you" in ids(kingston(fulfilment="platform", inspection=inspection).avoid)
    assert "kx-no-return-to-you" not in ids(kingston(fulfilment="seller").avoid)


@pytest.mark.parametrize("problem", NOTHING_CAME)
@pytest.mark.parametrize(
    "known", [PLATFORM, INSPECTING, SELLER, {}], ids=["platform", "inspecting", "seller", "nothing"]
)
def test_nobody_is_asked_for_photos_of_what_never_came(problem: str, known: Facts) -> None:
    given = kingston(problem=problem, **known)
    lines = (*given.steps, *given.evidence.needed, *given.evidence.helpful)
    said = [given.headline, *(line.text for line in lines), *(message.body for message in given.messages)]
    assert [text for text in said if "photo" in text.lower()] == []


@pytest.mark.parametrize("problem", [value for value in CAME if value])
def test_who_got_a_parcel_is_asked_for_photos_of_it(problem: str) -> None:
    needed = ids(kingston(problem=problem, fulfilment="seller").evidence.needed)
    assert {"package-photos", "packing-material-photos"} <= set(needed)


def test_while_nothing_came_no_money_is_moved_by_hand() -> None:
    silent = [(facts, advice) for facts, advice in answered() if facts.get("problem") in NOTHING_CAME]
    assert silent

    def advised(given: Advice) -> set[str]:
        gives = [rulebook().by_id[step.id].gives for step in given.steps]
        does = {action for outcome in gives if isinstance(outcome, Step) for action in outcome.does}
        return (does & IRREVERSIBLE) | (set(given.remedy.ask) - {Ask.NONE})

    assert [facts for facts, advice in silent if advised(advice)][:1] == []


def test_a_report_that_contradicts_the_records_goes_to_support_before_anything_is_approved() -> None:
    given = kingston(
        fulfilment="seller",
        review_done="yes",
        platform_case="none",
        problem="damaged",
        in_stock="no",
        claim_doubtful="yes",
    )
    steps = ids(given.steps)
    assert "kx-ask-support-doubtful" in steps
    assert "kx-approve-the-outcome" not in steps[: steps.index("kx-ask-support-doubtful")]


def test_proof_is_said_to_be_missing_only_where_some_is_left_to_collect() -> None:
    complete = [(facts, given) for facts, given in answered() if not given.evidence.needed]
    assert complete
    assert [facts for facts, given in complete if "missing" in given.evidence.why][:1] == []


def test_a_dispatched_order_is_not_judged_by_the_sellers_own_packing_records() -> None:
    dispatched = [advice for facts, advice in answered() if facts.get("fulfilment") == "platform"]
    assert dispatched
    assert {advice.evidence.why for advice in dispatched if "your packing" in advice.evidence.why} == set()


def test_who_has_answered_is_not_told_to_answer_now() -> None:
    given = kingston(fulfilment="platform", inspection="pending", problem="damaged", reply="waiting")
    assert [step.text for step in given.steps if "Answer the customer now" in step.text] == []


def test_an_order_that_the_seller_shipped_is_never_said_to_be_inspected() -> None:
    facts = {"fulfilment": "seller", "inspection": "unclear", "claim_doubtful": "yes"}
    parsed = parse_case({"side": "seller", "programme": "kingston-express", **facts})
    # such facts may be refused as a contradiction; if they are taken, the inspection has no say
    messages = answer(parsed, TODAY).messages if isinstance(parsed, Case) else ()
    assert [message.id for message in messages if "inspection" in message.body] == []
