"""The rules, programme by programme. A folder with a record (`policy.language.programme`) is found by itself."""

from importlib import import_module
from typing import Final

from policy.language.programme import Kind, programmes
from policy.language.rule import Rule
from policy.programmes import buyers, everyone, sellers

_ORDER: Final = list(Kind)

RULES: Final[tuple[Rule, ...]] = (
    *(
        rule
        for programme in sorted(programmes(), key=lambda record: (_ORDER.index(record.kind), record.place))
        for rule in getattr(import_module(programme.module), "RULES", ())
    ),
    *buyers.RULES,
    *sellers.RULES,
    *everyone.RULES,
)
"""Every rule: those of each programme, kind by kind; then what every buyer shares, and every seller; everybody last."""
