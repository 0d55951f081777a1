"""Every buyer: you have agreed. Whether it was done decides."""

from typing import Final

from policy.facts import offer, problem, promise_kept, reply, return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Headline, Remedy, Rung, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.payment_scope import card_open, payment_is_next, paypal_open
from policy.programmes.buyers.scope import buying, came_after_all, no_case, to_the_agent
from policy.programmes.buyers.talk_failed import one_more_letter, to_the_platform
from policy.programmes.marketplaces import case_early, case_over, stated
from policy.programmes.scope import kept

AGREED: Final = "You have agreed: confirm it in writing with a last day, and close nothing until it is done."

may_report: Final[Condition] = sure(stated) & ~sure(case_early | case_over)
"""The marketplace states its days, and they are not known to be still to come or over."""

pending: Final[Condition] = buying & (reply == "agreed") & ~sure(came_after_all) & ~promise_kept.is_given
done: Final[Condition] = buying & kept & ~sure(came_after_all)
broken: Final[Condition] = buying & (reply == "agreed") & ~sure(came_after_all) & (promise_kept == "no")
# What came back and was not paid is asked for by itself: two letters about one refund are one too many.
refund_missing: Final[Condition] = sure((problem == "return") & (return_state == "refund-missing"))
# Where somebody else is asked now, or a last letter goes out, a reminder beside it would be one letter too many.
somebody_else: Final[Condition] = (
    (payment_is_next & (paypal_open | card_open)) | to_the_platform | to_the_agent | one_more_letter | may_report
)
reminding: Final[Condition] = broken & no_case & ~refund_missing & ~sure(somebody_else)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-done",
        done,
        Headline("It was done as agreed: say thank you, and the case is at its end."),
        ("KB-40",),
    ),
    Rule(
        "buyer-headline-agreed",
        pending,
        Headline(AGREED),
        ("KB-40", "R-AN-01"),
    ),
    Rule(
        "buyer-confirms-the-agreement",
        pending,
        Step("Confirm in writing what you agreed, and by which day."),
        ("KB-40",),
    ),
    Rule(
        "buyer-accepts-the-resolution",
        done & ~came_after_all,
        Step("Thank them for putting it right, and move on.", does=(Action.ACCEPT,)),
        ("KB-40",),
    ),
    Rule(
        "buyer-reminds-of-the-promise",
        reminding,
        Step("Write once more: what was agreed, on which day, and by when you expect it."),
        ("KB-40", "R-AN-01"),
    ),
    Rule(
        "buyer-stays-on-good-terms",
        done,
        Warn("If it went well: pay promptly, leave an honest review, and recommend the seller to others."),
        ("SR-40", "SR-41", "SR-42"),
    ),
    Rule(
        "buyer-comes-back",
        done,
        Warn(
            "Sellers look after people who come back: their orders are handled first and packed better, problems are "
            "solved sooner, and new items are offered to them early."
        ),
        ("SR-44",),
    ),
    Rule(
        "buyer-agreed-remedy",
        pending | done,
        Remedy("You have agreed on what is fair."),
        ("KB-40",),
    ),
    Rule(
        "buyer-rung-agreed",
        pending | done,
        Rung(None, "You have agreed.", "Nothing, if they keep their word.", "If they do not, go on where you stopped."),
        ("KB-40",),
    ),
    sending("buyer-send-acceptance", pending, "buyer-acceptance", words=offer.is_given),
    sending(
        "buyer-send-promise-reminder",
        reminding,
        "buyer-promise-reminder",
        words=offer.is_given,
    ),
)
