"""Every buyer: a case is open, decided or closed, or the community mediates."""

from typing import Final

from policy.facts import community, paid_with, payment_case, platform_case, problem, return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Party, Remedy, Responsible, Rung, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.law import law_helps, then_the_law
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    lost,
    not_agreed,
    through_agent,
    won,
)
from policy.programmes.scope import payment_runs, payment_used, platform_runs, platform_used, settled

payment_ended_badly: Final[Condition] = payment_case.is_in("decided-for-seller", "closed")
no_payment_door: Final[Condition] = paid_with.is_in("bank-transfer", "cash-or-crypto", "platform-balance")
closed: Final[Condition] = platform_case == "closed"
agent_case_over: Final[Condition] = through_agent & platform_case.is_in("decided-for-seller", "closed")
asks_community: Final[Condition] = agent_case_over & ~sure(community == "tried") & not_agreed & ~sure(won)
exhausted: Final[Condition] = (
    buying
    & (lost | (closed & (payment_ended_badly | no_payment_door)))
    & ~sure(asks_community)
    & ~sure(won)
    & ~sure(came_after_all)
    & ~sure(payment_runs)
)
is_won: Final[Condition] = buying & won & ~sure(came_after_all)
# Nothing is left once the last way was tried: a community for an agent's buyer, else whoever took the payment. To let
# go cannot be undone, so each way has to be known to be at its end.
nothing_left: Final[Condition] = (
    exhausted
    & problem.is_given
    & ~came_after_all
    & platform_case.is_in("none", "closed", "decided-for-seller")
    & ~law_helps
    & (
        (through_agent & (community == "tried") & ((payment_case == "none") | payment_ended_badly | no_payment_door))
        | (~through_agent & (payment_ended_badly | no_payment_door))
    )
)
payment_closed: Final[Condition] = (
    buying & (payment_case == "closed") & ~sure(platform_used) & ~sure(settled) & ~sure(came_after_all)
)
case_open: Final[Condition] = buying & platform_runs & ~sure(payment_used) & ~sure(came_after_all)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-won-send-back",
        is_won & (return_state == "not-sent-back"),
        Headline("It was decided for you: send it back as the decision says, with tracking, before its last day."),
        ("PM-08", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-won",
        is_won,
        Headline("It was decided for you: do nothing that ends it, and ask for the day on which the money comes."),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-headline-community",
        asks_community,
        Headline(
            "Your agent has not helped: a buyers' community can mediate, and whoever took your payment can still act."
        ),
        ("SR-52", "SR-60"),
    ),
    Rule(
        "buyer-headline-law-is-left",
        exhausted & law_helps,
        Headline("It went against you there, but the law still binds the seller: set a last day in writing."),
        ("LW-18", "LW-20", "LW-40", "LW-44"),
    ),
    Rule(
        "buyer-headline-lost",
        exhausted,
        Headline("It went against you: look for an appeal and its last day, weigh your time, then let it go."),
        ("SR-53",),
    ),
    Rule(
        "buyer-headline-closed",
        buying & closed & ~sure(came_after_all) & ~sure(through_agent) & ~sure(won),
        Headline("That case is closed and mostly cannot be opened again: what is left is the way that you paid."),
        ("SR-51", "PM-31"),
    ),
    Rule(
        "buyer-headline-payment-closed",
        payment_closed,
        Headline("The case where you paid was closed: ask why in writing, and set the seller a last day."),
        ("PM-04", "SR-70"),
    ),
    Rule(
        "buyer-asks-why-it-was-closed",
        payment_closed,
        Step("Ask whoever closed it why, in writing, and whether it can be looked at once more."),
        ("PM-04",),
    ),
    Rule(
        "buyer-headline-dispute-asked",
        case_open & (platform_case == "with-platform"),
        Headline("They decide now: answer every question at once, and close nothing before the money is there."),
        ("SR-51", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-dispute",
        case_open,
        Headline(
            "Stay with your case: give it all your proof, note its last day, and keep it open until you have the money."
        ),
        ("SR-51", "R-AN-01"),
    ),
    Rule(
        "buyer-case-is-won",
        is_won,
        Responsible(Party.PLATFORM, "Whoever decided it has to see that it is paid."),
        ("SR-51",),
    ),
    Rule(
        "buyer-agent-decides-the-dispute",
        case_open & through_agent,
        Responsible(Party.AGENT, "Your agent decides now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-dispute-decides",
        case_open,
        Responsible(Party.PLATFORM, "Your case is where it is decided now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-payment-is-left",
        buying & closed & ~sure(came_after_all) & ~sure(through_agent) & ~sure(won) & ~sure(payment_used),
        Responsible(Party.PLATFORM, "The marketplace's case is closed, so whoever took your payment is left."),
        ("PM-31",),
    ),
    Rule(
        "buyer-decides-to-stop",
        exhausted,
        Responsible(Party.BUYER, "It was decided, so only you can say whether it is worth more time."),
        ("SR-53", "SR-60"),
    ),
    Rule(
        "buyer-sends-it-back-as-decided",
        is_won & (return_state == "not-sent-back"),
        Step("Send it back to the address that the decision names, with tracking, and enter the number there."),
        ("PM-08",),
    ),
    Rule(
        "buyer-asks-when-it-is-paid",
        is_won & ~sure(return_state == "not-sent-back"),
        Step("Ask in the case on which day the money comes, and look at the account that you paid from."),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-keeps-the-dispute-going",
        case_open & not_agreed,
        Step("Answer every question in the case, and look up its last day: ask them to decide before that."),
        ("SR-51",),
    ),
    Rule(
        "buyer-asks-the-community",
        asks_community,
        Step("Show the community both sides of the case, with your proof, and ask for mediation."),
        ("SR-52",),
    ),
    Rule(
        "buyer-looks-for-an-appeal",
        exhausted & ~sure(platform_case == "closed"),
        Step("Read the decision: is there an appeal, by when, and have you anything new to show?"),
        ("SR-51",),
    ),
    Rule(
        "buyer-names-the-law",
        exhausted & law_helps,
        Step(
            "Write to the seller: name the law, what you ask for, and the day by which you expect it.", through=Way.LAW
        ),
        ("LW-18", "LW-20", "LW-40", "LW-44"),
    ),
    Rule(
        "buyer-lets-it-go",
        nothing_left,
        Step("Accept the loss, and move on.", does=(Action.ACCEPT,)),
        ("SR-53",),
    ),
    Rule(
        "buyer-takes-nothing-less",
        sure(is_won),
        Avoid("Do not take less or another way of paying now, and do not withdraw anything."),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-closed-is-closed",
        buying & (platform_case == "closed") & ~sure(came_after_all),
        Warn("A case that was closed can mostly not be opened again: look at your other ways."),
        ("SR-51",),
    ),
    Rule(
        "buyer-won-remedy",
        is_won,
        Remedy("What was decided is what you get: nothing less, and nothing beside it."),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-lost-remedy",
        exhausted,
        Remedy("It was decided against you, so only an appeal or another way can still bring something."),
        ("SR-53",),
    ),
    Rule(
        "buyer-rung-won",
        is_won,
        Rung(
            None,
            "It was decided for you.",
            "Nothing, once the money is there.",
            "If it does not come, ask in the case.",
        ),
        ("SR-51",),
    ),
    Rule(
        "buyer-rung-community",
        asks_community,
        Rung(3, "Community mediation.", "Accept the loss and move on.", "If the mediation brings nothing."),
        ("SR-52", "SR-53"),
    ),
    Rule(
        "buyer-rung-law-is-left",
        exhausted & law_helps,
        Rung(None, "The law of your country.", "Accept the loss and move on.", "If it is not worth more time."),
        ("LW-18", "LW-20", "LW-40", "LW-44", "SR-53"),
    ),
    Rule(
        "buyer-rung-loss",
        exhausted,
        Rung(4, "Accept the loss and move on.", "Nothing more.", "Every step before this one was tried."),
        ("SR-53",),
    ),
    *then_the_law(
        "buyer-rung-closed",
        buying & closed & ~sure(came_after_all) & ~sure(through_agent) & ~sure(won) & ~sure(payment_used),
        Rung(2, "Whoever took your payment.", "Accept the loss and move on.", "If nobody can bring the money back."),
        ("PM-31", "SR-53"),
    ),
    Rule(
        "buyer-rung-dispute",
        case_open,
        Rung(2, "The case that is open.", "An appeal, if there is one.", "If it ends against you."),
        ("SR-51",),
    ),
    sending("buyer-send-payment-date-question", is_won & ~sure(return_state == "not-sent-back"), "buyer-when-paid"),
)
