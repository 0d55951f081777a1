"""No answer asks for proof that can no longer be made, and no message names what is not in hand."""

from collections.abc import Iterator, Mapping
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from policy.facts import evidence, side
from policy.language.conditions import NEVER, Condition
from policy.language.outcomes import Proof
from policy.messages.templates import message_templates, unconditional

MADE_BEFORE: Final[Mapping[str, Condition]] = {
    "unboxing-video": NEVER,
    "qc-photos": NEVER,
    "packing-log": side == "seller",
}
"""Proof that cannot be made afterwards, and who has it all the same, if it is theirs: it is needed of nobody else."""

_ATTACHED: Final = "attached"


def no_proof_is_needed_that_cannot_be_made(answers: AllAnswers) -> Iterator[Violation]:
    """What had to be made before the trouble began is only needed of whoever holds it; of others it can only help."""
    for rule in answers.of(Proof):
        if isinstance(proof := rule.gives, Proof) and proof.needed and proof.item in MADE_BEFORE:
            theirs = answers.space.true(MADE_BEFORE[proof.item])
            held = answers.diagrams.either(theirs, answers.space.holding(evidence.name, proof.item))
            lost = answers.diagrams.without(answers.takes_part(rule), held)
            message = f"{rule.id} needs {proof.item}, which nobody can make any more. Let it only help."
            yield from unless_empty(answers, lost, "impossible", (rule.id,), message)


def messages_attach_only_what_is_in_hand(answers: AllAnswers) -> Iterator[Violation]:  # noqa: ARG001  # like every property
    """No message says “attached” but where the proof that it means is in hand."""
    for name, template in message_templates().items():
        for words in unconditional(template.id):
            if _ATTACHED in words.lower():
                sentence = " ".join(words.split())[:80]
                message = (
                    f'The message {name} says “{sentence}” also where nothing is in hand. Ask `"…" in evidence` first.'
                )
                yield Violation("attached", (), message)
