"""The vocabulary: every fact that a case can state, in the order in which we would ask when nothing else decides.

Names and values are those of the contract: `snake_case` facts, `kebab-case` values. The labels, clauses and questions
are what readers see. Rules import the facts by name and compare them: `(side == "seller") & (fulfilment ==
"platform")`.
"""

from typing import Final

from policy.language.kinds import Choice, Count, Currency, Day, Fact, Grams, Items, Money, Text, Value
from policy.language.programme import KIND_WORDS, programmes

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
    tuple(Value(record.name, record.label, record.clause, group=KIND_WORDS[record.kind]) for record in programmes()),
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
        Value("wrong-item", "Another item came than was ordered", "the wrong item came"),
        Value(
            "not-as-described",
            "It is not as described, or a fake",
            "it is not as described or a fake",
        ),
        Value("empty-package", "The parcel was empty", "the parcel was empty"),
        Value("not-received", "Nothing came, or not yet", "nothing came"),
        Value(
            "cancelled-after-shipment",
            "The order was cancelled after it was sent",
            "the order was cancelled after it was sent",
        ),
        Value("customs", "Customs has it", "customs has the parcel"),
        Value("return", "Something goes wrong with sending it back", "something goes wrong on the way back"),
        Value(
            "came-after-all",
            "It came after all, or both came",
            "it came although it was given up, refunded or sent again",
        ),
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
seller_is: Final = Choice(
    "seller_is",
    "Who is the seller?",
    "Consumer law reaches businesses only.",
    (
        Value("trader", "A shop or a business", "the seller is a business", "I sell as a business"),
        Value("private", "A private person", "the seller is a private person", "I sell as a private person"),
    ),
    seller_ask="Do you sell as a business?",
)
buyer_country: Final = Choice(
    "buyer_country",
    "Where do you live?",
    "The country decides which consumer law and which card rules hold.",
    (
        Value("us", "United States", "the buyer lives in the United States"),
        Value("uk", "United Kingdom", "the buyer lives in the United Kingdom"),
        Value("eu", "European Union", "the buyer lives in the European Union"),
        Value("au", "Australia", "the buyer lives in Australia"),
        Value("ca", "Canada", "the buyer lives in Canada"),
        Value("other", "Somewhere else", "the buyer lives in another country"),
    ),
    seller_ask="Where does the customer live?",
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
items_ordered: Final = Count(
    "items_ordered",
    "How many items were ordered?",
    "If only some are concerned, you ask for those and not for the whole order.",
    blank="number of items ordered",
)
items_affected: Final = Count(
    "items_affected",
    "How many of them are concerned?",
    "If only some are concerned, you ask for those and not for the whole order.",
    blank="number of items concerned",
)
defect_kind: Final = Choice(
    "defect_kind",
    "What is wrong with it?",
    "It says what kind of fault it is, and some kinds follow rules of their own.",
    (
        Value("torn", "It is torn", "it is torn"),
        Value("cracked", "It is cracked", "it is cracked"),
        Value("broken", "It is broken", "it is broken"),
        Value("stained", "It is stained", "it is stained"),
        Value("scratched", "It is scratched", "it is scratched"),
        Value("dented", "It is dented", "it is dented"),
        Value("does-not-work", "It does not work", "it does not work"),
        Value("parts-missing", "Parts of it are missing", "parts of it are missing"),
        Value("wrong-size", "It is the wrong size", "it is the wrong size"),
        Value("wrong-colour", "It is the wrong colour", "it is the wrong colour"),
        Value("other-model", "It is another model", "it is another model"),
        Value("used", "It was used before", "it was used before"),
        Value("counterfeit", "It is a fake", "it is a fake"),
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
        Value("waiting-for-collection", "It waits to be collected", "the parcel waits to be collected"),
        Value("delivered", "It says delivered", "the tracking says delivered"),
        Value("returned", "It is going back, or is back", "the parcel is going back to the sender"),
    ),
)
return_reason: Final = Choice(
    "return_reason",
    "Why does it go back?",
    "The reason decides who has to put it right.",
    (
        Value("address", "The address was wrong or not complete", "it goes back because of the address"),
        Value("not-collected", "Nobody collected it", "it goes back because nobody collected it"),
        Value("refused", "It was refused", "it goes back because it was refused"),
        Value("customs", "Customs sent it back", "customs sent it back"),
    ),
)
left_with: Final = Choice(
    "left_with",
    "Where does the carrier say that it is?",
    "Parcels that “were delivered” are most often there.",
    (
        Value("door", "At the door or in the letter box", "the carrier says that it is at the door"),
        Value("safe-place", "In a safe place", "the carrier says that it is in a safe place"),
        Value("neighbour", "With a neighbour", "the carrier says that a neighbour has it"),
        Value("locker-or-shop", "In a locker or a shop", "the carrier says that it is in a locker or a shop"),
        Value("reception", "At a reception or mail room", "the carrier says that a reception has it"),
        Value("other-address", "At another address", "the carrier says that it is at another address"),
    ),
)
looked_around: Final = Choice(
    "looked_around",
    "Have you looked around already?",
    "Most parcels that are “delivered” and not there turn up close by.",
    (
        Value("yes", "Yes, everywhere", "everybody and every place around was asked"),
        Value("no", "Not everywhere yet", "not every place around was looked at yet"),
    ),
    seller_ask="Has the customer looked around already?",
    hint="At home, with neighbours, safe places, reception, lockers, and on the carrier's photo of the delivery.",
)
customs: Final = Choice(
    "customs",
    "What does customs say?",
    "What you can do depends on what customs did.",
    (
        Value("held", "It is being held", "customs holds the parcel"),
        Value("papers-asked", "It wants papers", "customs wants papers"),
        Value("duty-asked", "It wants duty or tax", "customs wants duty or tax"),
        Value("seized", "It has taken the parcel for good", "customs has taken the parcel for good"),
        Value("sent-back", "It sends the parcel back", "customs sends the parcel back"),
    ),
)
return_state: Final = Choice(
    "return_state",
    "How far is the return?",
    "What to do next depends on where the item is.",
    (
        Value("not-sent-back", "It was not sent back yet", "the item was not sent back yet"),
        Value("sent", "It is on its way back", "the item is on its way back"),
        Value("lost", "It got lost on the way back", "the item got lost on the way back"),
        Value("refund-missing", "It is back, but no money came", "it is back and the refund has not come"),
        Value("differs", "What came back is not what was sent", "what came back is not what was sent"),
    ),
)
carrier: Final = Choice(
    "carrier",
    "Who delivers it where the buyer lives?",
    "Each carrier has rules and days of its own.",
    tuple(
        Value(name, label, f"the carrier is {label}")
        for name, label in (
            ("usps", "USPS"),
            ("ups", "UPS"),
            ("fedex", "FedEx"),
            ("dhl-express", "DHL Express"),
            ("dhl-paket", "DHL Paket"),
            ("royal-mail", "Royal Mail"),
            ("parcelforce", "Parcelforce"),
            ("evri", "Evri"),
            ("dpd", "DPD"),
            ("gls", "GLS"),
            ("canada-post", "Canada Post"),
            ("australia-post", "Australia Post"),
            ("la-poste", "La Poste"),
            ("postnl", "PostNL"),
            ("correos", "Correos"),
            ("poste-italiane", "Poste Italiane"),
            ("japan-post", "Japan Post"),
            ("china-post", "China Post"),
            ("amazon", "Amazon"),
            ("other", "another one"),
        )
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
        Value("delivery-signature", "The signature at delivery", "the signature at delivery"),
        Value("delivery-photo", "The carrier's photo of the delivery", "the carrier's photo of the delivery"),
        Value("carrier-report", "The carrier's report of the loss or damage", "the carrier's report"),
        Value("police-report", "The police report's number", "a police report"),
        Value("customs-notice", "The letter from customs", "the letter from customs"),
        Value("listing-copy", "A copy of the listing, as you bought it", "a copy of the listing"),
        Value("messages", "The messages with the other side", "the messages"),
        Value("value-proof", "A receipt or invoice that shows the value", "a receipt that shows the value"),
        Value("serial-number", "The serial number", "the serial number"),
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
        Value("not-contacted", "I have not written yet", "nobody has written yet", "Nobody has written yet"),
        Value(
            "waiting",
            "I wrote and wait for an answer",
            "the buyer wrote and waits for an answer",
            "The customer wrote, and I have not answered yet",
        ),
        Value(
            "answered",
            "They answered, but offered nothing",
            "the seller answered and offered nothing yet",
            "I answered, and wait for the customer",
        ),
        Value("offered", "They made me an offer", "an offer is on the table", "I made an offer"),
        Value("refused", "They refused", "one side refused", "We could not agree"),
        Value("agreed", "We agreed", "both sides agreed"),
    ),
    seller_ask="Where does the talk with the customer stand?",
)
offer: Final = Choice(
    "offer",
    "What was offered?",
    "What to answer depends on what was offered.",
    (
        Value("full-refund", "All the money back", "all the money back was offered"),
        Value("partial-refund", "Part of the money back", "part of the money back was offered"),
        Value("replacement", "Another one", "a replacement was offered"),
        Value("refund-after-return", "The money back once it is sent back", "a refund after the return was offered"),
        Value(
            "return-at-my-cost",
            "The money back, if I pay for sending it back",
            "a refund was offered if the buyer pays for the way back",
            "The money back, if the buyer pays for sending it back",
        ),
        Value("credit", "A credit or a discount", "a credit or discount was offered"),
    ),
)
offer_amount: Final = Money(
    "offer_amount", "How much was offered?", "It fills your message.", hint="A number like 24.90.", blank="the amount"
)
promise_kept: Final = Choice(
    "promise_kept",
    "Was it done as agreed?",
    "An agreement that is not kept needs another step.",
    (
        Value("yes", "Yes", "what was agreed was done"),
        Value("no", "Not yet", "what was agreed was not done yet"),
    ),
)
platform_case: Final = Choice(
    "platform_case",
    "Have you opened a case there?",
    "A case has days of its own, and decides what else you can do.",
    (
        Value("none", "No", "no case was opened there"),
        Value("open", "Yes, it is open", "a case is open there"),
        Value(
            "with-platform",
            "Yes, and they were asked to decide",
            "the platform or agent was asked to decide",
        ),
        Value(
            "decided-for-buyer", "It was decided for me", "it was decided for the buyer", "It was decided for the buyer"
        ),
        Value(
            "decided-for-seller", "It was decided against me", "it was decided for the seller", "It was decided for me"
        ),
        Value("closed", "It was closed without a decision", "the case was closed without a decision"),
    ),
    seller_ask="Has the buyer opened a case there?",
    hint="A request, a return or a dispute with the marketplace or the agent. A message is not a case.",
)
payment_case: Final = Choice(
    "payment_case",
    "Have you opened a case where you paid?",
    "A case with PayPal or the bank has days of its own, and can end the one with the marketplace.",
    (
        Value("none", "No", "no case was opened where it was paid"),
        Value("open", "Yes, a PayPal dispute", "a dispute is open where it was paid"),
        Value("claim", "Yes, a PayPal claim or a chargeback", "a claim or a chargeback is running"),
        Value(
            "decided-for-buyer",
            "It was decided for me",
            "the payment case was decided for the buyer",
            "It was decided for the buyer",
        ),
        Value(
            "decided-for-seller",
            "It was decided against me",
            "the payment case was decided for the seller",
            "It was decided for me",
        ),
        Value("closed", "It was closed without a decision", "the payment case was closed without a decision"),
    ),
    seller_ask="Has the buyer opened a case where they paid?",
    hint="With PayPal, the bank or whoever took the money.",
)
carrier_claim: Final = Choice(
    "carrier_claim",
    "Was the carrier asked to search or to pay?",
    "Only some can claim from a carrier, and only for some time.",
    (
        Value("none", "No", "the carrier was not asked yet"),
        Value("open", "Yes, and it is open", "the carrier was asked and has not answered yet"),
        Value("paid", "Yes, and it paid", "the carrier or the insurer has paid"),
        Value("refused", "Yes, and it refused", "the carrier or the insurer has refused"),
    ),
)
community: Final = Choice(
    "community",
    "Has a buyers' community tried to mediate?",
    "It is the last step before you let it go.",
    (
        Value("none", "No", "no community has mediated"),
        Value("tried", "Yes", "a community has tried to mediate"),
    ),
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
paid_with: Final = Choice(
    "paid_with",
    "How was it paid?",
    "Whoever took the money often has a way to get it back, for some time.",
    (
        Value("paypal", "PayPal", "it was paid with PayPal"),
        Value("credit-card", "Credit card", "it was paid by credit card"),
        Value("debit-card", "Debit card", "it was paid by debit card"),
        Value("pay-later", "Pay later, like Klarna or Afterpay", "it was paid with a pay-later service"),
        Value("bank-transfer", "Bank transfer, or PayPal to friends and family", "it was paid by bank transfer"),
        Value("platform-balance", "Credit with the marketplace or agent", "it was paid from a balance there"),
        Value("cash-or-crypto", "Cash or crypto", "it was paid in cash or crypto"),
    ),
    seller_ask="How did the customer pay?",
)
item_value: Final = Money(
    "item_value",
    "What did it cost?",
    "Some rules hold only from an amount, or up to one.",
    hint="All items of the order together. A number like 24.90.",
    blank="the price",
)
currency: Final = Currency(
    "currency",
    "In which currency?",
    "Some rules hold only from an amount, or up to one.",
    hint="Three letters, like USD.",
)
ordered_on: Final = Day("ordered_on", "On which day was it ordered?", "Some time limits count from this day.")
paid_on: Final = Day("paid_on", "On which day was it paid?", "Some time limits count from this day.")
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
agreed_on: Final = Day("agreed_on", "On which day did you agree?", "It shows how long you have waited since.")
platform_case_opened_on: Final = Day(
    "platform_case_opened_on", "On which day was the case opened there?", "Some time limits count from this day."
)
platform_case_closed_on: Final = Day(
    "platform_case_closed_on", "On which day was the case decided or closed?", "An appeal has a last day."
)
payment_case_opened_on: Final = Day(
    "payment_case_opened_on",
    "On which day was the case opened where it was paid?",
    "Some time limits count from this day.",
)
payment_case_closed_on: Final = Day(
    "payment_case_closed_on",
    "On which day did the payment case end?",
    "Some time limits count from this day.",
)
carrier_claim_opened_on: Final = Day(
    "carrier_claim_opened_on", "On which day was the carrier asked?", "It shows how long the answer takes."
)
sent_back_on: Final = Day(
    "sent_back_on",
    "On which day was it posted back?",
    "It shows that you did your part.",
    hint="The receipt from the post office shows it.",
    blank="day I posted it",
)
returned_on: Final = Day("returned_on", "On which day did it come back?", "Some time limits count from this day.")
customs_notice_on: Final = Day(
    "customs_notice_on", "Which day stands on the letter from customs?", "Some time limits count from this day."
)
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
