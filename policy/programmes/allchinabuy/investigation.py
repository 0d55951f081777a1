"""Allchinabuy, for buyers: an item is missing from a parcel that came.

The agent looks in stages. First it wants photos and details, then it checks its warehouse; if the parcel left
complete, the post office has to confirm the loss, and the carrier decides.
"""

from typing import Final

from policy.facts import collected_by_other, investigation, programme, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Avoid,
    Clock,
    Headline,
    Party,
    Process,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Step,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.agreed import AGREED
from policy.programmes.buyers.scope import (
    buying,
    higher_up,
    investigation_runs,
    not_agreed,
    something_lost,
    talk_failed,
)

here: Final[Condition] = buying & (programme == "allchinabuy") & something_lost
not_sent: Final[Condition] = here & not_agreed & ~sure(investigation_runs)
own_mistake: Final[Condition] = here & not_agreed & (investigation == "warehouse-error")
decided: Final[Condition] = here & (investigation == "carrier-decided")
in_warehouse: Final[Condition] = here & (investigation == "materials-sent")
left_complete: Final[Condition] = here & (investigation == "warehouse-intact")
with_carrier: Final[Condition] = here & (investigation == "certificate-sent")

RULES: Final[tuple[Rule, ...]] = (
    Rule("ac-headline-agreed", here & (reply == "agreed"), Headline(AGREED), ("KB-40", "R-AN-01")),
    Rule(
        "ac-headline-decided",
        decided,
        Headline("The carrier has decided: ask Allchinabuy for the remedy that it named."),
        ("AC-14",),
    ),
    Rule(
        "ac-headline-with-carrier",
        with_carrier,
        Headline("The carrier is investigating: this takes weeks or months, and nobody can hurry it."),
        ("AC-15", "AC-25"),
    ),
    Rule(
        "ac-headline-left-complete",
        left_complete,
        Headline("Go to your post office now: without its proof of loss nothing moves."),
        ("AC-13", "AC-22"),
    ),
    Rule(
        "ac-headline-warehouse-error",
        own_mistake,
        Headline("The warehouse found its own mistake: ask now for what is missing, or for its price back."),
        ("AC-10", "KB-35"),
    ),
    Rule(
        "ac-headline-materials-sent",
        in_warehouse,
        Headline("Allchinabuy is checking its warehouse: wait for the packing video, and watch it closely."),
        ("AC-10",),
    ),
    Rule(
        "ac-headline-start",
        here,
        Headline("Keep the box and its label, take the photos that Allchinabuy needs, and send them in one go."),
        ("AC-05", "AC-20"),
    ),
    Rule(
        "ac-carrier-is-responsible",
        here & investigation.is_in("warehouse-intact", "certificate-sent", "carrier-decided"),
        Responsible(Party.CARRIER, "The parcel left the warehouse complete, so it was probably lost on the way."),
        ("AC-12",),
    ),
    Rule(
        "ac-warehouse-is-responsible",
        here & (investigation == "warehouse-error"),
        Responsible(Party.AGENT, "The mistake was made in its warehouse, so Allchinabuy puts it right."),
        ("AC-10", "KB-35"),
    ),
    Rule(
        "ac-agent-is-responsible",
        here,
        Responsible(Party.AGENT, "Allchinabuy checks its warehouse first."),
        ("AC-10",),
    ),
    Rule(
        "ac-warehouse-check",
        here & investigation.is_in("none", "materials-sent"),
        Process(
            "It looks at the video of the packing, sees whether something was left out or mixed up, and shows you."
        ),
        ("AC-10",),
    ),
    Rule(
        "ac-warehouse-is-usually-right",
        in_warehouse,
        Process("Parcels are normally complete when they leave the warehouse."),
        ("AC-11",),
    ),
    Rule(
        "ac-carrier-decides",
        here & investigation.is_in("warehouse-intact", "certificate-sent"),
        Process(
            "Allchinabuy hands your proof of loss to the carrier, which investigates, decides and names the remedy."
        ),
        ("AC-14",),
    ),
    Rule(
        "ac-keep-box-and-label",
        here,
        Step("Keep the original box and its shipping label. Whoever throws them away harms the investigation."),
        ("AC-05",),
    ),
    Rule(
        "ac-ask-who-collected",
        here & (collected_by_other == "yes"),
        Step("Ask whoever collected the parcel whether the box was whole at that moment."),
        ("AC-06",),
    ),
    Rule(
        "ac-send-the-materials",
        not_sent,
        Step(
            "Send Allchinabuy the product number and all the photos at once: then it can see where the item was lost.",
            by="ac-contact-clock",
        ),
        ("AC-01", "AC-02", "AC-03", "AC-04", "AC-20"),
    ),
    Rule(
        "ac-watch-the-packing-video",
        in_warehouse,
        Step("Watch the packing video when it comes, and check whether your item goes into the box."),
        ("AC-10",),
    ),
    Rule(
        "ac-ask-for-what-is-missing",
        own_mistake,
        Step("Ask Allchinabuy to send what is missing, or to refund it."),
        ("AC-10", "KB-35"),
    ),
    Rule(
        "ac-get-the-certificate",
        left_complete,
        Step(
            "Ask your post office for an official proof of loss. It must state the tracking number, the name of the "
            "missing product and how many are missing. Send it to Allchinabuy."
        ),
        ("AC-13",),
    ),
    Rule(
        "ac-wait-for-the-carrier",
        with_carrier,
        Step("Wait for the carrier's decision. Allchinabuy keeps asking, and tells you what it hears."),
        ("AC-14", "AC-25"),
    ),
    Rule(
        "ac-take-the-carriers-remedy",
        decided,
        Step("Ask Allchinabuy what the carrier decided, and when you get it."),
        ("AC-14",),
    ),
    Rule(
        "ac-do-not-throw-away",
        here,
        Avoid("Do not throw away the box, the label or anything that was in it."),
        ("AC-05",),
    ),
    Rule(
        "ac-proof-product-number",
        here,
        Proof("product-number", "The product number of what is missing; it stands in the package details."),
        ("AC-01",),
    ),
    Rule(
        "ac-proof-group-photo",
        here,
        Proof("group-photo", "One clear photo of everything that came, together."),
        ("AC-02",),
    ),
    Rule(
        "ac-proof-six-sides",
        here,
        Proof("six-side-photos", "Photos of all six sides of the box, with any damage or second tape."),
        ("AC-03",),
    ),
    Rule(
        "ac-proof-waybill",
        here,
        Proof(
            "waybill-photo", "A photo of the shipping label: tracking number, your name and the carrier's mark legible."
        ),
        ("AC-04",),
    ),
    Rule(
        "ac-proof-packaging",
        here,
        Proof("packaging-kept", "The original box, kept until the case is closed."),
        ("AC-05",),
    ),
    Rule(
        "ac-proof-certificate",
        left_complete,
        Proof("loss-certificate", "The post office's proof of loss, with tracking number, product name and quantity."),
        ("AC-13",),
    ),
    Rule(
        "ac-too-early-to-ask",
        here
        & not_agreed
        & ~sure(investigation.is_in("warehouse-error", "warehouse-intact"))
        & ~sure(investigation.is_in("certificate-sent", "carrier-decided")),
        Remedy("It is too early to ask: Allchinabuy first finds out where the item was lost."),
        ("AC-10", "AC-20"),
    ),
    Rule(
        "ac-carrier-names-the-remedy",
        here & investigation.is_in("warehouse-intact", "certificate-sent"),
        Remedy("The carrier decides what you get, so ask for nothing else until it has."),
        ("AC-14",),
    ),
    Rule(
        "ac-carrier-has-named-the-remedy",
        decided,
        Remedy("The carrier has decided what you get: ask Allchinabuy for that."),
        ("AC-14",),
    ),
    Rule(
        "ac-why-a-certificate",
        left_complete,
        Warn(
            "Why the post office: the parcel went through three hands, the agent's, the carrier's and your post's. The "
            "agent cannot reach your post, and without an official paper its request is turned down."
        ),
        ("AC-21",),
    ),
    Rule(
        "ac-why-you",
        left_complete,
        Warn(
            "Why you: each of the three does only its own part, and a post office would rather talk to the recipient."
        ),
        ("AC-23",),
    ),
    Rule(
        "ac-without-the-certificate",
        left_complete,
        WarnAtStake(
            "If it was lost on the way: without the post office's proof of loss the carrier cannot start, the post may "
            "refuse to look, and there will be no compensation."
        ),
        ("AC-22",),
    ),
    Rule(
        "ac-the-window-is-short",
        left_complete,
        WarnAtStake(
            "If it was lost on the way, the carrier gives you little time, and may close the claim if you send no "
            "proof. The source names no number of days, so do not wait."
        ),
        ("AC-24",),
    ),
    Rule(
        "ac-others-succeeded",
        left_complete,
        Warn("Items are rarely lost on the way, and buyers who went to their post office did get an investigation."),
        ("AC-26",),
    ),
    Rule(
        "ac-takes-months",
        here & investigation.is_in("warehouse-intact", "certificate-sent"),
        Warn("The investigation usually takes several weeks to several months."),
        ("AC-15",),
    ),
    Rule(
        "ac-cannot-be-hurried",
        with_carrier,
        Warn("The investigation cannot be hurried. Allchinabuy keeps asking and reports to you."),
        ("AC-25",),
    ),
    Rule(
        "ac-rung-investigation",
        here & not_agreed & ~sure(talk_failed) & ~sure(higher_up),
        Rung(
            1,
            "Allchinabuy's investigation, stage by stage.",
            "The platform's dispute system.",
            "If Allchinabuy does not answer or refuses to look.",
        ),
        ("AC-10", "SR-51"),
    ),
    Rule(
        "ac-contact-clock",
        not_sent,
        Clock(
            "Write to Allchinabuy",
            "first_message",
            "The first day is over. Write now: late is better than not at all.",
        ),
        ("SR-20",),
    ),
    sending("ac-send-materials-letter", not_sent, "ac-materials"),
    sending("ac-send-mistake-letter", own_mistake, "ac-warehouse-error"),
    sending("ac-send-certificate-request", left_complete, "ac-certificate-request"),
)
"""Every Allchinabuy rule; they come before those of all buyers, so their headline wins."""
