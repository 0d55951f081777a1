"""What every buyer shares, wherever the order was made: proof, first contact, what is fair, the way up, when to let go.

The sources are the guides for buyers (SR) and the evidence and message rules of Kakobuy (KB), which also serve
buyers on other agents. Kakobuy has no file of its own: all that its guide says is shared.
"""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.buyers import cautions, escalation, headline, messages, proof, remedy, steps

RULES: Final[tuple[Rule, ...]] = (
    *headline.RULES,
    *steps.RULES,
    *cautions.RULES,
    *proof.RULES,
    *remedy.RULES,
    *escalation.RULES,
    *messages.RULES,
)
"""Every rule of this programme, part by part."""
