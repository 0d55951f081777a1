"""Every buyer: you have agreed."""

from typing import Final

from policy.facts import reply
from policy.language.outcomes import Action, Headline, Rung, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying

AGREED: Final = "You have agreed: say thank you, and close nothing until the money or the replacement is there."

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-agreed",
        buying & (reply == "agreed"),
        Headline(AGREED),
        ("KB-40", "R-AN-01"),
    ),
    Rule(
        "buyer-accepts-the-resolution",
        buying & (reply == "agreed"),
        Step("Confirm what you agreed, thank them for putting it right, and move on.", does=(Action.ACCEPT,)),
        ("KB-40",),
    ),
    Rule(
        "buyer-stays-on-good-terms",
        buying & (reply == "agreed"),
        Warn("If it went well: pay promptly, leave an honest review, and recommend the seller to others."),
        ("SR-40", "SR-41", "SR-42"),
    ),
    Rule(
        "buyer-comes-back",
        buying & (reply == "agreed"),
        Warn(
            "Sellers look after people who come back: their orders are handled first and packed better, problems are "
            "solved sooner, and new items are offered to them early."
        ),
        ("SR-44",),
    ),
    Rule(
        "buyer-rung-agreed",
        buying & (reply == "agreed"),
        Rung(None, "You have agreed.", "Nothing, if they keep their word.", "If they do not, go on where you stopped."),
        ("KB-40",),
    ),
    sending("buyer-send-acceptance", buying & (reply == "agreed"), "buyer-acceptance"),
)
