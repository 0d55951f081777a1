"""The eight things to find out about a seller before buying, and what each answer weighs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from policy.language.kinds import Choice, Value


class Weight(StrEnum):
    """What an answer says about the seller, the heaviest first."""

    RED_FLAG = "red-flag"
    MISSING_SIGN = "missing-sign"
    GOOD_SIGN = "good-sign"
    NO_RED_FLAG = "no-red-flag"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing to find out about a seller before buying.

    `id` is the catalogue's statement behind it, `fact` its name and its question to the buyer. For a `red_flag` the
    good answer is no, otherwise yes. `for_seller` and `against` say what the good and the bad answer mean,
    `ask_seller` is the question to send, `look` how to find out without asking.
    """

    id: str
    fact: Choice
    red_flag: bool
    for_seller: str
    against: str
    ask_seller: str
    look: str

    @property
    def name(self) -> str:
        """The key of its answer."""
        return self.fact.name

    @property
    def good(self) -> str:
        """The answer that speaks for the seller."""
        return "no" if self.red_flag else "yes"

    @property
    def bad(self) -> str:
        """The answer that speaks against the seller."""
        return "yes" if self.red_flag else "no"

    def weight(self, answer: str) -> Weight:
        """Say what an answer, yes or no, weighs."""
        if self.red_flag:
            return Weight.RED_FLAG if answer == self.bad else Weight.NO_RED_FLAG
        return Weight.MISSING_SIGN if answer == self.bad else Weight.GOOD_SIGN


def _question(name: str, ask: str, why: str) -> Choice:
    return Choice(name, ask, why, (Value("yes", "Yes", ask), Value("no", "No", ask)))


INDICATORS: Final = (
    Indicator(
        "SR-01",
        _question(
            "answers_within_24_hours",
            "Does the seller answer within 24 hours?",
            "A seller who answers fast before the sale is easier to reach after it.",
        ),
        red_flag=False,
        for_seller="The seller answers within 24 hours.",
        against="The seller takes longer than 24 hours to answer.",
        ask_seller="How soon do you answer messages?",
        look="Send a question and note how long the answer takes.",
    ),
    Indicator(
        "SR-02",
        _question(
            "written_return_terms",
            "Do you have the return terms in writing?",
            "What is written down before the purchase can be shown later.",
        ),
        red_flag=False,
        for_seller="You have the return terms in writing.",
        against="You have no return terms in writing.",
        ask_seller="Please send me your return terms in writing.",
        look="Look for the return terms in the listing and in the seller's messages, and save them.",
    ),
    Indicator(
        "SR-03",
        _question(
            "packaging_has_good_record",
            "Do other buyers say that parcels arrive undamaged?",
            "How often this seller's parcels arrive damaged tells how yours will be packed.",
        ),
        red_flag=False,
        for_seller="Other buyers report that parcels arrive undamaged.",
        against="Other buyers report parcels that arrived damaged.",
        ask_seller="How do you pack this item? Please send me a photo of a packed parcel.",
        look="Read community reviews of this seller and count the parcels that arrived damaged.",
    ),
    Indicator(
        "SR-04",
        _question(
            "offers_shipping_protection",
            "Does the seller offer shipping protection or insurance?",
            "With it, a parcel that is lost or damaged on the way can be paid for.",
        ),
        red_flag=False,
        for_seller="The seller offers shipping protection or insurance.",
        against="The seller offers neither shipping protection nor insurance.",
        ask_seller="Can you ship with protection or insurance? What does it cost?",
        look="Look for shipping protection or insurance among the shipping options.",
    ),
    Indicator(
        "SR-05",
        _question(
            "leaves_questions_unanswered",
            "Do your questions before the purchase stay without an answer?",
            "A seller who is silent before you pay will hardly speak once something is wrong.",
        ),
        red_flag=True,
        for_seller="The seller answers your questions before the purchase.",
        against="Your questions before the purchase stay without an answer.",
        ask_seller="Please confirm the item, the size and the colour before I pay.",
        look="Go through your messages: is there an answer to each question?",
    ),
    Indicator(
        "SR-06",
        _question(
            "vague_return_policy",
            "Is the return policy vague?",
            "Vague terms are read in the seller's favour when it matters.",
        ),
        red_flag=True,
        for_seller="The return policy is clear.",
        against="The return policy is vague.",
        ask_seller="How many days do I have for a return? Who pays the return shipping? When do I get the money back?",
        look="Read the return policy: does it name the days, the costs and the refund?",
    ),
    Indicator(
        "SR-07",
        _question(
            "history_of_disputes",
            "Do community discussions tell of disputes with this seller?",
            "What happened to others before can happen to you.",
        ),
        red_flag=True,
        for_seller="You found no disputes with this seller in community discussions.",
        against="Community discussions tell of disputes with this seller.",
        ask_seller="What do you do when an item arrives damaged or is missing?",
        look="Search community discussions for the seller's name together with “dispute” and “refund”.",
    ),
    Indicator(
        "SR-08",
        _question(
            "refuses_extra_packaging",
            "Does the seller refuse additional packaging?",
            "More padding costs little, and a seller who refuses it leaves the risk to you.",
        ),
        red_flag=True,
        for_seller="The seller agrees to additional packaging.",
        against="The seller refuses additional packaging.",
        ask_seller="Can you add more padding and a strong box? What does it cost?",
        look="Look for a packaging option when you order.",
    ),
)
"""The eight indicators, in the catalogue's order."""
