"""What a message says is a function of the facts that its template looks at, and a filled blank is no other message."""

from makegood.audit.messages import Wording, deciding_facts, differs, is_whole, wording
from makegood.audit.space import Space
from policy.cases.case import Case
from policy.messages.filling import fill
from policy.messages.templates import message_templates
from tests.makegood.audit.small import case


def test_the_facts_that_decide_a_message_are_read_off_its_template() -> None:
    assert deciding_facts("kx-dispatched-reply") == frozenset()
    assert deciding_facts("buyer-damage-claim") == {"defect_kind", "evidence"}  # what is typed only fills blanks


def both(message: str, given: Case) -> Wording:
    filled = fill(message, given)
    segments = (*filled.subject_segments, *filled.body_segments)
    return Wording(segments, segments)


def test_a_filled_blank_is_no_other_message() -> None:
    before, after = case(reply="agreed"), case(reply="agreed", problem="damaged")
    assert not differs("problem", both("buyer-acceptance", before), both("buyer-acceptance", after))


def test_another_sentence_is_another_message() -> None:
    before, after = both("eb-not-received-answer", case()), both("eb-not-received-answer", case(tracking="delivered"))
    assert differs("tracking", before, after)
    assert not differs("tracking", after, after)


def test_a_message_that_is_sent_in_one_case_only_differs() -> None:
    assert differs("reply", None, both("buyer-acceptance", case()))
    assert not differs("reply", None, None)


def test_every_message_reads_in_each_case_of_the_space_as_it_is_filled() -> None:
    for message in message_templates():
        space = Space(deciding_facts(message))
        pieces = wording(message, space)
        for given in (case(), case(tracking="stalled"), case(evidence=["unboxing-video"]), case(problem="damaged")):
            if given.given.keys() <= set(space.facts):
                said: list[Wording] = [space.value(piece, given) for piece in pieces]
                whole = fill(message, given)
                assert "".join(part.text for piece in said for part in piece.bare) == whole.subject + whole.body
                assert all(map(is_whole, said)) is not any(part.is_blank for piece in said for part in piece.filled)
