"""What readers read is easy to read: at about twelve years of age, in a second language, with a bad parcel in hand.

A page that fails says which of its sentences are the hardest; docs/maintain/writing.md says how to mend them.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from makegood.checkout import ROOT
from policy import parse_case, rulebook
from policy.facts import FACTS
from policy.messages.filling import fill
from policy.messages.templates import message_templates
from tests.support.prose import Sentence, grade, hardest, sentences_of, sentences_of_page

HIGHEST_GRADE = 8.0
MOST_WORDS = 25

DOCS = ROOT / "docs"
GUIDES = sorted(path for path in DOCS.rglob("*.md") if "maintain" not in path.relative_to(DOCS).parts)


def complaint(sentences: list[Sentence]) -> str:
    """Say what is too hard about these sentences, or nothing."""
    found = grade(sentences)
    too_long = [f"{sentence.words} words: {sentence.text}" for sentence in sentences if sentence.words > MOST_WORDS]
    worst = [f"grade {sentence.grade:.1f}: {sentence.text}" for sentence in hardest(sentences)]
    lines = [f"Longer than {MOST_WORDS} words:", *too_long] if too_long else []
    if found > HIGHEST_GRADE:
        lines += [f"Reading grade {found:.1f}, where {HIGHEST_GRADE} is the most. The hardest sentences:", *worst]
    return "\n  ".join(lines)


@pytest.mark.parametrize("page", GUIDES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_a_guide_is_easy_to_read(page: Path) -> None:
    if wrong := complaint(sentences_of_page(page)):
        pytest.fail(f"{page.relative_to(ROOT)}: {wrong}", pytrace=False)


@cache
def texts_of_the_policy() -> dict[str, list[str]]:
    """Everything the policy says by itself: its rules' lines by programme, its questions, its messages."""
    texts: dict[str, list[str]] = {}
    for rule in rulebook().rules:
        if text := getattr(rule.gives, "text", ""):
            texts.setdefault(f"rules {rule.id.split('-')[0]}", []).append(text)
    for fact in FACTS:
        texts.setdefault("questions", []).extend(filter(None, (fact.ask, fact.seller_ask, fact.why, fact.hint)))
    nobody = parse_case({})
    assert not isinstance(nobody, list)
    for name in message_templates():
        texts[f"message {name}"] = re.split(r"\n+", fill(name, nobody).body)
    return texts


@pytest.mark.parametrize("part", texts_of_the_policy())
def test_what_the_policy_says_is_easy_to_read(part: str) -> None:
    """A colon or a semicolon is a rest too here: a step with its proof behind a colon reads as two."""
    texts = texts_of_the_policy()[part]
    whole = [sentence for text in texts for sentence in sentences_of(text)]
    stretches = [Sentence(stretch) for sentence in whole for stretch in re.split(r"[:;]\s", sentence.text)]
    assert grade(whole) <= HIGHEST_GRADE, [f"{one.grade:.1f}: {one.text}" for one in hardest(whole)]
    assert [stretch.text for stretch in stretches if stretch.words > MOST_WORDS] == []


def test_a_hard_page_is_told_its_longest_and_hardest_sentences() -> None:
    hard = "Notwithstanding any previously communicated determination, beneficiaries must substantiate entitlement."
    long = f"We {'really ' * 25}mean it."
    said = complaint([*sentences_of(hard), *sentences_of(long)])
    assert f"28 words: {long}" in said
    assert hard in said


def test_a_name_does_not_make_a_sentence_hard() -> None:
    [named] = sentences_of("Ask Kingston Express, Allchinabuy or Kakobuy for help with it.")
    [plain] = sentences_of("Ask Ann, Ann or Ann for help with it.")
    assert named.grade == plain.grade


def test_only_what_a_page_types_itself_is_measured(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: Title\n---\n\n# Heading\n\nOne *plain* sentence. Two {{ cite('KX-01') }} sentences.\n\n"
        "- an item\n- another\n\n```\ncode\n```\n\n{{ lines(\n  'kx-final-rule') }}\n",
        encoding="utf-8",
    )
    found = [sentence.text for sentence in sentences_of_page(page)]
    assert found == ["One plain sentence.", "Two sentences.", "an item.", "another."]
