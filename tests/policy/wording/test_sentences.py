"""Sentences that people write, harmless and hurtful, from `tests/wording/sentences.toml`."""

import tomllib
from pathlib import Path

import pytest

from policy.wording import SIDES
from tests.policy.wording.drafts import found, manner

SENTENCES = tomllib.loads((Path(__file__).parents[2] / "wording" / "sentences.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "side, sentence", [(side, line) for side in SIDES for line in SENTENCES["harmless"][side].strip().splitlines()]
)
def test_a_harmless_sentence_is_left_alone(side: str, sentence: str) -> None:
    assert manner(sentence, side) == []


@pytest.mark.parametrize(
    "side, line", [(side, line) for side in SIDES for line in SENTENCES["hurtful"][side].strip().splitlines()]
)
def test_a_hurtful_sentence_is_found(side: str, line: str) -> None:
    check, _, sentence = line.partition(" | ")
    assert check in found(sentence, side)
