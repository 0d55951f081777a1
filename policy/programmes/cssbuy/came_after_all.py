"""CSSBuy, for buyers: it came after the agent had paid for it as lost."""

from typing import Final

from policy.facts import carrier_claim, programme
from policy.language.conditions import Condition
from policy.language.outcomes import Headline, Step
from policy.language.rule import Rule
from policy.programmes.buyers.scope import buying, came_after_all, won

here: Final[Condition] = buying & (programme == "cssbuy") & came_after_all & (won | (carrier_claim == "paid"))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "cs-headline-half-goes-back",
        here,
        Headline("Tell CSSBuy today that it came: by its terms half of what it paid you goes back."),
        ("CS-04",),
    ),
    Rule(
        "cs-half-goes-back",
        here,
        Step("Ask CSSBuy to take half of what it paid you out of your balance."),
        ("CS-04",),
    ),
)
