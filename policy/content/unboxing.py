"""The record of an unboxing, step by step: what to have ready, what to film, what to keep.

>>> [phase.title for phase in PHASES]
['Before you open it', 'While you film', 'Before you put anything away']
"""

from typing import Final, NamedTuple


class CheckStep(NamedTuple):
    """One thing to tick. `proof` is the value of the fact `evidence` that it gives, empty where it gives none.

    `optional` steps help but are not needed.
    """

    id: str
    text: str
    cites: tuple[str, ...]
    proof: str = ""
    optional: bool = False


class Phase(NamedTuple):
    """Some steps that belong together in time."""

    id: str
    title: str
    steps: tuple[CheckStep, ...]


PHASES: Final = (
    Phase(
        "before",
        "Before you open it",
        (
            CheckStep(
                "look-at-the-box",
                "Look at the box from outside, and note at once where it is crushed, wet or taped again.",
                ("KB-10",),
            ),
            CheckStep(
                "photograph-six-sides",
                "Photograph all six sides of the closed box.",
                ("AC-03", "KB-10"),
                "six-side-photos",
            ),
            CheckStep(
                "photograph-the-label",
                "Photograph the shipping label: tracking number, your name and the carrier's mark must be readable.",
                ("AC-04", "SR-15"),
                "waybill-photo",
            ),
            CheckStep(
                "weigh-it",
                "Put the closed parcel on a scale, and film the number. Compare it with the weight on the label.",
                ("KB-12",),
                "weight-record",
                optional=True,
            ),
        ),
    ),
    Phase(
        "film",
        "While you film",
        (
            CheckStep(
                "start-on-the-label",
                "Start the video on the shipping label, so that it proves which parcel this is.",
                ("KB-11", "SR-15"),
                "unboxing-video",
            ),
            CheckStep("show-the-closed-box", "Show the closed box from every side.", ("SR-14",), "unboxing-video"),
            CheckStep(
                "do-not-stop",
                "Open it without stopping or cutting the video.",
                ("KB-13", "KB-14", "SR-16"),
                "unboxing-video",
            ),
            CheckStep(
                "one-by-one",
                "Show the inside, then take the items out one by one.",
                ("KB-13", "SR-16"),
                "unboxing-video",
            ),
            CheckStep(
                "show-what-is-wrong",
                "Show at once, and from close up, what is broken, wrong or not there.",
                ("KB-13", "SR-17"),
                "unboxing-video",
            ),
        ),
    ),
    Phase(
        "after",
        "Before you put anything away",
        (
            CheckStep(
                "photograph-what-is-wrong",
                "Take clear photos of what is wrong, with the time they were taken.",
                ("SR-21",),
                "item-photos",
            ),
            CheckStep(
                "photograph-everything",
                "If something is missing: photograph everything that came, together in one picture.",
                ("AC-02",),
                "group-photo",
            ),
            CheckStep(
                "note-the-numbers",
                "Write down the order number, and the product number of what is missing.",
                ("KB-21", "AC-01"),
                "product-number",
            ),
            CheckStep(
                "keep-the-packaging",
                "Keep the box, its label and what it was packed in until the case is closed.",
                ("AC-05",),
                "packaging-kept",
            ),
        ),
    ),
)
"""The whole checklist, in the order to do it."""
