"""Sellers anywhere, eBay's too: the carrier's own days, where a source has them.

Who ships, claims: so each carrier that states days has a step, a door and a time limit here, for what was hurt on the
way and for what was lost. Where it states none, a seller is told to look the days up.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from policy.facts import carrier, insured, international
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Door, Step, Warn, Way
from policy.language.rule import Rule
from policy.periods import (
    Period,
    dpd_claim,
    dpd_loss_claim,
    royal_mail_loss_claim,
    ups_claim,
    ups_loss_claim,
    usps_damage_claim,
    usps_loss_claim,
)
from policy.programmes.scope import carrier_asked
from policy.programmes.sellers.scope import (
    by_the_carrier,
    decided,
    gone_quiet,
    nothing_came,
    parcel_came,
    says_delivered,
    undecided,
)

IF_INSURED: Final = "If it was insured, "


class Days(NamedTuple):
    """What a carrier states of the days for one kind of claim.

    `about` is "hurt", "lost" or "scanned": damaged or not whole, gone, or scanned as delivered and not there. `asks` is
    what to do, written to stand after `IF_INSURED` where only what was `insured` is paid for.
    """

    id: str
    carrier: str
    about: tuple[str, ...]
    period: Period
    asks: str
    name: str
    why: str
    needs: tuple[str, ...]
    what: str
    late: str
    cites: tuple[str, ...]
    only_insured: bool = False

    @property
    def here(self) -> Condition:
        """This carrier has it, and the days are those for a parcel inside one country."""
        return (carrier == self.carrier) & ~sure(international == "yes")


DAYS: Final = (
    Days(
        "usps",
        "usps",
        ("hurt",),
        usps_damage_claim,
        "claim from USPS. You or the buyer can do it.",
        "A claim with USPS",
        "For damage or missing contents you or the buyer can claim. The item and its packaging are kept until then.",
        ("value-proof", "packaging-kept"),
        "Claim from USPS for damage or missing contents",
        "The time for a claim with USPS is over.",
        ("CA-01", "CA-04"),
        only_insured=True,
    ),
    Days(
        "usps-loss",
        "usps",
        ("lost",),
        usps_loss_claim,
        "claim from USPS for the loss: whoever has the receipt from posting can do it.",
        "A claim with USPS for the loss",
        "It opens 15 days after posting. Whoever has the receipt from posting can claim, so mostly you.",
        ("waybill-photo", "value-proof"),
        "Claim from USPS for the loss",
        "The time for a claim with USPS is over. Ask it all the same to search.",
        ("CA-02", "CA-04"),
        only_insured=True,
    ),
    Days(
        "royal-mail-loss",
        "royal-mail",
        ("lost",),
        royal_mail_loss_claim,
        "claim from Royal Mail for the loss, with the proof of posting and of the price.",
        "A claim with Royal Mail for the loss",
        "You can claim, and mostly the buyer too; for Tracked 24 and 48 only you.",
        ("waybill-photo", "value-proof"),
        "Claim from Royal Mail for the loss",
        "The time for a claim with Royal Mail is over. Ask it all the same.",
        ("CA-40", "CA-41", "CA-42"),
    ),
    Days(
        "ups",
        "ups",
        ("hurt", "scanned"),
        ups_claim,
        "report the loss or damage to UPS, as the shipper.",
        "A claim with UPS",
        "Anybody can report it, but the shipper gets the answer and the money.",
        ("value-proof", "tracking-record"),
        "Tell UPS of the loss or damage",
        "The time to tell UPS is over. Ask it all the same.",
        ("CA-17", "CA-18"),
    ),
    Days(
        "ups-loss",
        "ups",
        ("lost",),
        ups_loss_claim,
        "report the loss to UPS, as the shipper.",
        "A claim with UPS for the loss",
        "It can be reported a day after it should have come. The shipper gets the answer and the money.",
        ("value-proof", "tracking-record"),
        "Tell UPS of the loss",
        "The time to tell UPS is over. Ask it all the same.",
        ("CA-16", "CA-17", "CA-18"),
    ),
    Days(
        "dpd",
        "dpd",
        ("hurt",),
        dpd_claim,
        "tell DPD of the damage, with photos of box and item: only you, who hold the contract, can claim.",
        "A claim with DPD",
        "Only you, who hold the contract, can claim.",
        ("package-photos", "item-photos"),
        "Tell DPD of the damage",
        "The time to tell DPD is over. Ask it all the same.",
        ("CA-53",),
    ),
    Days(
        "dpd-loss",
        "dpd",
        ("lost",),
        dpd_loss_claim,
        "tell DPD of the loss: only you, who hold the contract, can claim.",
        "A claim with DPD for the loss",
        "Only you, who hold the contract, can claim.",
        ("waybill-photo", "value-proof"),
        "Tell DPD of the loss",
        "The time to tell DPD is over. Ask it all the same.",
        ("CA-54",),
    ),
)
"""What the carriers state."""


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _rules_of(prefix: str, days: Days, here: Condition) -> Iterator[Rule]:
    pays = ~sure(insured == "no") if days.only_insured else here
    open_now = here & pays & ~sure(carrier_asked) & ~sure(days.period == "over")
    opens = days.period.opens is not None
    now = open_now & ~sure(days.period == "early") if opens else open_now
    clock = f"{prefix}-{days.id}-clock"
    asks = _capital(days.asks)
    if days.only_insured:
        yield Rule(
            f"{prefix}-{days.id}-claim",
            now & ~insured.is_given,
            Step(f"{IF_INSURED}{days.asks}", by=clock, through=Way.CARRIER),
            days.cites,
        )
        yield Rule(
            f"{prefix}-{days.id}-claim-insured",
            now & (insured == "yes"),
            Step(f"It was insured: {days.asks}", by=clock, through=Way.CARRIER),
            days.cites,
        )
    else:
        yield Rule(f"{prefix}-{days.id}-claim", now, Step(asks, by=clock, through=Way.CARRIER), days.cites)
    if opens:
        yield Rule(
            f"{prefix}-{days.id}-claim-later",
            open_now & (days.period == "early"),
            Step(f"If it has not turned up by then, {days.asks}", by=clock, after=days.period.name),
            days.cites,
        )
    yield Rule(
        f"{prefix}-door-{days.id}",
        here,
        Door(Way.CARRIER, days.name, "seller", days.why, days.period.name, days.needs),
        days.cites,
    )
    yield Rule(clock, here & pays, Clock(days.what, days.period.name, days.late, carrier_asked), days.cites)


def _evri_denial(prefix: str, scanned: Condition) -> Iterator[Rule]:
    yield Rule(
        f"{prefix}-evri-denial",
        scanned & (carrier == "evri") & ~sure(carrier_asked),
        Step(
            "Ask Evri for its photo and the place, and the buyer for a signed note that nothing came: for a scanned "
            "parcel Evri is said to want it."
        ),
        ("CA-52",),
    )


def carrier_rules(prefix: str, when: Mapping[str, Condition]) -> tuple[Rule, ...]:
    """Make the rules for the carriers that state days.

    Args:
        prefix: what the rules' ids begin with.
        when: for each of "hurt", "lost" and "scanned" that can be, when it is so (see `Days`).
    """
    each = reduce(or_, when.values())
    royal_mail = each & (carrier == "royal-mail") & ~sure(international == "yes")
    evri = each & (carrier == "evri")
    about = {days: [when[about] for about in days.about if about in when] for days in DAYS}
    return (
        *(
            rule
            for days, conditions in about.items()
            if conditions
            for rule in _rules_of(prefix, days, reduce(or_, conditions) & days.here)
        ),
        *(_evri_denial(prefix, when["scanned"]) if "scanned" in when else ()),
        Rule(
            f"{prefix}-royal-mail-ceiling",
            royal_mail,
            Warn(
                "Royal Mail pays up to 20 pounds for first and second class and 50 for Signed For, and only stamps "
                "without proof of posting."
            ),
            ("CA-46",),
        ),
        Rule(
            f"{prefix}-evri-ceiling",
            evri,
            Warn("Evri covers 20 pounds, or what you bought on top."),
            ("CA-50",),
        ),
        Rule(
            f"{prefix}-evri-is-quick",
            evri & ~sure(carrier_asked),
            Warn("For labels bought through Shippo, a claim with Evri is said to end 30 days after the label."),
            ("CA-51",),
        ),
    )


def states_days(about: str) -> Condition:
    """Say that the carrier states its days for a claim about this, so that nobody has to look them up."""
    return reduce(or_, (days.here for days in DAYS if about in days.about))


def _some(about: str, value: str) -> Condition:
    """Say that a carrier's days for a claim about this stand so."""
    return reduce(
        or_,
        (
            days.here & (days.period == value) & (insured == "yes" if days.only_insured else days.here)
            for days in DAYS
            if about in days.about and value in (known.name for known in days.period.values)
        ),
    )


may_claim: Final[Condition] = _some("lost", "running") & ~sure(carrier_asked)
claim_is_early: Final[Condition] = _some("lost", "early") & ~sure(carrier_asked)
claim_is_open: Final[Condition] = reduce(
    or_,
    (
        days.here & (days.period == "running") & (~sure(insured == "no") if days.only_insured else days.here)
        for days in DAYS
        if "lost" in days.about
    ),
) & ~sure(carrier_asked)

# What you two have agreed costs the seller, so what the carrier owes is worth its days then as well.
hurt: Final[Condition] = parcel_came & by_the_carrier & ~sure(decided)
lost: Final[Condition] = nothing_came & gone_quiet & ~sure(decided)
scanned: Final[Condition] = says_delivered & undecided

RULES: Final[tuple[Rule, ...]] = (
    *carrier_rules("seller", {"hurt": hurt, "lost": lost, "scanned": scanned}),
    Rule(
        "seller-keep-it-for-the-claim",
        hurt & ~sure(carrier_asked & (carrier == "other")),
        Warn("Ask the buyer to keep item and packaging: a carrier wants both until a claim is settled."),
        ("CA-05",),
    ),
)
