"""Every buyer who paid by PayPal: the last days of a dispute, and what became of it after them.

It stands behind nearly everything else, so its headline and its step come first: what closes for good does not wait.
"""

from typing import Final

from policy.facts import payment_case
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Step, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import paypal_claim, paypal_last_days
from policy.programmes.buyers.payment_scope import still_open_here
from policy.programmes.buyers.scope import paid_by_paypal
from policy.programmes.scope import kept

disputed: Final[Condition] = paid_by_paypal & (payment_case == "open") & still_open_here & ~sure(kept)
now: Final[Condition] = disputed & (paypal_last_days == "running")
gone: Final[Condition] = disputed & (paypal_claim == "over")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-paypal-claim-now",
        now,
        Headline("Turn the PayPal dispute into a claim now: in a few days it closes for good, whatever they promise."),
        ("W-PP-02", "PM-04"),
    ),
    Rule(
        "buyer-headline-paypal-dispute-gone",
        gone,
        Headline("Look in PayPal today: the dispute has closed by itself, unless you have made it a claim."),
        ("W-PP-02", "PM-04"),
    ),
    Rule(
        "buyer-makes-it-a-claim-now",
        now,
        Step(
            "Turn the PayPal dispute into a claim now, and wait for no answer.",
            by="buyer-paypal-claim-clock",
            through=Way.PAYMENT,
        ),
        ("W-PP-02",),
    ),
    Rule(
        "buyer-looks-what-became-of-the-dispute",
        gone,
        Step("Look in PayPal how it stands. A claim goes on; a dispute that closed cannot be opened again."),
        ("W-PP-02", "PM-04"),
    ),
    sending("buyer-send-paypal-claim", disputed & ~sure(paypal_claim == "over"), "buyer-paypal-claim", Way.PAYMENT),
)
