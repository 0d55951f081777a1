"""Every piece of the form: each question and each of its options, with "I don't know" as one more answer."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from makegood.compile.answer import PREFIX
from makegood.compile.fragments import First, Once, Part, Pieces
from makegood.diagrams import FALSE, TRUE, Diagram
from policy.cases.case import Case, contradiction
from policy.cases.consistency import CONTRADICTIONS
from policy.engine.question_order import AskingOrder
from policy.facts import BY_NAME, FACTS
from policy.language.conditions import facts_of
from policy.language.kinds import Fact, Items, Value
from policy.rendering.field import Option, field_for
from policy.rendering.form import (
    FormQuestion,
    OpenQuestions,
    groups,
    left_to_say,
    offers,
    option,
    said,
    typed,
    write_questions,
)


class Form:
    """The questions to a case that is not decided yet, part by part."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._judgements = pieces.judgements
        self._facts = pieces.judgements.facts
        self._look = pieces.diagrams.look
        self._open = {BY_NAME[name]: diagram for name, diagram in self._judgements.open.items()}
        self._asked = [fact for fact in FACTS if fact.decides]
        self._questions = {fact: self._question(fact) for fact in self._asked if not isinstance(fact, Items)}
        # Asked and not yet skipped: what the reader has still to see.
        self._to_answer = {
            fact: pieces.diagrams.of(partial(self._is_to_answer, fact))
            for fact in self._open
            if not isinstance(fact, Items)
        }

    def html(self) -> str:
        """Write it with the template that writes every form."""
        return write_questions(
            answered=self._pieces.group([self._answered(fact) for fact in self._asked if not isinstance(fact, Items)]),
            open=Part(self._pieces, self._pieces.diagrams.apply(self._in_order, self._judgements.asking_order)),
            left=self._left([self._list(fact) for fact in self._asked if isinstance(fact, Items)]),
            prefix=PREFIX,
        )

    def _is_to_answer(self, fact: Fact) -> bool:
        if not self._is_open(fact) or self._facts.is_preset(fact.name):
            return False
        return not self._facts.is_skipped(fact.name)

    def _question(self, fact: Fact) -> Any:
        """Make the question with every part of it that depends on the case still open."""
        part, case = self._pieces.part, self._judgements.case
        options: Sequence[Any] = [self._option(fact, value) for value in offers(fact)]
        field = field_for(fact, None)._replace(
            label=part(lambda: fact.ask_for(str(case.known.get("side")))),  # type: ignore[arg-type]  # parts write themselves
            value=part(lambda: typed(fact, case)),  # type: ignore[arg-type]
            options=tuple(options),
            groups=groups(fact),
        )
        words = part(lambda: said(fact, case, skipped=self._facts.is_skipped(fact.name)))
        skipped = part(lambda: self._facts.is_skipped(fact.name))
        return FormQuestion(field, self._why(fact), words, skipped)  # type: ignore[arg-type]

    def _option(self, fact: Fact, value: Value | None) -> Part:
        wrong = self._contradicting(fact, value.name) if value else FALSE

        def fits(_fact: Fact, _value: str, _case: Case) -> bool:
            return not self._look(wrong)

        def made() -> Option | None:
            return option(fact, value, self._judgements.case, skipped=self._facts.is_skipped(fact.name), fits=fits)

        return self._pieces.part(made)

    def _contradicting(self, fact: Fact, value: str) -> Diagram:
        """The cases that a value would contradict, pair by pair: all at once are too many ways to look."""
        diagrams, case = self._pieces.diagrams, self._judgements.case.but(fact.name, value)
        about = [entry for entry in CONTRADICTIONS if fact.name in facts_of(entry.when)]
        return diagrams.any_of(diagrams.of(lambda entry=entry: bool(contradiction(entry, case))) for entry in about)  # type: ignore[misc]

    def _why(self, fact: Fact) -> Part:
        """Say why a fact is asked for, as long as it is open."""

        def read(order: AskingOrder) -> str:
            return next((question.why for question in order if question.fact == fact.name), "")

        reason = self._pieces.diagrams.apply(read, self._judgements.asking_order)
        return self._pieces.part(lambda: self._look(reason) if self._is_open(fact) else "")

    def _is_open(self, fact: Fact) -> bool:
        return fact in self._open and bool(self._look(self._open[fact]))

    def _answered(self, fact: Fact) -> Part:
        def made() -> FormQuestion | None:
            skipped, preset = self._facts.is_skipped, self._facts.is_preset
            is_answered = skipped(fact.name) or fact.name in self._judgements.case.given
            return self._questions[fact] if is_answered and not preset(fact.name) else None

        return self._pieces.part(made)

    def _in_order(self, order: AskingOrder) -> First:
        """Give the open questions in the order of one seat: the first that is open, and those after it."""
        asked = tuple(fact for question in order if (fact := BY_NAME[question.fact]) in self._to_answer)
        return First(
            self._pieces,
            [
                (self._to_answer[fact], OpenQuestions(self._card(fact), self._after(asked[at + 1 :])))
                for at, fact in enumerate(asked)
            ],
        )

    @cache  # noqa: B019  # kept as long as the form
    def _after(self, asked: tuple[Fact, ...]) -> Once:
        """Give the questions of these that are open."""
        return Once(
            First(
                self._pieces,
                [(self._to_answer[fact], tuple(map(self._if_open, asked[at:]))) for at, fact in enumerate(asked)],
            )
        )

    @cache  # noqa: B019
    def _card(self, fact: Fact) -> Once:
        return Once(self._pieces.part(lambda: self._questions[fact]))

    @cache  # noqa: B019
    def _if_open(self, fact: Fact) -> Once:
        return Once(self._pieces.part(lambda: self._questions[fact] if self._look(self._to_answer[fact]) else None))

    def _left(self, lists: Sequence[Diagram]) -> First:
        """Say what could still change the answer where no question is open."""
        listed = [(diagram, left_to_say(unsure=False, lists=True)) for diagram in lists]
        none_open = [(diagram, "") for diagram in self._to_answer.values()]
        unsure = [(self._is_unsure(fact), left_to_say(unsure=True, lists=False)) for fact in self._open]
        nothing = (TRUE, left_to_say(unsure=False, lists=False))
        return First(self._pieces, [*none_open, *unsure, *listed, nothing])

    def _is_unsure(self, fact: Fact) -> Diagram:
        return self._pieces.diagrams.of(lambda: self._is_open(fact) and self._facts.is_skipped(fact.name))

    def _list(self, fact: Items) -> Diagram:
        """Say whether a list is there to tick, which stays once it is ticked."""

        def is_there() -> bool:
            asked = self._is_open(fact) or fact.name in self._judgements.case.given
            return asked and not self._facts.is_preset(fact.name)

        return self._pieces.diagrams.of(is_there)
