"""Where a finding is in the draft."""

import unicodedata
from itertools import pairwise

import pytest

from policy.wording import check_draft
from policy.wording.finders import NOWHERE
from tests.policy.wording.drafts import manner


@pytest.mark.parametrize(
    "draft, text",
    [
        ("I’m so angry.", "I’m so angry"),
        ("I can’t believe it.", "I can’t believe it"),
        ("Hello 🙏🏽 — I  am\tso\u00a0angry!", "I  am\tso\u00a0angry"),
        ("\u200fHello, I am \u200eso\u200e angry.", "I am \u200eso\u200e angry"),
        ("Line one.\r\n\r\nI am so\r\nangry.", "I am so\r\nangry"),
        ("\ufeffI am so angry.", "I am so angry"),
        ("I am so 𝗮𝗻𝗴𝗿𝘆.", "I am so 𝗮𝗻𝗴𝗿𝘆"),
        ("Cafe\u0301: I am so angry.", "I am so angry"),
        ("Straße, ﬁn, İstanbul: I am so angry.", "I am so angry"),
        ("Broken 😡😡 again.", "😡😡"),
        ("I AM SO ANGRY", "I AM SO ANGRY"),
    ],
)
def test_a_finding_points_at_the_exact_characters_of_the_draft(draft: str, text: str) -> None:
    finding = next(finding for finding in manner(draft) if finding.id == "venting" or finding.text == text)
    assert finding.text == text == draft[finding.start : finding.end]


def test_the_same_words_in_composed_and_decomposed_letters_give_the_same_findings() -> None:
    draft = "Señor, the décor is ruined. How dare you! Gonna write à review."
    decomposed = unicodedata.normalize("NFD", draft)
    assert decomposed != draft
    assert [(one.id, unicodedata.normalize("NFC", one.text)) for one in check_draft(decomposed, "buyer")] == [
        (one.id, one.text) for one in check_draft(draft, "buyer")
    ]


def test_what_the_draft_lacks_has_no_place_and_comes_first() -> None:
    findings = check_draft("Gonna be a problem with this.", "buyer")
    assert [finding.id for finding in findings][-1] == "slang"
    assert {(one.start, one.end, one.text) for one in findings if one.id.startswith("missing")} == {(*NOWHERE, "")}


def test_findings_of_one_check_do_not_overlap() -> None:
    draft = "This is unacceptable service, a ridiculous, terrible service!!! I am so angry, so angry and sick of it."
    for one, other in pairwise(finding for finding in manner(draft) if finding.id == "venting"):
        assert one.end <= other.start
