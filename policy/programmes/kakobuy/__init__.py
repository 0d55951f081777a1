"""Kakobuy, for buyers: how soon to report. All else that its guide says is shared: `policy.programmes.buyers`."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.kakobuy import arrived
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(arrived)
"""Every rule that is Kakobuy's alone."""
