"""Any text at all: random, hostile, very long."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.wording import SIDES, check_draft

WORDS = "I|am|so|angry|you|are|lying|order|12345|DON'T|not|our|mistake|refund|gonna|because|ﬁ|İ|>|#"
PIECES = (*WORDS.split("|"), " ", ". ", ", ", "’", '"', "!!!", "\r\n", "\u200f", "e\u0301", "😡", "\x00")
ANY_DRAFT = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))


@given(draft=ANY_DRAFT, side=st.sampled_from(SIDES), to=st.sampled_from(["", "seller", "carrier", "\x00"]))
def test_any_text_gives_findings_that_point_into_it(draft: str, side: str, to: str) -> None:
    findings = check_draft(draft, side, to)
    assert check_draft(draft, side, to) == findings
    for finding in findings:
        assert finding.text == draft[finding.start : finding.end]
        assert bool(finding.text) is not finding.id.startswith("missing")
        assert finding.advice
        assert finding.cites


HOSTILE = {
    "one word": "a",
    "spaces": " ",
    "line breaks": "\r\n",
    "quotation marks": '"',
    "opening apostrophes": " 'a",
    "exclamation marks": "!",
    "a sentence without end": "i will refund you today ",
    "one clause after the other": "if you are lying, because ",
    "capitals": "MY MONEY ",
    "numbers": "1",
    "half addresses": "a.a@",
    "piled accents": "\u0301\u0323",
    "ligatures of many letters": "\ufdfa",
    "angry faces": "😡",
    "orders without number": "order # ",
    "words line by line": "gonna\nhave\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_draft_of_100_kilobytes_takes_no_more_than_its_share(piece: str) -> None:
    """What grew with the square would take minutes. The limit is generous, since the machine may be busy."""
    draft = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = process_time()
    check_draft(draft, "seller" if "refund" in piece or "lying" in piece else "buyer")
    assert process_time() - started < 15
