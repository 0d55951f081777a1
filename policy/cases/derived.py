"""Facts that nobody is asked for, because they follow from other facts and from today.

They turn days, weights, amounts and numbers into a few values, so that conditions stay expressions over fixed values. A
question about one of them is a question about the facts that it is made of. Those that follow from days are periods.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from policy.facts import (
    BY_NAME,
    currency,
    item_value,
    items_affected,
    items_ordered,
    label_weight_g,
    measured_weight_g,
    offer_amount,
    ordered_on,
)
from policy.language.kinds import Derived, Fact, Value
from policy.periods import PERIODS

SCATTER_G: Final = 100
"""Grams by which two weighings of one parcel may differ without meaning anything. Source: R-AN-02."""

SCATTER_PERCENT: Final = 2
"""Heavy parcels are weighed less exactly: so much of the label's weight may differ as well, if that is more."""

SIGNATURE_FROM: Final[Mapping[str, Decimal]] = {"USD": Decimal(750), "GBP": Decimal(450)}
"""From which price on a delivered scan protects a seller only with a signature, by currency. Source: R-EB-01."""

SECTION_75: Final = (Decimal(100), Decimal(30_000))
"""The United Kingdom's card companies are liable above the first and up to the second, in pounds. Source: LW-29."""

ETSY_COVER: Final = (Decimal(250), Decimal(500))
"""Up to how many US dollars Etsy may pay a buyer itself: always, and for orders of its busy months. Source: ET-05."""

ETSY_BUSY: Final = (11, 12)
"""The months for which Etsy announced the higher amount. Source: ET-06."""


def scatter(label: int) -> int:
    """Give the grams by which a second weighing may differ from a label: the larger of 100 grams and 2 per cent.

    >>> scatter(1000), scatter(20_000)
    (100, 400)
    """
    return max(SCATTER_G, label * SCATTER_PERCENT // 100)


def _weight_gap(known: Mapping[str, Any], _today: date | None) -> str | None:
    label, measured = known.get(label_weight_g.name), known.get(measured_weight_g.name)
    if label is None or measured is None:
        return None
    if abs(label - measured) <= scatter(label):
        return "within-scatter"
    return "beyond-scatter" if measured < label else "heavier"


def _share(known: Mapping[str, Any], _today: date | None) -> str | None:
    ordered, affected = known.get(items_ordered.name), known.get(items_affected.name)
    if ordered is None or affected is None:
        return None
    return "part" if affected < ordered else "whole"


def price_of_part(known: Mapping[str, Any]) -> Decimal | None:
    """Give what the items cost that are concerned, if each item of the order cost the same, to the cent.

    None where all are concerned, and while price or numbers are not known.

    >>> price_of_part({"item_value": "72.00", "items_ordered": 6, "items_affected": 1})
    Decimal('12.00')
    """
    if item_value.name not in known or _share(known, None) != "part":
        return None
    part = Decimal(known[items_affected.name]) / Decimal(known[items_ordered.name])
    return (Decimal(known[item_value.name]) * part).quantize(Decimal("0.01"))


def _signature(known: Mapping[str, Any], _today: date | None) -> str | None:
    value, first = known.get(item_value.name), SIGNATURE_FROM.get(str(known.get(currency.name)))
    if value is None or first is None:
        return None
    return "due" if Decimal(value) >= first else "not-due"


def _section_75(known: Mapping[str, Any], _today: date | None) -> str | None:
    value, money = known.get(item_value.name), known.get(currency.name)
    if value is None or money != "GBP":
        return None
    above, up_to = SECTION_75
    return "within" if above < Decimal(value) <= up_to else "outside"


def _etsy_cover(known: Mapping[str, Any], _today: date | None) -> str | None:
    value, ordered = known.get(item_value.name), known.get(ordered_on.name)
    if value is None or known.get(currency.name) != "USD":
        return None
    always, busy = ETSY_COVER
    if Decimal(value) <= always:
        return "within"
    if Decimal(value) > busy:
        return "above"
    return ("announced" if ordered.month in ETSY_BUSY else "above") if ordered else None


def _offer_share(known: Mapping[str, Any], _today: date | None) -> str | None:
    offered, value = known.get(offer_amount.name), known.get(item_value.name)
    if offered is None or value is None:
        return None
    if Decimal(offered) >= Decimal(value):
        return "all"
    part = price_of_part(known)
    if part is not None and Decimal(offered) >= part:
        return "its-part"
    return "small" if Decimal(offered) * 2 < (part or Decimal(value)) else "large"


weight_gap: Final = Derived(
    "weight_gap",
    measured_weight_g.ask,
    measured_weight_g.why,
    (
        Value("within-scatter", "", "the two weights are close enough to be the same"),
        Value("beyond-scatter", "", "the parcel weighs clearly less than its label says"),
        Value("heavier", "", "the parcel weighs clearly more than its label says"),
    ),
    (label_weight_g.name, measured_weight_g.name),
    _weight_gap,
)
share: Final = Derived(
    "share",
    items_affected.ask,
    items_affected.why,
    (
        Value("part", "", "only some of the items are concerned"),
        Value("whole", "", "all of the items are concerned"),
    ),
    (items_ordered.name, items_affected.name),
    _share,
)
signature: Final = Derived(
    "signature",
    item_value.ask,
    item_value.why,
    (
        Value("due", "", "the price is so high that a signature is needed"),
        Value("not-due", "", "the price is below the one that needs a signature"),
    ),
    (item_value.name, currency.name),
    _signature,
)
section_75: Final = Derived(
    "section_75",
    item_value.ask,
    item_value.why,
    (
        Value("within", "", "the price is more than 100 and up to 30,000 pounds"),
        Value("outside", "", "the price is not between 100 and 30,000 pounds"),
    ),
    (item_value.name, currency.name),
    _section_75,
)
etsy_cover: Final = Derived(
    "etsy_cover",
    item_value.ask,
    item_value.why,
    (
        Value("within", "", "the order costs no more than 250 US dollars"),
        Value("announced", "", "the order is from November or December and costs no more than 500 US dollars"),
        Value("above", "", "the order costs more than Etsy pays for"),
    ),
    (item_value.name, currency.name, ordered_on.name),
    _etsy_cover,
)

offer_share: Final = Derived(
    "offer_share",
    offer_amount.ask,
    offer_amount.why,
    (
        Value("small", "", "less than half of the price of what is concerned was offered"),
        Value("large", "", "half of the price of what is concerned was offered, or more"),
        Value("its-part", "", "the price of the items that are concerned was offered, if each cost the same"),
        Value("all", "", "all of the price was offered"),
    ),
    (offer_amount.name, item_value.name),
    _offer_share,
)

DERIVED: Final[tuple[Derived, ...]] = (
    *(value for value in list(globals().values()) if isinstance(value, Derived)),
    *PERIODS.values(),
)
"""Every derived fact."""

ALL_BY_NAME: Final[Mapping[str, Fact]] = {**BY_NAME, **{fact.name: fact for fact in DERIVED}}
"""Every fact that a condition can look at, by its name."""


def with_derived(known: Mapping[str, Any], today: date | None) -> Mapping[str, Any]:
    """Add the derived facts that `known` and today decide.

    Args:
        known: the facts of a case.
        today: the day on which it is judged; None leaves out what depends on it.
    """
    found = {
        fact.name: value
        for fact in DERIVED
        if any(source in known for source in fact.sources) and (value := fact.derive(known, today)) is not None
    }
    return {**known, **found} if found else known


def askable(fact: str, known: Mapping[str, Any]) -> frozenset[str]:
    """Name the facts to ask for when this one would still change an answer: itself, or what it is made of."""
    made = ALL_BY_NAME[fact]
    if isinstance(made, Derived):
        return frozenset(source for source in made.sources if source not in known)
    return frozenset((fact,))
