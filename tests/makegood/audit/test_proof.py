"""The audit finds proof that nobody can make any more, and messages that attach what is not in hand."""

import pytest

from makegood.audit import audit, proof
from makegood.audit.proof import messages_attach_only_what_is_in_hand, no_proof_is_needed_that_cannot_be_made
from policy.facts import evidence, side
from policy.language.outcomes import Proof
from policy.messages import templates
from tests.makegood.audit.small import rule, whole

HEAD = '---\ntitle = "T"\nlanguage = "en"\nto = "seller"\nsubject = "S"\ncites = ["KB-20"]\n---\n'


def test_proof_that_had_to_be_made_before_is_only_needed_of_whoever_holds_it() -> None:
    video = Proof("unboxing-video", "A video.")
    [found] = audit(whole(rule("video", video)), [no_proof_is_needed_that_cannot_be_made])
    assert found.message == "video needs unboxing-video, which nobody can make any more. Let it only help."
    held = rule("video", video, evidence.has("unboxing-video"))
    assert audit(whole(held), [no_proof_is_needed_that_cannot_be_made]) == ()
    helping = rule("video", Proof("unboxing-video", "A video.", needed=False))
    assert audit(whole(helping), [no_proof_is_needed_that_cannot_be_made]) == ()


def test_the_packing_log_is_the_senders() -> None:
    log = Proof("packing-log", "The log.")
    assert audit(whole(rule("log", log, side == "seller")), [no_proof_is_needed_that_cannot_be_made]) == ()
    [found] = audit(whole(rule("log", log, side == "buyer")), [no_proof_is_needed_that_cannot_be_made])
    assert found.rules == ("log",)


@pytest.mark.parametrize(
    "body, is_found",
    [
        ("Photos are attached.", True),
        ("{% if problem == 'damaged' %}Attached: photos.{% endif %}", True),
        ('{% if "item-photos" in evidence %}Photos are attached.{% endif %}', False),
        ('{% if "item-photos" in evidence %}One.{% else %}Attached: two.{% endif %}', True),
        ('{% if problem == "damaged" and "item-photos" in evidence %}Attached: photos.{% endif %}', False),
        ("I will send photos.", False),
    ],
)
def test_a_message_that_attaches_what_may_not_be_in_hand_is_found(
    body: str, is_found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {"test": templates.read_template("test", HEAD + body)}
    for module in (templates, proof):
        monkeypatch.setattr(module, "message_templates", lambda: made)
    templates.unconditional.cache_clear()
    found = audit(whole(), [messages_attach_only_what_is_in_hand])
    templates.unconditional.cache_clear()
    assert bool(found) is is_found
