"""Every buyer: nothing came, or not yet. Where the parcel is decides: on its way, not here, or going back."""

from typing import Final

from policy.facts import (
    evidence,
    handed_over,
    left_with,
    looked_around,
    offer,
    paid_with,
    programme,
    reply,
    return_reason,
    returned_on,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Ask,
    Avoid,
    Door,
    Grade,
    Headline,
    Party,
    Proof,
    Remedy,
    Responsible,
    Step,
    Strength,
    Warn,
    WarnAtStake,
    Way,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import due, scan_day
from policy.programmes.buyers.scope import (
    buying,
    decided,
    early,
    from_shop,
    going_back,
    may_ask,
    no_case,
    not_agreed,
    not_received,
    not_through_agent,
    not_written,
    on_marketplace,
    sent_by_the_marketplace,
    still_coming,
    talk_failed,
    through_agent,
)
from policy.programmes.marketplaces import stated
from policy.programmes.scope import promise_broken

delivered: Final[Condition] = buying & not_received & (tracking == "delivered")
not_looked: Final[Condition] = delivered & ~sure(looked_around == "yes")
looked: Final[Condition] = delivered & (looked_around == "yes")
too_early: Final[Condition] = buying & early & ~sure(tracking.is_in("delivered", "returned", "waiting-for-collection"))
waits: Final[Condition] = buying & not_received & (tracking == "waiting-for-collection")
goes_back: Final[Condition] = buying & not_received & going_back
late: Final[Condition] = (
    buying & still_coming & ~sure(tracking.is_in("delivered", "returned", "waiting-for-collection"))
)
first_words: Final[Condition] = not_written & no_case & not_agreed & ~sure(sent_by_the_marketplace)
scan_is_new: Final[Condition] = scan_day == "early"
good_offer: Final[Condition] = (reply == "offered") & offer.is_in("full-refund", "replacement")
# The pay-later service has no letter, so what the seller is told has to be written to the seller.
to_insist: Final[Condition] = talk_failed & no_case & not_agreed & from_shop & (paid_with == "pay-later")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-collect-it",
        waits,
        Headline("It waits for you: collect it before it goes back, and take the notice and your ID along."),
        ("DH-01", "SR-24"),
    ),
    Rule(
        "buyer-headline-not-yet",
        too_early,
        Headline("Not yet: it is not late before the last day of delivery has passed. Until then, keep watching it."),
        ("SR-24", "DH-02"),
    ),
    Rule(
        "buyer-headline-scan-is-new",
        not_looked & scan_is_new,
        Headline("Give it one more day: scans can come too early. Look around and ask the neighbours until then."),
        ("DH-02", "DH-01"),
    ),
    Rule(
        "buyer-headline-look-around",
        not_looked,
        Headline("Look around first: at home, with neighbours, in safe places, at lockers, and on the delivery photo."),
        ("DH-01", "DH-06"),
    ),
    Rule(
        "buyer-headline-delivered-not-here-agent",
        looked & through_agent,
        Headline("Tell your agent today that nothing came, and ask for the carrier's proof of delivery."),
        ("DH-03", "DH-11"),
    ),
    Rule(
        "buyer-headline-delivered-not-here",
        looked,
        Headline("Tell the seller in writing that nothing came: the sender has to ask the carrier to look into it."),
        ("DH-03", "DH-06"),
    ),
    Rule(
        "buyer-headline-it-is-back",
        goes_back & returned_on.is_given,
        Headline("It is back with the sender, so it is not lost: ask today for your money or a second parcel."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-headline-address",
        goes_back & (return_reason == "address"),
        Headline(
            "It goes back because of the address: call the carrier today, and agree with the seller on a new try."
        ),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-headline-going-back",
        goes_back,
        Headline("It is going back, so it is not lost: find out why, then ask for it again or for your money."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-headline-not-received-agent",
        through_agent & not_received,
        Headline("Ask your agent today where the parcel is, and what its carrier says."),
        ("SR-24", "SR-25"),
    ),
    Rule(
        "buyer-headline-look-up-the-day",
        late & ~due.is_given & first_words,
        Headline("First look up the last day of delivery on the order: before that day has passed, nothing is late."),
        ("SR-24",),
    ),
    Rule(
        "buyer-headline-not-received",
        buying & not_received,
        Headline("Find out where the parcel is, and write to the seller that it is late."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-carrier-has-it-going-back",
        goes_back,
        Responsible(Party.SELLER, "The sender gets it back and can send it again, or return your money."),
        ("SR-27",),
    ),
    Rule(
        "buyer-waits-until-it-is-due",
        too_early,
        Step(
            "If it has not come by the last day of delivery, say so then. Until that day, look at the tracking now "
            "and then.",
            after="due",
        ),
        ("SR-24",),
    ),
    Rule(
        "buyer-looks-up-the-protection",
        on_marketplace & not_received & ~sure(stated | (programme == "kingston-express")) & no_case,
        Step("Look on the order's page until when its protection runs. If that day comes first, report it by then."),
        ("SR-23", "SR-51"),
    ),
    Rule(
        "buyer-collects-it",
        waits,
        Step("Collect it now, with the notice or the code and your ID. After some days it goes back."),
        ("SR-24",),
    ),
    Rule(
        "buyer-checks-the-tracking",
        buying & not_received & ~tracking.is_given,
        Step("Look up the tracking: is it on its way, delivered, waiting, or going back?"),
        ("SR-24",),
    ),
    Rule(
        "buyer-looks-around",
        not_looked,
        Step(
            "Ask everybody at home and the neighbours. Look at doors, sheds and bins, the letter box, the reception, "
            "lockers and shops nearby, and at the address on the order."
        ),
        ("DH-01", "DH-05", "DH-06"),
    ),
    Rule(
        "buyer-gives-it-a-day",
        not_looked & scan_is_new,
        Step("If the scan is from today or yesterday, wait one more day before you write.", after="scan_day"),
        ("DH-02",),
    ),
    Rule(
        "buyer-asks-for-the-delivery-proof",
        delivered & ~sure(scan_is_new) & not_agreed,
        Step("Ask the carrier where it was left: the place, the time, the photo and the signature."),
        ("DH-11", "DH-12"),
    ),
    Rule(
        "buyer-says-that-nothing-came",
        looked & not_agreed & ~sure(promise_broken),
        Step("Say in writing that nothing came, and that nobody in your home signed for it."),
        ("DH-03",),
    ),
    Rule(
        "buyer-reports-a-theft",
        looked & left_with.is_in("door", "safe-place", "other-address") & not_agreed,
        Step("If it was probably stolen, report that to the police: the number helps with every claim."),
        ("SR-70",),
    ),
    Rule(
        "buyer-stops-the-way-back",
        goes_back & (return_reason == "address") & ~returned_on.is_given & not_agreed,
        Step("Call the carrier with the whole address: sometimes it can still turn the parcel round."),
        ("SR-24",),
    ),
    Rule(
        "buyer-asks-why-it-goes-back",
        goes_back & ~return_reason.is_given,
        Step("Find out why it goes back: the address, nobody collected it, it was refused, or customs."),
        ("SR-24",),
    ),
    Rule(
        "buyer-agrees-on-a-new-try",
        goes_back & not_agreed & ~sure(talk_failed),
        Step("Ask for a second try or for your money once it is back. Who made the mistake pays the second way."),
        ("SR-27",),
    ),
    Rule(
        "buyer-asks-the-warehouse",
        through_agent & not_received & ~sure(too_early) & not_agreed,
        Step(
            "Ask your agent what its warehouse records and its carrier say about the parcel.",
        ),
        ("SR-25",),
    ),
    Rule(
        "buyer-asks-the-carrier",
        late & (tracking == "stalled") & not_agreed & no_case,
        Step("Ask the carrier where the parcel is. Money for a loss is for the sender to claim."),
        ("SR-26", "DH-06"),
    ),
    Rule(
        "buyer-works-it-out-with-the-seller",
        not_through_agent & late & first_words,
        Step("Write to the seller: if the parcel is lost, you want another one or your money back."),
        ("SR-27",),
    ),
    Rule(
        "buyer-does-not-report-too-early",
        # While nobody knows when it is due, it holds nothing back.
        sure(too_early) & no_case & ~sure(programme == "vinted"),
        Avoid("Do not open a case yet: before the last day of delivery it can be turned down."),
        ("SR-24",),
    ),
    Rule(
        "buyer-own-address",
        goes_back & (return_reason == "address"),
        Warn("If the mistake in the address was yours, a case seldom helps: offer to pay for the second way."),
        ("SR-27",),
    ),
    Rule(
        "buyer-refused-it",
        goes_back & (return_reason == "refused"),
        WarnAtStake(
            "Buyer protection mostly does not cover a parcel that was refused: get the promise of a refund in writing."
        ),
        ("SR-27",),
    ),
    Rule(
        "buyer-proof-tracking",
        buying & not_received & ~sure(handed_over == "no"),
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("SR-24",),
    ),
    Rule(
        "buyer-proof-delivery-photo",
        delivered,
        Proof(
            "delivery-photo", "The carrier's photo of the delivery, from the tracking page or on request.", needed=False
        ),
        ("DH-12",),
    ),
    Rule(
        "buyer-proof-is-fair-by-tracking",
        buying & not_received & evidence.has("tracking-record"),
        Grade(Strength.FAIR, "The tracking history shows where the parcel was last seen."),
        ("SR-24",),
    ),
    Rule(
        "buyer-not-received-remedy",
        late & may_ask & ~sure(promise_broken),
        Remedy(
            "If it is lost, another one or your money back is fair.",
            (Ask.REPLACEMENT, Ask.REFUND),
        ),
        ("SR-27",),
    ),
    Rule(
        "buyer-delivered-remedy",
        delivered & may_ask,
        Remedy(
            "If it cannot be found, another one or your money back is fair.",
            (Ask.REPLACEMENT, Ask.REFUND),
            once=looked_around == "yes",
        ),
        ("SR-27",),
    ),
    Rule(
        "buyer-going-back-remedy",
        goes_back & may_ask & ~sure(promise_broken),
        Remedy("It is not lost: sending it again, or the money once it is back, is fair.", (Ask.RESHIP, Ask.REFUND)),
        ("SR-27",),
    ),
    Rule(
        "buyer-promise-is-fair",
        buying & not_received & promise_broken & ~sure(decided),
        Remedy("What was promised is fair: the money, or the other parcel.", (Ask.REFUND,)),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-too-early-remedy",
        too_early & may_ask,
        Remedy("It is too early to ask for anything: it can still come in time."),
        ("SR-24",),
    ),
    Rule(
        "buyer-waits-remedy",
        waits & may_ask,
        Remedy("There is nothing to ask for: it is there to be collected."),
        ("SR-24",),
    ),
    Rule(
        "buyer-door-agent-not-due",
        through_agent & early,
        Door(
            Way.PLATFORM,
            "Your agent's after-sales",
            "buyer",
            "Before the last day of delivery has passed, nothing is late. After it your agent can ask the carrier.",
            "due",
            needs=("tracking-record",),
        ),
        ("SR-24", "SR-25"),
    ),
    Rule(
        "buyer-door-agent-lost",
        through_agent & not_received,
        Door(
            Way.PLATFORM,
            "Your agent's after-sales",
            "buyer",
            "Each agent has days of its own for a parcel that does not come: look up the last one on its page.",
            needs=("tracking-record",),
        ),
        ("SR-25", "SR-50"),
    ),
    Rule(
        "buyer-some-agents-count-from-shipping",
        through_agent & not_received & no_case & (programme == "other-agent"),
        WarnAtStake("Others say that some agents take reports only for 45 days after sending. Look yours up today."),
        ("CA-93",),
    ),
    sending("buyer-send-not-received-letter", late & first_words, "buyer-not-received"),
    sending(
        "buyer-send-delivered-not-here",
        looked & no_case & not_agreed & ~sure(promise_broken | good_offer),
        "buyer-delivered-not-here",
    ),
    sending("buyer-send-delivery-proof-request", delivered & ~sure(scan_is_new) & not_agreed, "buyer-carrier-proof"),
    sending("buyer-send-going-back", goes_back & (first_words | to_insist), "buyer-going-back"),
    sending("buyer-send-carrier-claim", late & (tracking == "stalled") & not_agreed, "buyer-carrier-search"),
)

BEFORE: Final = {"buyer-send-carrier-claim": "buyer-send-acceptance"}
"""The message to the carrier comes after those to the seller."""
