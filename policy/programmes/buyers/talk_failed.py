"""Every buyer: they refused, have not answered in time, or did not keep their word: the next door."""

from typing import Final

from policy.facts import defect_kind, paid_with, platform_case, problem, programme, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Door, Headline, Party, Responsible, Rung, Step, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import card_not_right, card_nothing_came, pay_later_dispute, paypal_dispute
from policy.programmes.buyers.law import then_the_law
from policy.programmes.buyers.payment_scope import not_looked_yet
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    came_after_all,
    early,
    no_case,
    nobody_between,
    not_received,
    on_marketplace,
    talk_failed,
    through_agent,
    to_the_agent,
    video_held,
)
from policy.programmes.marketplaces import case_over, stated
from policy.programmes.scope import card, opened_some_day, parcel_came, paypal, promise_broken

failed: Final[Condition] = buying & talk_failed & no_case & ~sure(came_after_all) & ~sure(early)
# Kingston Express has a step and a letter of its own.
to_the_platform: Final[Condition] = (
    failed & on_marketplace & ~sure(stated) & ~sure(programme == "kingston-express") & ~sure(opened_some_day)
)
payment_decides: Final[Condition] = failed & (nobody_between | (on_marketplace & case_over)) & ~sure(not_looked_yet)
ways_over: Final[Condition] = payment_decides & (
    (paypal & (paypal_dispute == "over"))
    | ((paid_with == "pay-later") & (pay_later_dispute == "over"))
    | (card & parcel_came & (card_not_right == "over"))
    | (card & not_received & (card_nothing_came == "over"))
)
no_protection: Final[Condition] = paid_with.is_in("bank-transfer", "cash-or-crypto")
# Whoever sends nothing, or a fake, may have meant to; whoever sends something else or pays late mostly has not.
like_a_fraud: Final[Condition] = (
    ((problem == "not-received") & ~sure(tracking == "delivered"))
    | (problem == "empty-package")
    | (parcel_came & (defect_kind == "counterfeit"))
)
no_way_back: Final[Condition] = payment_decides & no_protection & sure(like_a_fraud)
no_case_there: Final[Condition] = payment_decides & no_protection & ~sure(like_a_fraud)
one_more_letter: Final[Condition] = ways_over | no_case_there
on_its_way_back: Final[Condition] = sure(problem == "return")
"""It has letters of its own."""

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-no-way-back",
        no_way_back,
        Headline(
            "Call your bank today and say what happened: there is no buyer protection for this payment, only speed."
        ),
        ("PM-52", "PM-53"),
    ),
    Rule(
        "buyer-headline-no-case-there",
        no_case_there,
        Headline(
            "This payment has no case of its own: write one last letter with a day, and look what the law gives you."
        ),
        ("PM-52", "PM-53", "SR-70"),
    ),
    Rule(
        "buyer-headline-payment-decides",
        payment_decides & ~paid_with.is_given,
        Headline(
            "Talking has not helped, so whoever took your payment decides: say how you paid, each way has its last day."
        ),
        ("PM-31",),
    ),
    Rule(
        "buyer-headline-ways-over",
        ways_over,
        Headline("The time for the way that you paid is over: write one last letter, and look what the law gives you."),
        ("PM-31", "SR-70"),
    ),
    Rule(
        "buyer-headline-promise-broken",
        to_the_platform & promise_broken,
        Headline(
            "They did not keep their word: open the case with the marketplace now, and close it for no new promise."
        ),
        ("SR-51", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-to-the-platform",
        to_the_platform,
        Headline("Talking has not helped: open a case inside the order today, with your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-headline-to-the-agent",
        to_the_agent,
        Headline("Talking has not helped: ask your agent to mediate, with your proof."),
        ("KB-41",),
    ),
    Rule(
        "buyer-headline-talk-failed",
        failed
        & ~sure(through_agent & ~agent_investigates)
        & ~sure(no_protection | not_looked_yet)
        & ~sure((programme == "vinted") & (problem == "not-received")),
        Headline("Talking has not helped: take it one step higher, with your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-finds-the-next-door",
        failed & ~programme.is_given,
        Step("Look on the order's page for the place to report a problem, and look up how you paid."),
        ("SR-51", "PM-31"),
    ),
    Rule(
        "buyer-bank-acts-first",
        no_way_back,
        Responsible(
            Party.BUYER, "Nobody stands between you and the seller, so only you and your bank can act, and at once."
        ),
        ("PM-52",),
    ),
    Rule(
        "buyer-agent-takes-it-higher",
        to_the_agent,
        Responsible(Party.AGENT, "Talking has not helped, so your agent has to settle it now."),
        ("KB-41",),
    ),
    Rule(
        "buyer-takes-it-higher",
        to_the_platform,
        Responsible(Party.PLATFORM, "Talking has not helped, so the marketplace has to settle it now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-uses-the-agents-mediation",
        to_the_agent,
        Step("Ask your agent to mediate the dispute, and hand over your proof."),
        ("KB-41",),
    ),
    Rule(
        "buyer-hands-over-the-video",
        to_the_agent & video_held,
        Step("Hand over the video of the unboxing."),
        ("KB-41",),
    ),
    Rule(
        "buyer-opens-a-dispute",
        to_the_platform,
        Step("Open a case on the order's page, with all your proof.", through=Way.PLATFORM),
        ("SR-51",),
    ),
    Rule(
        "buyer-calls-the-bank-at-once",
        no_way_back & (paid_with == "bank-transfer"),
        Step("Call your bank now, say that it was a fraud if it looks like one, and ask it to call the money back."),
        ("PM-52",),
    ),
    Rule(
        "buyer-reports-a-fraud",
        no_way_back,
        Step("Keep chat, profile and receipt, and report it to the police and to the site where you met the seller."),
        ("SR-70",),
    ),
    Rule(
        "buyer-writes-one-last-letter",
        one_more_letter & ~on_its_way_back,
        Step("Write one last letter: what is wrong, what you ask for, and the day by which you expect it."),
        ("SR-70",),
    ),
    Rule(
        "buyer-writes-a-last-letter",
        payment_decides & ~sure(reply.is_in("refused", "agreed")) & ~sure(no_protection | ways_over | on_its_way_back),
        Step("Write once more with a last day, and keep the message: it shows that you tried."),
        ("PM-20",),
    ),
    Rule(
        "buyer-rung-agent-mediation",
        to_the_agent,
        Rung(2, "Your agent's dispute mediation.", "Community mediation.", "If the mediation ends without a solution."),
        ("KB-41", "SR-52"),
    ),
    Rule(
        "buyer-rung-dispute-now",
        to_the_platform,
        Rung(2, "The platform's dispute system.", "Whoever took your payment.", "If the platform does not help."),
        ("SR-51", "PM-31"),
    ),
    *then_the_law(
        "buyer-rung-payment-now",
        payment_decides,
        Rung(2, "Whoever took your payment.", "Accept the loss and move on.", "If nobody can bring the money back."),
        ("PM-31", "SR-53"),
    ),
    Rule(
        "buyer-door-community",
        through_agent & (talk_failed | platform_case.is_in("decided-for-seller", "closed")) & ~sure(came_after_all),
        Door(
            Way.COMMUNITY,
            "Mediation by a buyers' community",
            "buyer",
            "When your agent has not helped, a community of buyers can mediate. It decides nothing.",
        ),
        ("SR-52",),
    ),
    sending("buyer-send-agent-escalation", to_the_agent, "buyer-agent-escalation"),
    sending("buyer-send-dispute", to_the_platform, "buyer-dispute", Way.PLATFORM),
    sending(
        "buyer-send-last-letter",
        ((payment_decides & ~sure(reply.is_in("refused", "agreed")) & ~sure(no_way_back)) | one_more_letter)
        & ~on_its_way_back,
        "buyer-last-letter",
    ),
)
