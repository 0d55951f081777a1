"""Every buyer: customs holds the parcel, asks for papers or duty, has taken it, or sends it back."""

from typing import Final

from policy.facts import buyer_country, customs, evidence, insured, return_reason
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Ask,
    Clock,
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
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import (
    buying,
    customs_has_it,
    may_ask,
    no_case,
    not_agreed,
    not_through_agent,
    not_written,
    through_agent,
)

here: Final[Condition] = buying & customs_has_it
seized: Final[Condition] = here & (customs == "seized")
held: Final[Condition] = here & (customs == "held")
papers: Final[Condition] = here & (customs == "papers-asked")
duty: Final[Condition] = here & (customs == "duty-asked")
sent_back: Final[Condition] = here & (customs == "sent-back")
first_words: Final[Condition] = not_written & no_case & not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-seized-insured",
        seized & through_agent & (insured == "yes"),
        Headline("It was insured: ask your agent for your money back or a new parcel, and answer the letter in time."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-seized",
        seized,
        Headline("Read the letter from customs today: it names the office, the reason and the last day to answer."),
        ("SR-70", "CU-03"),
    ),
    Rule(
        "buyer-headline-papers",
        papers,
        Headline("Send customs the papers that it asks for, as soon as you can: after some days the parcel goes back."),
        ("CU-03",),
    ),
    Rule(
        "buyer-headline-duty",
        duty,
        Headline(
            "Check whether you already paid the duty or tax when you ordered, then decide: pay it, or ask the seller."
        ),
        ("CU-20",),
    ),
    Rule(
        "buyer-headline-customs-sent-back",
        sent_back,
        Headline("Customs sends it back, so it is not lost: ask why, then ask for it again or for your money."),
        ("CU-22", "SR-27"),
    ),
    Rule(
        "buyer-headline-customs",
        here,
        Headline("Held is not taken: find out what customs waits for, and whether you or the sender has to send it."),
        ("CU-03", "SR-70"),
    ),
    Rule(
        "buyer-answers-customs",
        here & customs.is_in("seized", "papers-asked", "duty-asked"),
        Responsible(Party.BUYER, "Customs writes to the receiver, so the answer has to come from you."),
        ("CU-03",),
    ),
    Rule(
        "buyer-asks-what-customs-did",
        here & ~customs.is_given,
        Step(
            "Read the tracking and any letter: is it held, does customs want papers or money, or was it taken for good?"
        ),
        ("CU-03",),
    ),
    Rule(
        "buyer-answers-the-seizure-us",
        seized & (buyer_country == "us"),
        Step(
            "Decide whether to answer the notice of seizure: it lets you ask for the goods, "
            "or give "
            "them up. One choice "
            "only.",
            by="buyer-seizure-clock-us",
        ),
        ("CU-01",),
    ),
    Rule(
        "buyer-answers-the-seizure-uk",
        seized & (buyer_country == "uk"),
        Step(
            "Decide whether to send a notice of claim: that leads to court, and can cost money.",
            by="buyer-seizure-clock-uk",
        ),
        ("CU-06",),
    ),
    Rule(
        "buyer-answers-the-seizure-ca",
        seized & (buyer_country == "ca"),
        Step("Decide whether to ask in writing for a review of the seizure.", by="buyer-seizure-clock-ca"),
        ("CU-17",),
    ),
    Rule(
        "buyer-answers-the-seizure-au",
        seized & (buyer_country == "au"),
        Step(
            "Decide whether to claim the goods back. A missing permit has to come first.", by="buyer-seizure-clock-au"
        ),
        ("CU-19",),
    ),
    Rule(
        "buyer-answers-the-seizure",
        seized & ~sure(buyer_country.is_in("us", "uk", "ca", "au")),
        Step("Answer the letter by the day that it names. After that the goods are lost."),
        ("SR-70",),
    ),
    Rule(
        "buyer-sends-papers",
        papers,
        Step("Send the invoice or proof of payment, and what the item is, by the way that the letter names."),
        ("CU-03", "CA-06"),
    ),
    Rule(
        "buyer-checks-duty",
        duty,
        Step(
            "Look at your invoice: were duty or tax already in the price? Then send it to the carrier and the seller."
        ),
        ("CU-20",),
    ),
    Rule(
        "buyer-pays-duty",
        duty & not_agreed,
        Step("If it is owed and you want the parcel, pay the carrier and keep the receipt: not paying sends it back."),
        ("CU-20", "CU-22"),
    ),
    Rule(
        "buyer-asks-the-carrier-what-customs-wants",
        here & sure(customs.is_in("held")) & not_agreed,
        Step("Ask the carrier what customs waits for. A letter can take weeks."),
        ("CU-03",),
    ),
    Rule(
        "buyer-checks-for-insurance",
        seized & through_agent & ~insured.is_given,
        Step("Look whether shipping insurance was bought with the parcel."),
        ("KB-35",),
    ),
    Rule(
        "buyer-tells-the-agent-about-customs",
        here & through_agent & first_words,
        Step("Tell your agent what customs says, and send a copy of the letter."),
        ("SR-50",),
    ),
    Rule(
        "buyer-tells-the-seller-about-customs",
        here & not_through_agent & first_words,
        Step("Tell the seller what customs says, and ask who has to act."),
        ("SR-50",),
    ),
    Rule(
        "buyer-held-is-not-lost",
        held,
        Warn("A parcel that customs only holds is not lost, and no bank or platform pays for it yet."),
        ("CU-03", "PM-21"),
    ),
    Rule(
        "buyer-does-not-ignore-duty",
        duty,
        WarnAtStake(
            "If you do not pay and say nothing, it goes back, and buyer protection mostly does not cover that."
        ),
        ("CU-22",),
    ),
    Rule(
        "buyer-proof-customs-notice",
        here,
        Proof("customs-notice", "The letter or message from customs or the carrier."),
        ("CU-03",),
    ),
    Rule(
        "buyer-proof-value-for-customs",
        here & customs.is_in("papers-asked", "duty-asked", "seized"),
        Proof("value-proof", "The invoice or receipt that shows what you paid."),
        ("CA-06",),
    ),
    Rule(
        "buyer-proof-is-fair-by-notice",
        here & evidence.has("customs-notice"),
        Grade(Strength.FAIR, "The letter shows what customs did, and why."),
        ("CU-03",),
    ),
    Rule(
        "buyer-tier-3-seized",
        seized & through_agent & (insured == "yes") & may_ask,
        Remedy(
            "Customs took it, and it was insured. Ask for all your money back, or for it to be sent again at once.",
            (Ask.REFUND, Ask.RESHIP),
            tier=3,
        ),
        ("KB-35",),
    ),
    Rule(
        "buyer-seized-without-insurance",
        seized & through_agent & (insured == "no") & may_ask,
        Remedy("The guide promises something back after a seizure only where insurance was bought. You can still ask."),
        ("KB-35",),
    ),
    Rule(
        "buyer-seized-insurance-decides",
        seized & through_agent & ~insured.is_given & may_ask,
        Remedy("What you can ask for depends on whether insurance was bought."),
        ("KB-35",),
    ),
    Rule(
        "buyer-seized-elsewhere",
        seized & not_through_agent & may_ask,
        Remedy("If the seller sent something that is not allowed or a fake, your money back is fair.", (Ask.REFUND,)),
        ("SR-23",),
    ),
    Rule(
        "buyer-sent-back-by-customs",
        sent_back & may_ask,
        Remedy("It is not lost: sending it again, or the money once it is back, is fair.", (Ask.RESHIP, Ask.REFUND)),
        ("SR-27",),
    ),
    Rule(
        "buyer-too-early-at-customs",
        here & ~sure(customs.is_in("seized", "sent-back")) & may_ask,
        Remedy("While customs only holds it or waits for something, it is too early to ask for money."),
        ("CU-03", "PM-21"),
    ),
    Rule(
        "buyer-seizure-clock-us",
        seized & (buyer_country == "us"),
        Clock(
            "Answer the notice of seizure",
            "seizure_us",
            "The days in the notice are over. Ask the office that it names whether it still takes an answer.",
        ),
        ("CU-01",),
    ),
    Rule(
        "buyer-seizure-clock-uk",
        seized & (buyer_country == "uk"),
        Clock(
            "Send customs a notice of claim",
            "seizure_uk",
            "The month for a notice of claim is over. You can still ask for the goods to be given back.",
        ),
        ("CU-06",),
    ),
    Rule(
        "buyer-seizure-clock-ca",
        seized & (buyer_country == "ca"),
        Clock(
            "Ask for a review of the seizure",
            "seizure_ca",
            "The days for a review are over. Only exceptional cases get longer: ask at once.",
        ),
        ("CU-17",),
    ),
    Rule(
        "buyer-seizure-clock-au",
        seized & (buyer_country == "au"),
        Clock(
            "Claim the goods back from customs",
            "seizure_au",
            "The days for a claim are over, and the goods are mostly destroyed then.",
        ),
        ("CU-19",),
    ),
    sending(
        "buyer-send-seizure-claim", seized & through_agent & (insured == "yes") & first_words, "buyer-seizure-claim"
    ),
    sending(
        "buyer-send-seizure-question",
        seized & first_words & ~sure(through_agent & (insured == "yes")),
        "buyer-seizure-question",
    ),
    sending("buyer-send-customs-papers", papers, "buyer-customs-papers"),
    sending("buyer-send-duty-question", duty & first_words, "buyer-duty-question"),
    sending("buyer-send-customs-back", sent_back & first_words, "buyer-going-back", words=return_reason.is_given),
    sending(
        "buyer-send-customs-question",
        here & ~sure(customs.is_in("seized", "papers-asked", "duty-asked", "sent-back")) & not_agreed,
        "buyer-customs-question",
    ),
)
