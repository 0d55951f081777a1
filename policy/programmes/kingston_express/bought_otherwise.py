"""Kingston Express, for buyers: customs holds it, or it came after all."""

from typing import Final

from policy.facts import problem
from policy.language.outcomes import Headline, Remedy, Step
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import buying_unsettled, not_reported

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-customs",
        buying_unsettled & (problem == "customs") & not_reported,
        Headline("Read what customs or the carrier wants, and ask on the order's page who does it: you or the seller."),
        ("KXX-02", "CU-20"),
    ),
    Rule(
        "kx-buyer-headline-came-after-all",
        buying_unsettled & (problem == "came-after-all") & not_reported,
        Headline("Say on the order's page that it came after all, and ask: pay for it, or send it back at their cost?"),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-asks-about-customs",
        buying_unsettled & (problem == "customs") & not_reported,
        Step("Write on the order's page what customs wants, and ask who gives the papers and who pays."),
        ("KXX-02", "CU-20"),
    ),
    Rule(
        "kx-buyer-says-that-it-came",
        buying_unsettled & (problem == "came-after-all") & not_reported,
        Step("Write on the order's page that it came, and on which day. Keep it unused until you have an answer."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-fair-when-it-came",
        buying_unsettled & (problem == "came-after-all"),
        Remedy("Either the item or the money: pay for it once more, or send it back at their cost."),
        ("KXX-06",),
    ),
)
