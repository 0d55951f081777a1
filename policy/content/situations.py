"""Situations that many readers are in: each has a page with the whole answer, a plain link, and no need of a script.

They are cases like any other; nothing is decided here. A situation is added as one more line, with a page in
`docs/situations/` of the same name.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Situation(NamedTuple):
    """A case that is common: its name in links, what its reader would say, and its facts as the contract has them."""

    id: str
    title: str
    facts: Mapping[str, str]


def _bought(id_: str, title: str, programme: str, problem: str, **more: str) -> Situation:
    facts = {"side": "buyer", **({"programme": programme} if programme else {}), "problem": problem, **more}
    return Situation(id_, title, MappingProxyType(facts))


def _sold(id_: str, title: str, programme: str, problem: str, **more: str) -> Situation:
    facts = {"side": "seller", **({"programme": programme} if programme else {}), "problem": problem, **more}
    return Situation(id_, title, MappingProxyType(facts))


_ALL: Final = (
    _bought("bought-damaged", "My item arrived damaged", "", "damaged"),
    _bought("bought-item-missing", "My parcel came, but an item is missing", "", "missing-item"),
    _bought("bought-wrong-item", "I got the wrong item", "", "wrong-item"),
    _bought("bought-empty-package", "My package came empty", "", "empty-package"),
    _bought("bought-not-received", "My parcel has not arrived", "", "not-received"),
    _bought(
        "bought-delivered-but-not-here",
        "Tracking says delivered, but my parcel is not here",
        "",
        "not-received",
        tracking="delivered",
    ),
    _bought("bought-customs", "Customs has taken my parcel", "", "customs", customs="seized"),
    _bought("bought-cancelled", "My order was cancelled after it shipped", "", "cancelled-after-shipment"),
    _bought("bought-not-as-described", "It is not what was shown, or a fake", "", "not-as-described"),
    _bought(
        "bought-refund-missing",
        "I sent it back, and the money does not come",
        "",
        "return",
        return_state="refund-missing",
    ),
    _bought("bought-came-after-all", "My parcel came after all", "", "came-after-all"),
    _bought("bought-refused", "The seller of a damaged item says no", "", "damaged", reply="refused"),
    _bought("kakobuy-damaged", "Kakobuy: my item arrived damaged", "kakobuy", "damaged"),
    _bought("kakobuy-item-missing", "Kakobuy: an item is missing from my parcel", "kakobuy", "missing-item"),
    _bought("kakobuy-wrong-item", "Kakobuy: I got the wrong item", "kakobuy", "wrong-item"),
    _bought("allchinabuy-item-missing", "Allchinabuy: an item is missing", "allchinabuy", "missing-item"),
    _bought("allchinabuy-damaged", "Allchinabuy: my item arrived damaged", "allchinabuy", "damaged"),
    _bought("ebay-bought-damaged", "eBay: my item arrived damaged", "ebay", "damaged"),
    _bought("ebay-bought-not-received", "eBay: my parcel has not arrived", "ebay", "not-received"),
    _bought("amazon-bought-not-received", "Amazon: my parcel has not arrived", "amazon", "not-received"),
    _bought("etsy-bought-not-received", "Etsy: my parcel has not arrived", "etsy", "not-received"),
    _bought("vinted-bought-not-as-described", "Vinted: it is not as described", "vinted", "not-as-described"),
    _bought("shop-bought-not-received", "A shop's own site: my parcel has not arrived", "shop", "not-received"),
    _bought(
        "private-person-not-received",
        "A private person sold it, and nothing came",
        "private-person",
        "not-received",
    ),
    _sold(
        "kingston-inspection-pending",
        "Kingston Express dispatched it, and the inspection is not finished",
        "kingston-express",
        "damaged",
        fulfilment="platform",
        inspection="pending",
    ),
    _sold(
        "kingston-inspection-upheld",
        "Kingston Express dispatched it, and the inspection agrees with the customer",
        "kingston-express",
        "damaged",
        fulfilment="platform",
        inspection="upheld",
    ),
    _sold(
        "kingston-inspection-rejected",
        "Kingston Express dispatched it, and the inspection rejects the claim",
        "kingston-express",
        "damaged",
        fulfilment="platform",
        inspection="rejected",
    ),
    _sold(
        "kingston-shipped-damaged",
        "Kingston Express: I shipped it, and the customer says it came damaged",
        "kingston-express",
        "damaged",
        fulfilment="seller",
    ),
    _sold(
        "kingston-shipped-not-received",
        "Kingston Express: I shipped it, and the customer says it never came",
        "kingston-express",
        "not-received",
        fulfilment="seller",
    ),
    _sold("ebay-sold-not-received", "eBay: my buyer says the item never came", "ebay", "not-received"),
    _sold(
        "ebay-sold-cancelled",
        "eBay: my buyer wants to cancel, and the carrier has the parcel",
        "ebay",
        "cancelled-after-shipment",
        handed_over="yes",
    ),
    _sold("sold-damaged", "My customer says the item came damaged", "", "damaged"),
)

SITUATIONS: Final[Mapping[str, Situation]] = MappingProxyType({situation.id: situation for situation in _ALL})
"""All situations by name, in the order in which they are listed."""
