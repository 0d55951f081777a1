"""Every buyer: they refused, or have not answered in time."""

from typing import Final

from policy.cases.programmes import covering
from policy.facts import problem, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Party, Responsible, Rung, Step, WalkAway
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, higher_up, talk_failed, to_the_agent

# Where a programme's own sources say how to report that nothing came, that report is the dispute: it has its own step.
reported_there: Final[Condition] = covering("buyer", "not-received") & (problem == "not-received")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-talk-failed",
        buying & talk_failed & ~sure(higher_up),
        Headline("Talking has not helped: take it one step higher, with your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-takes-it-higher",
        buying & talk_failed & ~sure(higher_up),
        Responsible(Party.PLATFORM, "Talking has not helped, so the platform or agent has to settle it now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-uses-the-agents-mediation",
        to_the_agent,
        Step("Ask your agent to mediate the dispute, and hand over the video."),
        ("KB-41",),
    ),
    Rule(
        "buyer-opens-a-dispute",
        buying & talk_failed & ~sure(higher_up) & ~sure(to_the_agent) & ~sure(reported_there),
        Step("Open a dispute with the platform, with all your proof."),
        ("SR-51",),
    ),
    Rule(
        "buyer-rung-agent-mediation",
        to_the_agent,
        Rung(2, "Your agent's dispute mediation.", "Community mediation.", "If the mediation ends without a solution."),
        ("KB-41", "SR-52"),
    ),
    Rule(
        "buyer-rung-dispute-now",
        buying & ~sure(higher_up) & talk_failed,
        Rung(2, "The platform's dispute system.", "Community mediation.", "If the dispute ends without a solution."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-weighs-value-and-time",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Is the item worth the time that this still takes?"),
        ("SR-60",),
    ),
    Rule(
        "buyer-weighs-the-sellers-history",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How has the seller treated other buyers?"),
        ("SR-61",),
    ),
    Rule(
        "buyer-weighs-the-proof",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How strong is your proof?"),
        ("SR-62",),
    ),
    Rule(
        "buyer-weighs-the-future",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Do you want to buy from this seller again?"),
        ("SR-63",),
    ),
    sending("buyer-send-agent-escalation", to_the_agent, "buyer-agent-escalation"),
    sending(
        "buyer-send-dispute",
        buying & talk_failed & ~sure(higher_up) & ~sure(to_the_agent),
        "buyer-dispute",
    ),
)
