"""Kingston Express, where the order crosses a border."""

from typing import Final

from policy.facts import international
from policy.language.outcomes import Action, Avoid, Warn
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import here

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-promise-no-quick-result",
        here & (international == "yes"),
        Avoid("Do not promise a quick result for an order that crosses a border.", (Action.PROMISE_SPEED,)),
        ("KX-63",),
    ),
    Rule(
        "kx-international-takes-longer",
        here & (international == "yes"),
        Warn("Reports about orders that cross a border may take longer."),
        ("KX-60",),
    ),
    Rule(
        "kx-customs-may-matter",
        here & (international == "yes"),
        Warn("What customs did with the parcel may change the outcome."),
        ("KX-61",),
    ),
    Rule(
        "kx-return-may-be-impossible",
        here & (international == "yes"),
        Warn("Some items cannot be sent back across a border."),
        ("KX-62",),
    ),
)
