"""The parts of a claim: does the draft name the order, the problem and the proof, and ask for one thing?"""

import re
from collections.abc import Iterator
from typing import Final

from policy.wording.finders import Hit, Unless, any_of, says, says_first
from policy.wording.reading import Reading, Span
from policy.wording.words import listed, single_words

_NOT_WANTED: Final = Unless(before=(listed("not-wanted"),), within=4)


def names_the_order(reading: Reading) -> bool:
    """Say whether the draft has the number of an order, a parcel or a product, in one of their many shapes."""
    text = reading.cased
    return (
        any(_is_number(text, found, _FEWEST_DIGITS) for found in _LABELLED.finditer(text))
        or any(_is_number(text, found, 1) for found in _HASH.finditer(text))
        or any(_is_number(text, found, _FEWEST_BARE_DIGITS) for found in _BARE.finditer(text))
        or _LETTERS_ONLY.search(text) is not None
    )


def names_the_issue(reading: Reading) -> bool:
    """Say whether the draft says what is wrong: in words that we know, or in more words than every message has.

    There is no end to what can be wrong with a thing. So a draft that says more than please, photo and refund has the
    benefit of the doubt.
    """
    text = reading.low
    if listed("damage").is_in(text) or listed("issue").is_in(text):
        return True
    every_message = single_words("stock") | single_words("common")
    return len({word for word in _WORD.findall(text) if word not in every_message}) > _MOST_OTHER_WORDS


_WORD = re.compile(r"[^\W\d_]{3,}+")
_MOST_OTHER_WORDS = 3


def names_the_proof(reading: Reading) -> bool:
    """Say whether the draft speaks of photos, a video or other proof; of a parcel that is not there, of its number."""
    text = reading.low
    return listed("evidence").is_in(text) or (
        listed("no-parcel").is_in(text) and listed("number-to-look-it-up").is_in(text)
    )


def asks_for_something(reading: Reading) -> bool:
    """Say whether the draft asks for an action."""
    return next(_REQUESTS(reading), None) is not None


_REQUESTS: Final = any_of(
    says(listed("remedy"), _NOT_WANTED), says(listed("asking"), Unless()), says_first(listed("command"))
)


def conflicting_requests(reading: Reading) -> Iterator[Hit]:
    """Find the second of two requests of which a buyer can have one only, unless the draft leaves the choice."""
    if listed("choice").is_in(reading.own):
        return
    asked = {}
    for remedy in ("full-refund", "partial-refund", "replacement"):
        if first := next(says(listed(remedy), _ASKED)(reading), None):
            asked[remedy] = first.span
    for other in ("replacement", "partial-refund"):
        if "full-refund" in asked and other in asked:
            yield Hit(max(asked["full-refund"], asked[other]))
            return


_ASKED: Final = Unless(before=(listed("not-wanted"),), within=4, sentence=(listed("not-asked"),))


def video_without_time(reading: Reading) -> Iterator[Hit]:
    """Find a video of damage for which the draft does not say where to look. Pictures show it at a glance."""
    text = reading.low
    says_where = _CLOCK_TIME.search(text) or listed("time-in-video").is_in(text) or listed("pictures").is_in(text)
    if not says_where and listed("damage").is_in(text) and not listed("another-video").is_in(text):
        first = next(listed("video").find(reading.own), None)
        if first:
            yield Hit(first.span)


_CLOCK_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|(?<!\d)\d{1,3} ?(?:s|sec|secs|seconds|min|mins|minutes)\b")

# “order no. KB-1234”, “parcel number: 12 34”, “order ending in 4471”
_LABEL = (
    r"(?:order|purchase|parcel|package|tracking|waybill|item|product|reference|ref|transaction|invoice|ai|sku|case|"
    r"claim|shipment|consignment|id|number|no|nr|num|code)"
)
_LABELLED = re.compile(
    rf"(?<!\w){_LABEL}\b[ .:#()-]{{0,4}}(?:(?:ending|is|id|no|nr|num|number|code|reference|ref|in|with|the|my|a|of)\b"
    rf"[ .:#()-]{{0,4}}){{0,3}}(?P<number>#?[a-z]{{0,6}}[ _/-]?\d[\w./-]{{0,30}}(?: \d[\w./-]{{0,30}}){{0,4}})",
    re.IGNORECASE,
)
# “order ID: QXTRMBA”
_LETTERS_ONLY = re.compile(
    r"(?<!\w)(?i:order|reference|ref)\.? ?(?i:id|no|nr|number|code)?[.:# ]{1,3}(?P<number>[A-Z]{5,20})(?!\w)"
)
_HASH = re.compile(r"#[ ]?(?P<number>[A-Za-z]{0,6}[-_/]?\d[\w/-]{1,30})")
_BARE = re.compile(r"(?<![\w+$€£¥.,/-])(?P<number>[A-Z]{0,6}[-_/]?\d[\dA-Z/_-]{4,30})(?![\w%])")
_SHORT_NUMBER = re.compile(r"[A-Za-z]{1,6}[-_/]\d[\w/-]*")
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2})[.,-]?")
_UNIT = re.compile(
    r" ?(?:g|kg|grams?|mm|cm|m|ml|l|mah|w|v|hz|gb|tb|usd|eur|euros?|dollars?|cny|rmb|yuan|€|\$)\b", re.IGNORECASE
)
_PHONE = re.compile(r"(?:\+|\b(?:phone|tel|mobile|whatsapp|call)\b)[^\n]{0,12}$", re.IGNORECASE)
_PHONE_BEFORE = 24
_FEWEST_DIGITS = 3
_FEWEST_BARE_DIGITS = 5


def _is_number(text: str, found: re.Match[str], fewest: int) -> bool:
    """Tell the number of an order from a date, an amount with its unit, and a telephone number."""
    number, place = found["number"], Span(*found.span("number"))
    return (
        (sum(map(str.isdigit, number)) >= fewest or _SHORT_NUMBER.fullmatch(number) is not None)
        and not _DATE.fullmatch(number)
        and not _UNIT.match(text, place.end)
        and not _PHONE.search(text, max(0, place.start - _PHONE_BEFORE), place.start)
    )
