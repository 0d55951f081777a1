"""The check before you buy: what is known about a seller, to a graded verdict, its reasons, and what to ask next.

Eight indicators, four good signs (SR-01 to SR-04) and four red flags (SR-05 to SR-08), each answered with yes, no or
not at all. What is not known never counts for the seller, and a better answer never makes the verdict worse: `LEVELS`
only asks that something bad was seen *at most* so often, and something good *at least* so often.

>>> judged = check({"leaves_questions_unanswered": "yes"})
>>> judged.verdict.value, judged.reasons[0].cites
('doubtful', ('SR-05',))
>>> check({}).verdict.value
'not-known'
"""

from policy.seller_check.grading import (
    LEVELS,
    SAID,
    Answers,
    Level,
    NextQuestion,
    Reason,
    SellerCheck,
    Verdict,
    check,
    grade,
)
from policy.seller_check.indicators import INDICATORS, Indicator, Weight
from policy.seller_check.reading import parse_answers, read_answers
from policy.seller_check.writing import WEIGHT_WORDS, check_html, check_text, form_html

__all__ = [
    "INDICATORS",
    "LEVELS",
    "SAID",
    "WEIGHT_WORDS",
    "Answers",
    "Indicator",
    "Level",
    "NextQuestion",
    "Reason",
    "SellerCheck",
    "Verdict",
    "Weight",
    "check",
    "check_html",
    "check_text",
    "form_html",
    "grade",
    "parse_answers",
    "read_answers",
]
