"""The vocabulary: every fact that a case can state, in the order in which we would ask when nothing else decides.

Names and values are those of the contract: `snake_case` facts, `kebab-case` values. The labels, clauses and questions
are what readers see. Rules import the facts by name and compare them: `(side == "seller") & (fulfilment ==
"platform")`.
"""

from typing import Final

from policy.language.kinds import Choice, Currency, Day, Fact, Grams, Items, Money, Text, Value
from policy.language.programme import programmes

side: Final = Choice(
    "side",
    "Did you buy it or sell it?",
    "Buyers and sellers have different things to do.",
    (
        Value("buyer", "I bought it", "you bought it"),
        Value("seller", "I sold it", "you sold it"),
    ),
)
programme: Final = Choice(
    "programme",
    "Where was the order made?",
    "Each marketplace and each agent has rules of its own.",
    tuple(Value(record.name, record.label, record.clause) for record in programmes()),
)
problem: Final = Choice(
    "problem",
    "What went wrong?",
    "Each problem follows a path of its own.",
    (
        Value("damaged", "It arrived damaged", "it arrived damaged"),
        Value(
            "missing-item",
            "A parcel came, but something is missing from it",
            "something is missing from the parcel",
        ),
        Value("wrong-item", "It is not what was ordered", "the wrong item came"),
        Value("empty-package", "The parcel was empty", "the parcel was empty"),
        Value("not-received", "Nothing came", "nothing came"),
        Value(
            "cancelled-after-shipment",
            "The order was cancelled after it was sent",
            "the order was cancelled after it was sent",
        ),
        Value("seized-by-customs", "Customs took it", "customs took it"),
    ),
    seller_ask="What does the customer say went wrong?",
    blank="what went wrong",
)
fulfilment: Final = Choice(
    "fulfilment",
    "Who packed and shipped the order?",
    "Whoever packed and shipped it checks the report, so this decides who acts first.",
    (
        Value("platform", "Kingston Express dispatched it", "Kingston Express dispatched the order"),
        Value("seller", "The seller packed and shipped it", "the seller shipped the order", "I packed and shipped it"),
    ),
    hint="The order page says “Dispatched by Kingston Express” where the platform shipped it.",
)
severity: Final = Choice(
    "severity",
    "How bad is it?",
    "What is fair depends on how much of the item still works.",
    (
        Value("cosmetic", "It only looks bad", "the damage only affects the looks"),
        Value(
            "functional",
            "It works less well, has the wrong size, or an accessory is missing",
            "it works less well, has the wrong size or lacks an accessory",
        ),
        Value("unusable", "It cannot be used", "it cannot be used"),
        Value(
            "total",
            "The whole item is missing or is a completely different one",
            "the whole item is missing or is a completely different one",
        ),
    ),
)
tracking: Final = Choice(
    "tracking",
    "What does the tracking say?",
    "The carrier's last word tells where to look next.",
    (
        Value("not-scanned", "The carrier has not scanned it yet", "the carrier has not scanned the parcel"),
        Value("in-transit", "It is on its way", "the parcel is on its way"),
        Value("stalled", "It has not moved for a long time", "the parcel has not moved for a long time"),
        Value("delivered", "It says delivered", "the tracking says delivered"),
        Value("returned", "It is going back to the sender", "the parcel is going back to the sender"),
    ),
)
handed_over: Final = Choice(
    "handed_over",
    "Did the carrier already take the parcel?",
    "Until the carrier has it, the order can still be stopped.",
    (
        Value("yes", "Yes, the carrier has it", "the carrier already took the parcel"),
        Value("no", "No, it only has a label", "the carrier has not taken the parcel yet"),
    ),
    hint="A printed label is not a hand-over.",
)
international: Final = Choice(
    "international",
    "Does the parcel cross a border?",
    "Claims across borders take longer, and some items cannot travel back.",
    (
        Value("yes", "Yes", "the parcel crosses a border"),
        Value("no", "No", "the parcel stays in one country"),
    ),
)
insured: Final = Choice(
    "insured",
    "Was shipping insurance bought?",
    "Insurance decides what can be asked for.",
    (
        Value("yes", "Yes", "shipping insurance was bought"),
        Value("no", "No", "no shipping insurance was bought"),
    ),
)
in_stock: Final = Choice(
    "in_stock",
    "Does the seller have another one to send?",
    "A replacement needs an item to send.",
    (
        Value("yes", "Yes", "another one is in stock"),
        Value("no", "No", "it is out of stock"),
    ),
    seller_ask="Do you have another one to send?",
)
return_feasible: Final = Choice(
    "return_feasible",
    "Can the item sensibly travel back?",
    "If it cannot come back, a refund is more likely.",
    (
        Value("yes", "Yes", "the item can sensibly travel back"),
        Value("no", "No", "the item cannot sensibly travel back"),
    ),
)
evidence: Final = Items(
    "evidence",
    "What proof do you already have?",
    "Proof decides how strong the case is, and what is still to collect.",
    (
        Value("order-number", "The order number", "the order number"),
        Value("product-number", "The product number of what is missing", "the product number"),
        Value("unboxing-video", "A video of the unboxing without a cut", "an unboxing video"),
        Value("item-photos", "Photos of the item", "photos of the item"),
        Value("package-photos", "Photos of the package", "photos of the package"),
        Value("six-side-photos", "Photos of all six sides of the box", "photos of all six sides of the box"),
        Value("group-photo", "One photo of everything that came", "one photo of everything that came"),
        Value("waybill-photo", "A photo of the shipping label", "a photo of the shipping label"),
        Value("packing-material-photos", "Photos of the packing materials", "photos of the packing materials"),
        Value("qc-photos", "Quality-control photos from before shipping", "quality-control photos"),
        Value("weight-record", "A record of the parcel's weight", "a record of the weight"),
        Value("tracking-record", "The tracking history", "the tracking history"),
        Value("packing-log", "The packing log", "the packing log"),
        Value("loss-certificate", "A proof of loss from the post office", "a proof of loss from the post office"),
        Value("packaging-kept", "The original packaging, kept", "the original packaging"),
    ),
    seller_ask="What proof do you or the customer already have?",
)
label_weight_g: Final = Grams(
    "label_weight_g",
    "What weight does the label show, in grams?",
    "A gap between the two weights can show that something was taken out.",
)
measured_weight_g: Final = Grams(
    "measured_weight_g",
    "What does the parcel weigh on your scale, in grams?",
    "A gap between the two weights can show that something was taken out.",
)
reply: Final = Choice(
    "reply",
    "Where does the talk with the other side stand?",
    "What to do next depends on who spoke last.",
    (
        Value("not-contacted", "I have not written yet", "nobody has written yet", "I have not answered yet"),
        Value(
            "waiting", "I wrote and wait for an answer", "an answer is awaited", "I answered and wait for the customer"
        ),
        Value("offered", "They made me an offer", "an offer is on the table", "I made an offer"),
        Value("refused", "They refused", "one side refused", "The customer refused my offer"),
        Value("agreed", "We agreed", "both sides agreed"),
    ),
    seller_ask="Where does the talk with the customer stand?",
)
escalated: Final = Choice(
    "escalated",
    "How far have you taken it already?",
    "What can come next depends on what was already tried.",
    (
        Value("none", "Only the talk with the other side", "no dispute was opened", "No"),
        Value(
            "platform-dispute", "A dispute with the platform or agent", "a dispute is open", "Yes, a dispute is open"
        ),
        Value("community", "Community mediation", "community mediation was tried", only="buyer"),
        Value("exhausted", "Everything was tried", "every step was tried", "Yes, and it is closed"),
    ),
    seller_ask="Has the customer opened a dispute?",
)
investigation: Final = Choice(
    "investigation",
    "How far is the agent's investigation?",
    "Each stage of the investigation asks something else of you.",
    (
        Value("none", "It has not started", "the investigation has not started"),
        Value("materials-sent", "I have sent my photos and details", "the materials were sent"),
        Value("warehouse-error", "The warehouse found its own mistake", "the warehouse found its own mistake"),
        Value("warehouse-intact", "The parcel left the warehouse complete", "the parcel left the warehouse complete"),
        Value("certificate-sent", "I sent the post office's proof of loss", "the proof of loss was sent"),
        Value("carrier-decided", "The carrier has decided", "the carrier has decided"),
    ),
)
inspection: Final = Choice(
    "inspection",
    "How far is the inspection by the platform?",
    "Until the inspection is finished, nothing may be paid or sent.",
    (
        Value("pending", "It is still running", "the inspection is still running"),
        Value("unclear", "There is a result, but it is unclear", "the result of the inspection is unclear"),
        Value("upheld", "It confirmed the report", "the inspection confirmed the report"),
        Value("rejected", "It did not confirm the report", "the inspection did not confirm the report"),
    ),
)
review_done: Final = Choice(
    "review_done",
    "Is the seller's own review finished?",
    "Nothing should be paid or sent before the review is finished.",
    (
        Value("yes", "Yes", "the seller's review is finished"),
        Value("no", "Not yet", "the seller's review is not finished"),
    ),
    seller_ask="Have you finished your own review?",
    hint="That means: photos seen, the fault confirmed, packing records checked.",
)
claim_doubtful: Final = Choice(
    "claim_doubtful",
    "Does the report contradict the records?",
    "A report that does not fit the records is one for support.",
    (
        Value("yes", "Yes", "the report contradicts the records"),
        Value("no", "No", "the report fits the records"),
    ),
)
customer_aggressive: Final = Choice(
    "customer_aggressive",
    "Does the customer threaten or insult you?",
    "You do not have to handle that alone.",
    (
        Value("yes", "Yes", "the customer threatens or insults you"),
        Value("no", "No", "the customer stays fair"),
    ),
)
collected_by_other: Final = Choice(
    "collected_by_other",
    "Did somebody else collect the parcel?",
    "They saw the box before you did.",
    (
        Value("yes", "Yes", "somebody else collected the parcel"),
        Value("no", "No", "you collected the parcel yourself"),
    ),
)
item_value: Final = Money(
    "item_value", "What is the item worth?", "It fills your message.", hint="A number like 24.90."
)
currency: Final = Currency("currency", "In which currency?", "It fills your message.", hint="Three letters, like USD.")
ordered_on: Final = Day("ordered_on", "On which day was it ordered?", "Some time limits count from this day.")
shipped_on: Final = Day(
    "shipped_on", "On which day was it sent?", "Some time limits count from this day.", blank="day it was sent"
)
estimated_delivery_on: Final = Day(
    "estimated_delivery_on",
    "By which day should it have come?",
    "Some time limits count from this day.",
    past=False,
    hint="Take the latest date that the order shows.",
    blank="latest day of delivery",
)
delivered_on: Final = Day("delivered_on", "On which day was it delivered?", "Some time limits count from this day.")
noticed_on: Final = Day("noticed_on", "On which day was the problem noticed?", "It shows how soon you acted.")
contacted_on: Final = Day(
    "contacted_on",
    "On which day did you first write to the other side?",
    "Some time limits count from this day.",
    seller_ask="On which day did the customer first write to you?",
    blank="day of my first message",
)
request_opened_on: Final = Day(
    "request_opened_on", "On which day was the request or dispute opened?", "Some time limits count from this day."
)
paid_on: Final = Day("paid_on", "On which day was it paid?", "Some time limits count from this day.")
order_number: Final = Text("order_number", "Order number", "It fills your message.")
item_name: Final = Text("item_name", "Name of the item", "It fills your message.")
product_number: Final = Text("product_number", "Product number", "It fills your message.")
tracking_number: Final = Text("tracking_number", "Tracking number", "It fills your message.")
defect: Final = Text(
    "defect", "What exactly is wrong, and where", "It fills your message.", hint="Like: torn at the left sleeve."
)
video_timestamp: Final = Text(
    "video_timestamp", "Where in the video it can be seen", "It fills your message.", hint="Like 0:45."
)
counterparty: Final = Text(
    "counterparty", "Name of the seller or agent", "It fills your message.", seller_ask="Name of the customer"
)

FACTS: Final[tuple[Fact, ...]] = tuple(value for value in list(globals().values()) if isinstance(value, Fact))
"""Every fact, in the order above."""

BY_NAME: Final[dict[str, Fact]] = {fact.name: fact for fact in FACTS}
"""Every fact by its name."""

SEAT: Final = (side.name, programme.name, problem.name)
"""The facts that pick out the rules of a case; nearly every case knows them."""
