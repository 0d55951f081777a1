"""The rules, programme by programme."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes import allchinabuy, buyers, ebay, everyone, kingston_express

PROGRAMMES: Final = (
    kingston_express,
    ebay,
    allchinabuy,
    buyers,
    everyone,
)
"""Whose rules the policy is made of, in the order in which an answer lists them."""

RULES: Final[tuple[Rule, ...]] = tuple(rule for programme in PROGRAMMES for rule in programme.RULES)
"""Every rule of every programme, and what holds for everybody last."""
