"""What a message says is a function of the facts that its template looks at, and a filled blank is no other message."""

from makegood.audit.messages import Wording, deciding_facts, differs, facts_in, is_whole, wording
from makegood.audit.space import Space
from policy.cases.case import Case
from policy.messages.filling import fill
from policy.messages.templates import message_templates
from tests.makegood.audit.small import case


def test_the_facts_of_a_template_are_read_off_it_with_the_items_that_it_looks_for() -> None:
    assert facts_in("kx-dispatched-reply") == {"order_number"}
    assert {"evidence", "evidence/unboxing-video", "evidence/qc-photos", "defect"} <= facts_in("buyer-damage-claim")
    assert "request" not in facts_in("buyer-damage-claim")
    assert deciding_facts("buyer-damage-claim") == {"evidence"}


def both(message: str, given: Case) -> Wording:
    return Wording(fill(message, given), fill(message, given))


def test_a_filled_blank_is_no_other_message() -> None:
    before, after = case(reply="agreed"), case(reply="agreed", problem="damaged")
    assert not differs("problem", both("buyer-acceptance", before), both("buyer-acceptance", after))


def test_another_sentence_is_another_message() -> None:
    before, after = both("buyer-carrier-claim", case()), both("buyer-carrier-claim", case(tracking="delivered"))
    assert differs("tracking", before, after)
    assert not differs("tracking", before, both("buyer-carrier-claim", case(tracking="stalled")))


def test_a_message_that_is_sent_in_one_case_only_differs() -> None:
    assert differs("reply", None, both("buyer-acceptance", case()))
    assert not differs("reply", None, None)


def test_every_message_reads_in_each_case_of_the_space_as_it_is_filled() -> None:
    for message in message_templates():
        space = Space(deciding_facts(message))
        function = wording(message, space)
        for given in (case(), case(tracking="stalled"), case(evidence=["unboxing-video"]), case(problem="damaged")):
            if given.given.keys() <= set(space.facts):
                said: Wording = space.value(function, given)
                assert said.bare == fill(message, given)
                assert is_whole(said) is (not said.filled.missing)
