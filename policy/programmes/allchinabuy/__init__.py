"""Allchinabuy, for buyers: an item is missing from a parcel that came. All else is shared by every buyer."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.allchinabuy import investigation

RULES: Final[tuple[Rule, ...]] = investigation.RULES
